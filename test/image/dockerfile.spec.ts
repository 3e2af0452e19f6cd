import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { contextProblems, dockerfileProblems } from './dockerfile-rules.js';
import { planted } from './planted.js';

const dockerfile = readFileSync('Dockerfile', 'utf8');

test('the Dockerfile is free of all that is looked for', () => {
  expect(dockerfileProblems(dockerfile)).toEqual([]);
});

const production = /(?<=AS production\n)/;

describe('what is caught in a Dockerfile', () => {
  test.each<[string, string | RegExp, string, RegExp]>([
    ['an image of any version', /node:24-slim(?= AS build)/, 'node', /build: node is no version/],
    ['the latest image', /node:24-slim(?= AS build)/, 'node:latest', /node:latest is no version/],
    ['an image by a word', /node:24-slim(?= AS build)/, 'node:lts-slim', /node:lts-slim is no version/],
    ['a stage without a name', ' AS dependencies', '', /has no name/],
    ['two stages of one name', 'AS demo-build', 'AS build', /two stages are called build/],
    ['ADD', 'COPY src src', 'ADD src src', /ADD is not used here/],
    ['ENTRYPOINT', 'CMD ["node", "dist/main.js"]', 'ENTRYPOINT ["node"]\nCMD ["dist/main.js"]', /ENTRYPOINT is not/],
    ['a command in a shell', 'CMD ["node", "dist/main.js"]', 'CMD node dist/main.js', /a shell would stand between/],
    ['JSON that is none', 'CMD ["node", "dist/main.js"]', "CMD ['node', 'dist/main.js']", /JSON/],
    ['a health check in a shell', /CMD \["node", "-e", "fetch\(`.+"\]/, 'CMD node -e 1', /not in exec form/],
    ['no health check', /^HEALTHCHECK .+`.+$/m, 'HEALTHCHECK NONE', /not in exec form/],
    ['a health check left out', /^HEALTHCHECK .+`.+\n/m, '', /production has not one HEALTHCHECK but 0/],
    ['a second command', production, 'CMD ["node"]\n', /production has not one CMD but 2/],
    ['no port', 'EXPOSE 4001\n', '', /demo has not one EXPOSE but 0/],
    ['a port of root', 'EXPOSE 4000', 'EXPOSE 80', /production listens on 80/],
    ['no user', /USER node\n(?=EXPOSE 4000)/, '', /production runs as root/],
    ['root', /USER node\n(?=EXPOSE 4001)/, 'USER root\n', /demo runs as root/],
    ['root by its number', /USER node\n(?=EXPOSE 4000)/, 'USER node\nUSER 0:0\n', /production runs as root/],
    ['npm install', 'RUN npm ci', 'RUN npm install', /only npm ci/],
    ['scripts of packages', ' --ignore-scripts', '', /would run scripts/],
    ['packages of the system', 'RUN npx', 'RUN apt-get update && apt-get install -y git && npx', /apt-get brings/],
    ['a download', 'RUN npx', 'RUN curl -O https://example.com/a && npx', /curl brings/],
    ['cd', 'RUN npx', 'RUN cd src && npx', /WORKDIR is meant/],
    ['a pipe', ' > rds-ca.pem', ' | tee rds-ca.pem', /before a pipe/],
    ['a relative folder', 'WORKDIR /app', 'WORKDIR app', /app is not absolute/],
    ['a copy from no stage', '--from=dependencies', '--from=dependency', /no stage before is dependency/],
    ['a copy from a later stage', '--from=demo-build', '--from=production', /no stage before is production/],
    ['sources before packages', 'COPY package.json', 'COPY src package.json', /src is copied before the packages/],
    ['everything', 'COPY src src', 'COPY . .', /copies whatever lies there/],
    ['files of the own user', 'COPY --from=build', 'COPY --chown=node --from=build', /--chown would let/],
    ['a secret in ENV', production, 'ENV JWT_SECRET=x\n', /JWT_SECRET would stay/],
    ['a secret in ARG', production, 'ARG TMDB_READ_TOKEN\n', /TMDB_READ_TOKEN would stay/],
    ['an address with a password', production, 'ENV A=1 DATABASE_URL=postgres://a:b@c\n', /DATABASE_URL would stay/],
    ['no title', 'org.opencontainers.image.title="WatchMe"', 'title="WatchMe"', /production has no label title/],
    ['a revision that is not given', 'ARG REVISION=unknown\n', '', /label of REVISION, which is no argument/],
    ['packages for development', '--from=dependencies', '--from=build', /packages of build that are for development/],
    ['optional packages', ' --omit=optional', '', /packages of dependencies that are for development/],
    ['a target on top of its tools', 'node:24-slim AS production', 'build AS production', /has all that build has/],
    ['a target built in place', /(?<=dist dist\n)USER/, 'RUN npm cache clean\nUSER', /production is built in place/],
    ['no target for the demo', 'AS demo\n', 'AS stand-in\n', /demo is missing/],
    ['another default target', /$/, '\nFROM production AS debug\n', /last stage is not production/],
  ])('%s', (_, from, to, complaint) => {
    expect(dockerfileProblems(planted(dockerfile, from, to)).join('\n')).toMatch(complaint);
  });
});

describe('.dockerignore', () => {
  const dockerignore = readFileSync('.dockerignore', 'utf8');

  test('lets in what is copied and nothing else', () => {
    expect(contextProblems(dockerfile, dockerignore)).toEqual([]);
  });

  test.each<[string, string, string, RegExp]>([
    ['all that is not named', '*\n!package.json', '!package.json', /what is not named goes/],
    ['secrets', '!src\n', '!src\n!.env\n', /\.env goes into the build and is not copied/],
    ['too little', '!.npmrc\n', '', /\.npmrc is copied and does not go into the build/],
  ])('is caught where it lets in %s', (_, from, to, complaint) => {
    expect(contextProblems(dockerfile, planted(dockerignore, from, to)).join('\n')).toMatch(complaint);
  });
});
