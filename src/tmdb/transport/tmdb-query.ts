/** Parameters of a call; undefined ones are left out. */
export type TmdbQuery = Readonly<Record<string, string | number | boolean | undefined>>;

export function toSearchParams(query: TmdbQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) params.append(name, String(value));
  }
  return params;
}
