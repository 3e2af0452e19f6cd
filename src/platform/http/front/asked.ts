/** What a request asks, as far as it is plain: everything else is left to Apollo, which says what is wrong with it. */
export interface Asked {
  readonly text: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Null where anything is unusual. */
export function askedOf(parts: RequestParts): Asked | null {
  const { query, operationName = null, variables, extensions } = parts;
  if (typeof query !== 'string' || isPersisted(extensions)) return null;
  if (operationName !== null && (typeof operationName !== 'string' || !/^[_A-Za-z]\w*$/.test(operationName))) {
    return null;
  }
  if (variables === undefined || variables === null) return { text: query, operationName, variables: {} };
  return isObject(variables) ? { text: query, operationName, variables } : null;
}

/** The members of a request's body, or of the query string of a GET. */
export interface RequestParts {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

/** Undefined where a parameter is no JSON or is given twice. */
export function partsOfSearch(search: string): RequestParts | undefined {
  const parameters = new URLSearchParams(search);
  const names = ['query', 'operationName', 'variables', 'extensions'] as const;
  const parts: Partial<Record<(typeof names)[number], unknown>> = {};
  for (const name of names) {
    const given = parameters.getAll(name);
    if (given.length > 1) return undefined;
    const isJson = name === 'variables' || name === 'extensions';
    if (given[0] === undefined) continue;
    const value = isJson ? parsed(given[0]) : given[0];
    if (value === undefined) return undefined;
    parts[name] = value;
  }
  return parts;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPersisted(extensions: unknown): boolean {
  if (extensions === undefined || extensions === null) return false;
  return !isObject(extensions) || 'persistedQuery' in extensions;
}
