import { expect } from '@jest/globals';
import type { ErrorCode } from '../../src/platform/errors/error-code.js';

/** An error as clients get it. */
export interface ShownError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: ErrorCode };
}

export interface Fault {
  readonly status: number;
  readonly code: ErrorCode;
}

/** What no client may see: stacks, files, addresses, headers and words of what is underneath. */
export const insides =
  /\bat \S+ \(|node_modules|\.[cm]?[jt]s:\d|test-token|Bearer|authorization|api_key|\bE[A-Z]{5,}\b|127\.0\.0\.1|localhost|Apollo Server|[a-z]Error: /;

/** Reads an answer that has errors, and checks what holds for all of them. */
export async function errorsOf(response: Response): Promise<readonly [ShownError, ...ShownError[]]> {
  const text = await response.text();
  expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
  const { errors } = JSON.parse(text) as { errors: [ShownError, ...ShownError[]] };
  expect(errors).not.toHaveLength(0);
  for (const { message, path: _path, extensions, ...rest } of errors) {
    expect(Object.keys(rest).filter((key) => key !== 'locations')).toEqual([]);
    expect(extensions.requestId).toBe(response.headers.get('x-request-id'));
    expect(extensions).not.toHaveProperty('stacktrace');
    expect(message).not.toMatch(insides);
    expect(JSON.stringify(extensions)).not.toMatch(insides);
  }
  return errors;
}

/** Expects an answer to be one fault of the client's, and gives it. */
export async function expectFault(response: Response, { status, code }: Fault): Promise<ShownError> {
  const [error] = await errorsOf(response);
  expect({ status: response.status, code: error.extensions.code }).toEqual({ status, code });
  return error;
}
