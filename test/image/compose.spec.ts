import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readStages } from '../../scripts/image/dockerfile.js';
import { readCompose, schemaProblems } from './compose-file.js';
import { composeProblems } from './compose-rules.js';
import { planted } from './planted.js';

const compose = readFileSync('docker-compose.yml', 'utf8');
const stages = readStages(readFileSync('Dockerfile', 'utf8'));

type Fault = [title: string, from: string | RegExp, to: string, complaint: RegExp];

test('docker-compose.yml has the form that the Compose specification asks for', () => {
  expect(schemaProblems(compose)).toEqual([]);
});

test('docker-compose.yml is free of all that is looked for', () => {
  expect(composeProblems(readCompose(compose), stages)).toEqual([]);
});

describe('what the schema catches', () => {
  test.each<Fault>([
    ['a misspelt key', 'healthcheck:', 'helthcheck:', /services\/postgres.+additional properties/],
    ['a misspelt condition', 'condition: service_healthy', 'condition: healthy', /services\/migrate\/depends_on/],
    ['a key of services at the top', 'name: watchme', 'image: watchme', /additional properties/],
    ['a value of another type', 'retries: 30', 'retries: [30]', /retries/],
    ['a duration that is none', 'interval: 2s', 'interval: [2]', /interval/],
    ['a capability twice', 'cap_drop: [ALL]', 'cap_drop: [ALL, ALL]', /duplicate/],
    ['broken YAML', 'volumes:\n  database:', 'volumes: [\n  database:', /Invalid YAML/],
  ])('%s', (_, from, to, complaint) => {
    expect(schemaProblems(planted(compose, from, to)).join('\n')).toMatch(complaint);
  });
});

const afterPostgres = /(?<=image: postgres:18\n)/;
const inApi = /(?<=^ {6}PORT: '4000'\n)/m;

describe('what is caught beyond it', () => {
  test.each<Fault>([
    ['an image of any version', 'postgres:18', 'postgres', /postgres: postgres is no version/],
    ['the latest image', 'redis:7.4-alpine', 'redis:latest', /redis: redis:latest is no version/],
    ['a target that is none', 'target: demo', 'target: stand-in', /demo: the Dockerfile has no target stand-in/],
    ['another folder', /context: \.\n(?= +target: demo)/, 'context: ..\n', /demo: \.\. is not this folder/],
    ['a port for all', '127.0.0.1:4000:4000', '4000:4000', /api: 4000:4000 is open to the network/],
    [
      'a port for all by its address',
      "'127.0.0.1:4001:4001'",
      "'0.0.0.0:4001:4001'",
      /demo: .+ is open to the network/,
    ],
    ['another port', '127.0.0.1:4001:4001', '127.0.0.1:4001:4000', /demo: .+ is not the port of its image/],
    ['a port that is not listened on', "PORT: '4000'", "PORT: '4002'", /api does not listen on 4002/],
    ['no health check', / {4}healthcheck:\n.+REDISCLI(.+\n){4}/, '', /redis: nobody asks whether it is well/],
    ['a health check that asks nothing', 'test: [CMD, pg_isready', 'test: [NONE', /postgres: its health check asks/],
    ['a health check without end', '      retries: 30\n', '', /postgres: its health check has no retries/],
    ['a dependency that is none', /postgres:(?=\n +condition)/, 'database:', /migrate: waits for database/],
    [
      'a dependency that has only begun',
      'redis:\n        condition: service_healthy',
      'redis:\n        condition: service_started',
      /api: does not wait until redis/,
    ],
    ['the demo needed', '        required: false\n', '', /api: can not start without demo/],
    ['the demo always', '    profiles: [demo]\n', '', /demo is of another profile/],
    ['a service now and then', afterPostgres, '    profiles: [database]\n', /postgres is of another profile/],
    ['a volume that is not declared', 'database:/var', 'data:/var', /data is no named volume/],
    ['a folder of this machine', 'database:/var', './data:/var', /\.\/data is no named volume/],
    ['a volume that is not used', /^ {2}database:$/m, '  database:\n  more:', /nobody uses the volume more/],
    ['secrets that others may write', 'secrets:/secrets:ro', 'secrets:/secrets', /postgres may write the secrets/],
    [
      'a password',
      'POSTGRES_PASSWORD_FILE: /secrets/database-password',
      'POSTGRES_PASSWORD: watchme',
      /postgres: POSTGRES_PASSWORD is written/,
    ],
    [
      'a password that stands for none',
      '${TMDB_READ_TOKEN:-}',
      '${TMDB_READ_TOKEN:-abc}',
      /api: TMDB_READ_TOKEN is written/,
    ],
    [
      'a password of Redis',
      '"$$(cat /secrets/redis-password)" --maxmemory',
      'hunter2 --maxmemory',
      /redis: hunter2 is a password/,
    ],
    ['a password in an address', ':$${database}@', ':hunter2@', /secrets: hunter2 is a password/],
    ['a password in a command', '. /secrets/api.env\n', 'export JWT_SECRET=hunter2\n', /api: hunter2 is a password/],
    ['files that can be written', 'read_only: true', 'read_only: false', /api: it may write its own files/],
    ['capabilities', 'cap_drop: [ALL]', 'cap_drop: [NET_RAW]', /redis: it has capabilities/],
    ['more capabilities', 'cap_drop: [ALL]', 'cap_drop: [ALL]\n  cap_add: [SYS_ADMIN]', /api: cap_add opens it/],
    ['processes that nobody reaps', 'init: true', 'init: false', /migrate: nobody reaps/],
    ['new privileges', /^ {4}security_opt: .+\n/m, '', /postgres: it may gain privileges/],
    ['a privileged one', 'user: redis', 'privileged: true', /redis: privileged opens it/],
    ['the network of this machine', 'user: redis', 'network_mode: host', /redis: it is in the network host/],
    ['root with a network', '    network_mode: none\n', '', /secrets: root has a network/],
    ['a variable that nobody reads', inApi, '      LOG_LEVELS: info\n', /api is given LOG_LEVELS, which nobody reads/],
    [
      'a variable that nobody reads, in its shell',
      'TMDB_BASE_URL=',
      'TMDB_URL=',
      /api is given TMDB_URL, which nobody/,
    ],
    ['a secret that is not made', 'export JWT_SECRET=', 'export JWT_KEY=', /api is not given JWT_SECRET/],
    ['a value that is refused', 'LOG_LEVEL:-info', 'LOG_LEVEL:-loud', /LOG_LEVEL can not be loud/],
    ['a variable of another name', '${EXPLORER:-on}', '${EXPLORE:-on}', /api takes EXPLORER from EXPLORE/],
    ['nothing that stands for a value', '${EXPLORER:-on}', '${EXPLORER}', /api: \$\{EXPLORER\} has nothing to stand/],
    ['a $ that Compose fills in', '"$$TMDB_READ_TOKEN"', '"$TMDB_READ_TOKEN"', /api: Compose would fill in/],
  ])('%s', (_, from, to, complaint) => {
    expect(composeProblems(readCompose(planted(compose, from, to)), stages).join('\n')).toMatch(complaint);
  });
});
