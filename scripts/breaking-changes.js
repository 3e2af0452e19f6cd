import './require-node.js';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/**
 * Refuses a schema that breaks clients of `test/schema/baseline.gql`. The baseline moves only together with
 * CHANGELOG.md, which names the fingerprint of the baseline it speaks of and, under "Breaking", each change.
 */
const baselineText = await readFile('test/schema/baseline.gql', 'utf8');
const fingerprint = createHash('sha256').update(baselineText).digest('hex').slice(0, 12);
const changes = await diff(buildSchema(baselineText), buildSchema(await readFile('schema.gql', 'utf8')));
const breaking = changes.filter((change) => change.criticality.level === CriticalityLevel.Breaking);

for (const change of breaking) fail(`breaking: ${change.message} (${change.path ?? 'schema'})`);
if (breaking.length > 0) {
  fail(
    'The schema breaks its clients. Keep the old field and deprecate it; or name each change in CHANGELOG.md under\n' +
      '"Breaking", copy schema.gql to test/schema/baseline.gql and write its new fingerprint there.',
  );
}
if (!(await readFile('CHANGELOG.md', 'utf8')).includes(fingerprint)) {
  fail(
    `CHANGELOG.md does not name the schema's baseline: write its fingerprint, \`${fingerprint}\`, with what changed.`,
  );
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
