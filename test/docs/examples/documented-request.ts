/** The endpoint and the pictures as `npm start` has them, and so as the documents write them. */
export const documentedEndpoint = 'http://127.0.0.1:4000/graphql';
export const documentedImages = 'http://127.0.0.1:4001/t/p';

/** What a document sends. */
export interface DocumentedRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}
