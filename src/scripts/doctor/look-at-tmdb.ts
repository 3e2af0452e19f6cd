import type { AppConfig } from '../../config/app-config.js';
import { tellSkew } from './clock-skew.js';
import type { Report } from './finding.js';

const patienceMs = 5000;
const slowMs = 1000;
/** HTTP tells the time in whole seconds. */
const secondMs = 1000;

const remedies: Readonly<Record<string, string>> = {
  ENOTFOUND: 'The name is not known: see TMDB_BASE_URL and the DNS of this machine.',
  EAI_AGAIN: 'The DNS of this machine does not answer.',
  ECONNREFUSED: 'Nothing listens there: see TMDB_BASE_URL.',
  TimeoutError: 'See whether a firewall, a missing NAT gateway or a proxy is in the way.',
};

/** One call: whether TMDb can be reached, takes the token and is quick; and what time it is there. */
export async function lookAtTmdb({ tmdb }: AppConfig, report: Report): Promise<void> {
  const beforeMs = Date.now();
  const startedAt = performance.now();
  let answer: Response;
  try {
    answer = await fetch(`${tmdb.baseUrl}/configuration`, {
      headers: { authorization: `Bearer ${tmdb.readToken}`, accept: 'application/json' },
      signal: AbortSignal.timeout(patienceMs),
      redirect: 'manual',
    });
    await answer.arrayBuffer();
  } catch (error) {
    const code = codeOf(error);
    const remedy = remedies[code] ?? 'See TMDB_BASE_URL, and whether a proxy or its certificate is in the way.';
    report.fail(`can not be reached (${code})`, remedy);
    return;
  }
  tellAnswer(report, answer.status, Math.round(performance.now() - startedAt));
  const date = Date.parse(answer.headers.get('date') ?? '');
  // What a cache on the way held is as old as it says.
  const ageMs = Number(answer.headers.get('age') ?? 0) * secondMs;
  if (!Number.isNaN(date)) tellSkew(report, date + ageMs, beforeMs - secondMs, Date.now());
}

function tellAnswer(report: Report, status: number, tookMs: number): void {
  if (status === 401 || status === 403) {
    report.fail(
      `does not accept the token (${status})`,
      'Copy the "API Read Access Token" from https://www.themoviedb.org/settings/api into TMDB_READ_TOKEN.',
    );
  } else if (status === 429) report.warn('asks to be left alone (429)', 'Wait; see who else uses the same key.');
  else if (status === 404) report.fail('has nothing at this address (404)', 'End TMDB_BASE_URL with /3.');
  else if (status !== 200) report.fail(`answers ${status}`, 'See https://status.themoviedb.org; try again later.');
  else if (tookMs > slowMs) report.warn(`took ${tookMs} ms`, 'Look at the way to it: proxies, DNS, the region.');
  else report.ok(`is reached and accepts the token, in ${tookMs} ms`);
}

function codeOf(error: unknown): string {
  const { name, cause } = error as Error;
  return name === 'TimeoutError' ? name : ((cause as NodeJS.ErrnoException | undefined)?.code ?? name);
}
