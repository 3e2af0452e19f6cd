import '../require-node.js';
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { examine } from './doctor/examine.js';
import { type Finding, levels, worstOf } from './doctor/finding.js';

const usage = `Usage: doctor [--tmdb] [--json]
  --tmdb  asks TMDb each path that the API asks, and checks what comes
  --json  one document in place of lines
`;

/**
 * Looks at the configuration and all that the API depends on, and says of each part how it is and what to do. Ends with 0
 * where all is well, 1 where something may go wrong, and 2 where something is.
 */
try {
  const { values } = parseArgs({ options: { tmdb: { type: 'boolean' }, json: { type: 'boolean' } } });
  const findings = await examine(process.env, { readsBodies: values.tmdb === true });
  const worst = worstOf(findings);
  process.stdout.write(
    values.json === true ? `${JSON.stringify({ worst, findings }, null, 2)}\n` : findings.map(lineOf).join(''),
  );
  process.exitCode = levels.indexOf(worst);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = levels.length;
}

function lineOf({ level, part, what, remedy }: Finding): string {
  const sentence = remedy === undefined ? '' : `. ${remedy}`;
  return `${level.padEnd(4)}  ${part}: ${what}${sentence}\n`;
}
