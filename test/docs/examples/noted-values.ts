import { parseGlobalId } from '../../../src/platform/graphql/nodes/global-id.js';

const tokens = new Set(['accessToken', 'refreshToken', 'deviceToken']);
/** Never twice the same, and no use to the examples after it. */
const passing = new Set(['requestId', 'createdAt', 'lastUsedAt', 'expiresAt', 'exportedAt']);
const uuid = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/;
const variable = /\$[A-Z][A-Z\d]*(?:_[A-Z\d]+)+/g;

/**
 * The values of answers that differ each time: tokens, and IDs of what was made just now. Documents show them as `…`
 * and send them as `$ACCESS_TOKEN` or, for that of a `ListEntry`, `$LIST_ENTRY_ID`; the latest of each counts.
 */
export class NotedValues {
  private readonly values = new Map<string, string>();

  /** The answer as documents show it. */
  note(answer: unknown): unknown {
    return JSON.parse(JSON.stringify(answer), (key, value: unknown) => {
      if (typeof value !== 'string') return value;
      const name = nameOf(key, value);
      if (name !== null) this.values.set(name, value);
      return name !== null || passing.has(key) ? '…' : value;
    });
  }

  /** @throws Error where the text names what no answer has told yet. */
  fill(text: string): string {
    return text.replaceAll(variable, (name) => {
      const value = this.values.get(name);
      if (value === undefined) throw new Error(`No answer before this one has told ${name}.`);
      return value;
    });
  }
}

function nameOf(key: string, value: string): string | null {
  if (tokens.has(key)) return variableOf(key);
  const id = parseGlobalId(value);
  return id !== null && uuid.test(id.key) ? variableOf(`${id.type}Id`) : null;
}

function variableOf(name: string): string {
  const words = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_');
  return `$${words.toUpperCase()}`;
}
