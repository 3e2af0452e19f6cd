/** An origin as it is, or with `:*` for whatever port, as CORS takes it. */
export function originPattern(origin: string): string | RegExp {
  if (!origin.endsWith(':*')) return origin;
  const escaped = origin.slice(0, -2).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped}(:\\d+)?$`);
}

export function isListedOrigin(origin: string, listed: readonly string[]): boolean {
  return listed
    .map(originPattern)
    .some((pattern) => (typeof pattern === 'string' ? pattern === origin : pattern.test(origin)));
}
