import { describe, expect, test } from '@jest/globals';
import { diagramsOf } from '../../scripts/diagrams/diagrams.js';
import { isNameInCode, readNamesInCode } from './names-in-code.js';
import { namesIn } from './names-in-diagram.js';

/** Of others, and of the web. */
const outside = new Set(
  `ALB API AWS Accept Authorization CloudWatch Copilot ETag ElastiCache Fargate HTTP HTTPS JSON Manager NAT PostgreSQL
  RDS Redis SQL Secrets Systems TLS TMDb TTL`.split(/\s+/),
);

const code = readNamesInCode();
const diagrams = diagramsOf();

test.each(diagrams)('what "$title" calls by name exists', ({ source }) => {
  const names = namesIn(source).filter((name) => !outside.has(name));
  expect(names.length).toBeGreaterThan(3);
  expect(names.filter((name) => !isNameInCode(name, code))).toEqual([]);
});

test('each name that is let through is in a diagram', () => {
  const used = new Set(diagrams.flatMap(({ source }) => namesIn(source)));
  expect([...outside].filter((name) => !used.has(name))).toEqual([]);
});

describe('a diagram', () => {
  const sample = `flowchart TB
  accTitle: What a Reader of Titles hears
  first(["TmdbKlient<br>asks /halth/ready"]) -- UPSTREAM_GONE --> second{{"CacheService.readThroughAll"}}
  Note over first,second: Mutation.signIn
  second --> third["addons/rdz.yml, dist/mane.js, TmdbClient, CacheService.readThroughEach"]
  users { text pass_word UK "user_id" }`;

  test('says its names by their looks, in whatever shape they stand', () => {
    expect(namesIn(sample)).toEqual([
      'TmdbKlient',
      '/halth/ready',
      'UPSTREAM_GONE',
      'CacheService.readThroughAll',
      'Mutation.signIn',
      'addons/rdz.yml',
      'dist/mane.js',
      'TmdbClient',
      'CacheService.readThroughEach',
      'pass_word',
      'user_id',
    ]);
  });

  test('is caught with names of nothing', () => {
    const real = namesIn(sample).filter((name) => isNameInCode(name, code));
    expect(real).toEqual(['TmdbClient', 'CacheService.readThroughEach', 'user_id']);
  });
});
