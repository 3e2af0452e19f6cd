import type { HTTPGraphQLRequest } from '@apollo/server';

const header = 'x-watchme-extensions';

/** What a request asks to be told beside its answer, by `X-WatchMe-Extensions: cache, cost`. */
export function asksFor(extension: 'cache' | 'cost', http: HTTPGraphQLRequest | undefined): boolean {
  const asked = http?.headers.get(header)?.split(',') ?? [];
  return asked.some((name) => name.trim() === extension);
}

/** Whether it asks to be told anything beside its answer. */
export function asksForMore(http: HTTPGraphQLRequest | undefined): boolean {
  return (http?.headers.get(header) ?? '') !== '';
}
