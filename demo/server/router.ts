import type { Handler, Route } from './api-request.js';

interface Match {
  handler: Handler;
  params: Record<string, string>;
}

/** Finds the route of a path. */
export class Router {
  private readonly routes;

  constructor(routes: readonly Route[]) {
    this.routes = routes.map(([pattern, handler]) => ({ parts: pattern.split('/'), handler }));
  }

  /** The first route whose pattern has the path's form, with the values of its `{names}`; null when none has. */
  match(path: string): Match | null {
    const segments = path.split('/').map(decode);
    for (const { parts, handler } of this.routes) {
      const params = paramsOf(parts, segments);
      if (params !== null) return { handler, params };
    }
    return null;
  }
}

function paramsOf(parts: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (parts.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith('{')) {
      if (segment === '') return null;
      params[part.slice(1, -1)] = segment;
    } else if (part !== segment) return null;
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray `%` is not encoding: the segment stands for itself and is then simply not found.
    return segment;
  }
}
