import type { AppConfig } from '../../config/app-config.js';
import { TmdbClient } from '../../tmdb/tmdb.client.js';
import { UpstreamUnavailableError } from '../../tmdb/tmdb.errors.js';
import { TmdbTransport } from '../../tmdb/transport/tmdb-transport.js';
import { transportOptions } from '../../tmdb/transport/transport-options.js';
import type { Report } from './finding.js';
import { everyCall } from './tmdb-calls.js';

/**
 * Asks each path that the client asks, once, and has the client's own shapes judge what comes: whether TMDb still sends
 * what the code expects. One after another, within the budget.
 */
export async function lookAtTmdbBodies({ tmdb }: AppConfig, report: Report): Promise<void> {
  const quiet = { warn: () => undefined, error: () => undefined };
  const client = new TmdbClient(new TmdbTransport(transportOptions(tmdb, { logger: quiet })));
  try {
    let good = 0;
    for await (const [name, ask] of everyCall(client)) {
      const fault = await faultOf(ask);
      if (fault === null) good += 1;
      else report.fail(`${name}: ${fault}`, 'Compare what TMDb sends with its shape in src/tmdb/wire.');
    }
    if (good > 0) report.ok(`${good} paths answer what the client expects`);
  } finally {
    client.onApplicationShutdown();
  }
}

async function faultOf(ask: () => Promise<unknown>): Promise<string | null> {
  try {
    return (await ask()) === null ? 'there is none' : null;
  } catch (error) {
    if (!(error instanceof UpstreamUnavailableError)) return error instanceof Error ? error.name : 'unknown';
    const { reason, status } = error.failure;
    return status === undefined ? reason : `${reason} (${status})`;
  }
}
