import type { IncomingMessage } from 'node:http';
import type { ApolloQuestion } from '../../graphql/apollo-runner.js';
import { isObject, type RequestParts } from '../../graphql/documents/document-of.js';
import type { Admission, Documents } from '../../graphql/documents/documents.js';
import { bodyForApollo, searchForApollo } from '../../graphql/documents/named-for-apollo.js';
import { partsOfSearch } from '../../graphql/documents/search-parts.js';
import { describeBreach, documentLimits } from '../../graphql/limits/limits.js';
import { countTokens } from '../../graphql/limits/token-count.js';
import { notAnObject, notJson, type Refusal } from '../refusals.js';

/** What a request asks, before anybody knows whether it can be answered. */
export interface Question {
  readonly admission: Exclude<Admission, { kind: 'refused' }>;
  readonly operationName: unknown;
  readonly variables: unknown;
  readonly extensions: unknown;
  /** The same for Apollo, made when it is asked. */
  readonly forApollo: () => ApolloQuestion;
}

/** Reads a request; `body` is null for a GET. Gives a refusal for one that can't be read or may not be asked. */
export function readQuestion(documents: Documents, request: IncomingMessage, body: Buffer | null): Question | Refusal {
  return body === null ? readSearch(documents, request) : readBody(documents, body);
}

function readBody(documents: Documents, bytes: Buffer): Question | Refusal {
  let parsed: unknown;
  try {
    parsed = bytes.length === 0 ? undefined : JSON.parse(textOf(bytes));
  } catch {
    return notJson;
  }
  if (!isObject(parsed) || Object.keys(parsed).length === 0) return notAnObject;
  const admission = admitted(documents, parsed);
  if ('status' in admission) return admission;
  const body = parsed;
  const { operationName, variables, extensions } = body;
  const forApollo = () => ({ body: admission.kind === 'none' ? body : bodyForApollo(body, admission), search: '' });
  return { admission, operationName, variables, extensions, forApollo };
}

function readSearch(documents: Documents, { url = '' }: IncomingMessage): Question | Refusal {
  const start = url.indexOf('?');
  const search = start < 0 ? '' : url.slice(start);
  const read = partsOfSearch(search);
  if (read.parts === null) return { status: 400, code: 'BAD_REQUEST', message: read.message };
  const admission = admitted(documents, read.parts);
  if ('status' in admission) return admission;
  const { operationName, variables, extensions } = read.parts;
  const named = () => (admission.kind === 'none' ? search : searchForApollo(search, admission));
  return { admission, operationName, variables, extensions, forApollo: () => ({ body: undefined, search: named() }) };
}

/** Documents of too many tokens are told apart by Apollo too, but without their number. */
function admitted(documents: Documents, parts: RequestParts): Question['admission'] | Refusal {
  const admission = documents.admit(parts);
  // A token takes at least a character, so a short document needs no count.
  if (admission.kind !== 'text' || admission.text.length <= documentLimits.tokens) return admission;
  const tokens = countTokens(admission.text);
  if (tokens <= documentLimits.tokens) return admission;
  const { message, extensions: details } = describeBreach({ limit: 'tokens', actual: tokens });
  return { status: 400, code: details.code, message, details };
}

/** Some editors begin a file with a mark of its byte order. */
function textOf(bytes: Buffer): string {
  const text = bytes.toString();
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
