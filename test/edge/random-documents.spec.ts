import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { startStandIn, type StandIn } from '#demo/stand-in.js';
import { documentLimits } from '../../src/platform/graphql/limits/limits.js';
import { countTokens } from '../../src/platform/graphql/limits/token-count.js';
import { type Account, cheapHashing, signUp } from '../support/accounts.js';
import { type Api, startApi } from '../support/api.js';
import { createDatabase } from '../support/postgres.js';
import { FrontCounts } from './front/front-counts.js';
import { askRaw, lastingPartOf, type RawAnswer } from './front/raw-answer.js';
import { randomDocument, type RandomDocument } from './random/random-document.js';
import { Random } from './random/random.js';

const schema = buildSchema(readFileSync('schema.gql', 'utf8'));
const seed = 20_261_125;
const wanted = 500;

let counts: FrontCounts;
let standIn: StandIn;
let database: Awaited<ReturnType<typeof createDatabase>>;
let front: Api;
let apollo: Api;
let reader: Account;

beforeAll(async () => {
  counts = new FrontCounts();
  standIn = await startStandIn();
  database = await createDatabase();
  const env = { ...cheapHashing, DATABASE_URL: database?.url ?? '', FRONT_MEMORY_MB: '0' };
  front = await startApi({ ...env, FRONT: 'full' }, standIn);
  apollo = await startApi({ ...env, FRONT: 'off' }, standIn);
  reader = await signUp(front);
});
afterAll(async () => {
  await front.close();
  await apollo.close();
  await database?.drop();
  await standIn.close();
  counts.restore();
});

function documents(): RandomDocument[] {
  const random = new Random(seed);
  const made: RandomDocument[] = [];
  while (made.length < wanted) {
    const document = randomDocument(schema, random);
    // Those that are too long are refused before either sees them.
    if (countTokens(document.query) > documentLimits.tokens) continue;
    if (validate(schema, parse(document.query)).length === 0) made.push(document);
  }
  return made;
}

/** Two apps store at two times, and each entry for a time that is random within bounds. */
function textOf(answer: RawAnswer): string {
  return JSON.stringify(lastingPartOf(answer)).replaceAll(/(public|private), max-age=\d+/g, 'for a while');
}

async function ask(api: Api, document: RandomDocument, number: number): Promise<RawAnswer> {
  const headers = {
    'x-request-id': `document-${number}`,
    ...(number % 4 === 0 && reader.headers),
    ...(number % 3 === 0 && { 'accept-language': 'pt-BR, en;q=0.5' }),
  };
  return askRaw(api.url, { ...document, headers });
}

test('random documents are answered the same by the front and by Apollo, and nearly all executed by the front', async () => {
  let withoutErrors = 0;
  let executed = 0;
  const differing: object[] = [];
  for (const [number, document] of documents().entries()) {
    for (const time of ['cold', 'warm']) {
      counts.take();
      const answer = await ask(front, document, number);
      const { byApollo, executed: runs } = counts.take();
      const expected = await ask(apollo, document, number);
      const isSame = textOf(answer) === textOf(expected);
      if (!isSame) differing.push({ time, ...document, answer: textOf(answer), expected: textOf(expected) });
      if (time === 'cold' || expected.status !== 200 || expected.body.includes('"errors":')) continue;
      withoutErrors += 1;
      if (runs === 1 && byApollo === 0) executed += 1;
    }
  }
  expect(differing).toEqual([]);
  expect(withoutErrors).toBeGreaterThan(wanted * 0.8);
  expect(executed / withoutErrors).toBeGreaterThan(0.9);
}, 120_000);
