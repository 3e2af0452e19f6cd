import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { dockerfileProblems } from './dockerfile-rules.js';

const dockerfile = readFileSync('Dockerfile', 'utf8');

function planted(from: string | RegExp, to: string): string {
  const text = dockerfile.replace(from, to);
  if (text === dockerfile) throw new Error(`The Dockerfile has no ${from}`);
  return text;
}

describe('the Dockerfile', () => {
  test('is free of what is looked for', () => {
    expect(dockerfileProblems(dockerfile)).toEqual([]);
  });

  test.each<[string, string | RegExp, string, RegExp]>([
    [
      'an image of no version',
      'FROM node:24-slim AS build',
      'FROM node AS build',
      /build is from node, which is no version/,
    ],
    ['the latest image', 'FROM node:24-slim AS production', 'FROM node:latest AS production', /which is no version/],
    ['ADD', 'COPY src src', 'ADD src src', /COPY tells what it does/],
    ['npm install', 'npm ci --ignore-scripts\n', 'npm install --ignore-scripts\n', /npm ci installs what is locked/],
    ['scripts of packages', 'npm ci --ignore-scripts --omit', 'npm ci --omit', /packages run no scripts/],
    [
      'packages of the system',
      'COPY src src',
      'RUN apt-get install -y curl\nCOPY src src',
      /the image has what it needs/,
    ],
    ['a folder from nowhere', 'WORKDIR /app', 'WORKDIR app', /a folder is told from the root/],
    ['a secret in a layer', 'ARG VERSION=dev', 'ENV TMDB_READ_TOKEN=x', /a layer keeps no secret/],
    ['a command by a shell', 'CMD ["node", "dist/main.js"]', 'CMD node dist/main.js', /a shell takes no signals/],
    ['a stage that is not there', '--from=dependencies', '--from=dependency', /no stage of this name is earlier/],
    [
      'sources before packages',
      'RUN npm ci --ignore-scripts\n',
      'COPY src src\nRUN npm ci --ignore-scripts\n',
      /copies sources before/,
    ],
    ['root', /USER node\nEXPOSE 4000/, 'EXPOSE 4000', /production runs as root/],
    ['two commands', 'EXPOSE 4000', 'CMD ["node"]\nEXPOSE 4000', /production has 2 CMD/],
    ['no health check', /# For compose.+\nHEALTHCHECK.+\n/, '', /production has 0 HEALTHCHECK/],
    [
      'no licence',
      'LABEL org.opencontainers.image.title="WatchMe" \\\n',
      'LABEL a=b\n#',
      /production has no label licenses/,
    ],
  ])('with %s is refused', (_, from, to, complaint) => {
    expect(dockerfileProblems(planted(from, to)).join('\n')).toMatch(complaint);
  });
});
