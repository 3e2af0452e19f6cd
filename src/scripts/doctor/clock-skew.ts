import type { Report } from './finding.js';

const toleratedMs = 2000;
/** Access tokens are dated by the clock of whoever makes them. */
const harmfulMs = 30_000;

/** `theirsMs` is the time that another machine tells, somewhere between two moments of this one's clock. */
export function tellSkew(report: Report, theirsMs: number, beforeMs: number, afterMs: number): void {
  const skewMs = Math.max(0, theirsMs - afterMs, beforeMs - theirsMs);
  const what = `its clock differs from this machine's by ${(skewMs / 1000).toFixed(1)} s`;
  const remedy = 'Set the clocks of both by NTP (chrony, systemd-timesyncd).';
  if (skewMs > harmfulMs) report.fail(what, `${remedy} Tokens of one are not accepted by the other.`);
  else if (skewMs > toleratedMs) report.warn(what, remedy);
}
