/** TMDb counts its things from 1 in 32-bit integers, as GraphQL's Int does. */
export const maxTmdbId = 2_147_483_647;

/** Whether TMDb could know the number, written as it writes it: `550`, not `0550` or `5.5e2`. */
export function isTmdbId(id: string | number): boolean {
  return /^[1-9]\d{0,9}$/.test(String(id)) && Number(id) <= maxTmdbId;
}
