import './require-node.js';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { readFile } from 'node:fs/promises';

/**
 * Refuses a schema that breaks clients of the baseline, `test/schema/baseline.gql`. The baseline moves only together
 * with an entry under "Breaking" in CHANGELOG.md that names each change; a test holds both together.
 */
const baseline = buildSchema(await readFile('test/schema/baseline.gql', 'utf8'));
const current = buildSchema(await readFile('schema.gql', 'utf8'));

const changes = await diff(baseline, current);
const breaking = changes.filter((change) => change.criticality.level === CriticalityLevel.Breaking);

for (const change of breaking) process.stderr.write(`breaking: ${change.message} (${change.path ?? 'schema'})\n`);
if (breaking.length > 0) {
  process.stderr.write(
    'The schema breaks its clients. Keep the old field and deprecate it, or name each change in CHANGELOG.md\n' +
      'under "Breaking" and copy schema.gql to test/schema/baseline.gql.\n',
  );
  process.exitCode = 1;
}
