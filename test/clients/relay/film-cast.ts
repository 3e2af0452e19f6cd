import { graphql } from 'relay-runtime';

/** `@catch` keeps a field that could not be fetched apart from one that is empty. */
export const filmCastQuery = graphql`
  query filmCastQuery($id: ID!, $first: Int!) {
    movie(id: $id) {
      title
      cast(first: $first) @catch(to: RESULT) {
        edges {
          character
          node {
            name
          }
        }
      }
    }
  }
`;

/** Of an error that was caught; Relay gives the extensions of the answer with it, but knows no type of them. */
export function codeOf(error: unknown): string | undefined {
  return (error as { extensions?: { code?: string } } | undefined)?.extensions?.code;
}
