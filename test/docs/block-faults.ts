import { type GraphQLSchema, Kind, NoUnusedFragmentsRule, parse, specifiedRules, validate } from 'graphql';
import { parseAllDocuments } from 'yaml';
import { type Block, blocksOf } from './blocks.js';
import { unansweredOf } from './examples/example.js';
import { shellFaults } from './shell-faults.js';
import { shownFaults } from './shown-code.js';
import type { Tree } from './tree.js';

interface Surroundings {
  readonly schema: GraphQLSchema;
  readonly tree: Tree;
}

/** What each language is held to; there is no other. */
const checks: Readonly<Record<string, (block: Block, surroundings: Surroundings) => string[]>> = {
  graphql: graphqlFaults,
  json: ({ text }) => faultOf(() => void JSON.parse(text)),
  http: httpFaults,
  sh: (block, { tree }) => shellFaults(block, tree),
  yaml: ({ text }) => parseAllDocuments(text).flatMap(({ errors }) => errors.map(({ message }) => message)),
  // Types are looked at by test/clients, diagrams by rendering them, statements by PostgreSQL (sql.spec.ts).
  ts: () => [],
  tsx: () => [],
  mermaid: () => [],
  sql: () => [],
  // PromQL: its names are looked at by test/telemetry/metrics.spec.ts.
  text: () => [],
};

/** What is wrong with the blocks of a document, such as `3: swift is no language of the documents`. */
export function blockFaults(markdown: string, surroundings: Surroundings): string[] {
  const unanswered = unansweredOf(markdown).map(({ firstLine }) => `${firstLine}: no answer is shown`);
  const wrong = blocksOf(markdown).flatMap((block) => {
    const check = checks[block.language] ?? (() => [`"${block.language}" is no language of the documents`]);
    const faults = [...check(block, surroundings), ...shownFaults(block, surroundings.tree)];
    return faults.map((fault) => `${block.firstLine}: ${fault}`);
  });
  return [...unanswered, ...wrong];
}

function graphqlFaults({ text }: Block, { schema }: Surroundings): string[] {
  return faultOf(() => {
    const document = parse(text);
    const isFragment = document.definitions.every(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    const rules = specifiedRules.filter((rule) => !isFragment || rule !== NoUnusedFragmentsRule);
    const [error] = validate(schema, document, rules);
    if (error !== undefined) throw error;
  });
}

/** A head, with its first line or without, then perhaps a body of JSON. */
function httpFaults({ text }: Block): string[] {
  const [head = '', body] = text.split('\n\n');
  const [first = '', ...others] = head.trim().split('\n');
  const lines = /^HTTP\/1\.1 \d{3} \w/.test(first) ? others : [first, ...others];
  const wrong = lines.filter((line) => !/^[A-Za-z-]+: \S/.test(line)).map((line) => `"${line}" is no header`);
  return [...wrong, ...(body === undefined ? [] : faultOf(() => void JSON.parse(body)))];
}

function faultOf(attempt: () => void): string[] {
  try {
    attempt();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}
