import { Agent, type IncomingMessage, request } from 'node:http';

/** An answer as it came: nothing is decompressed, and no header renamed, sorted or joined. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

export interface RawQuestion {
  readonly query: string;
  readonly variables?: object;
  /** Default: `POST`. */
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Rejects when the connection ends before the answer does. */
export async function askRaw(url: string, question: RawQuestion): Promise<RawAnswer> {
  const { query, variables, method = 'POST', headers = {}, signal } = question;
  const parameters = new URLSearchParams({ query, ...(variables && { variables: JSON.stringify(variables) }) });
  const isPost = method === 'POST';
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(isPost ? url : `${url}?${parameters.toString()}`, {
      method,
      headers: { ...(isPost && { 'content-type': 'application/json' }), ...headers },
      agent,
      ...(signal && { signal }),
    })
      .on('response', resolve)
      .on('error', reject)
      .end(isPost ? JSON.stringify({ query, ...(variables && { variables }) }) : undefined);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, headers: pairsOf(response.rawHeaders), body: Buffer.concat(chunks) };
}

/** What has to be the same each time that the same is asked with the same request ID. */
export function lastingPartOf({ status, headers, body }: RawAnswer): object {
  const lasting = headers.filter(([name]) => !passing.test(name)).map(([name, value]) => `${name}: ${value}`);
  return { status, headers: lasting, body: body.toString('latin1') };
}

/** Undefined where it is not there. */
export function headerOf({ headers }: RawAnswer, name: string): string | undefined {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1];
}

const agent = new Agent({ keepAlive: false });
const passing = /^(Age|Date|RateLimit)$/i;

function pairsOf(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as [string, string]] : []));
}
