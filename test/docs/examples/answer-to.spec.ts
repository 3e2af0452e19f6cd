import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { cheapHashing } from '../../support/accounts.js';
import { answerTo } from './answer-to.js';
import { documentedEndpoint } from './documented-request.js';
import { type Example, examplesOf } from './example.js';
import { NotedValues } from './noted-values.js';

const film = '{ movie(tmdbId: 1000000076) { title } }';
const get = `curl -i -G ${documentedEndpoint} -H 'apollo-require-preflight: 1' --data-urlencode 'query=${film}'`;

function exampleOf(markdown: string): Example {
  const [example] = examplesOf('sample.md', markdown);
  if (example === undefined) throw new Error('The sample has no example.');
  return example;
}

describe('answerTo', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi(cheapHashing);
  });
  afterAll(() => api.close());

  const isTrue = async (markdown: string, noted = new NotedValues()): Promise<boolean> => {
    const example = exampleOf(markdown);
    return (await answerTo(example, api, noted)) === example.answer.text;
  };

  test.each([
    ['Seven Samurai', true],
    ['Six Samurai', false],
  ])('compares what is promised: %s is %p', async (title, expected) => {
    const answer = `{ "data": { "movie": { "title": "${title}" } } }`;
    expect(await isTrue(`\`\`\`graphql\n${film}\n\`\`\`\n\n\`\`\`json\n${answer}\n\`\`\`\n`)).toBe(expected);
    const asked = `\`\`\`sh\n${get}\n\`\`\`\n\n\`\`\`http\nHTTP/1.1 200 OK\n\n${answer}\n\`\`\`\n`;
    expect(await isTrue(asked)).toBe(expected);
  });

  test.each([
    ['HTTP/1.1 200 OK', true],
    ['HTTP/1.1 304 Not Modified', false],
    ['HTTP/1.1 200 OK\nCache-Control: public, max-age=…', true],
    ['HTTP/1.1 200 OK\nCache-Control: private, max-age=…', false],
    ['HTTP/1.1 200 OK\nX-Nothing: …', true],
    ['HTTP/1.1 200 OK\nX-Nothing: a', false],
  ])('compares the head: %j is %p', async (head, expected) => {
    expect(await isTrue(`\`\`\`sh\n${get}\n\`\`\`\n\n\`\`\`http\n${head}\n\`\`\`\n`)).toBe(expected);
  });

  test('sends the headers that the first comments name, and the variables', async () => {
    const query = '# Accept-Language: pt-BR\nquery Film($id: Int!) { movie(tmdbId: $id) { title } }';
    const variables = '```json variables\n{ "id": 1000000076 }\n```\n\n';
    const answer = '{ "data": { "movie": { "title": "Os Sete Samurais" } } }';
    expect(await isTrue(`\`\`\`graphql\n${query}\n\`\`\`\n\n${variables}\`\`\`json\n${answer}\n\`\`\`\n`)).toBe(true);
  });

  test('fills in what an answer before it has told', async () => {
    const noted = new NotedValues();
    const register = `mutation { register(input: { email: "eva@example.com", password: "seventeen quiet owls at noon" }) {
      ... on AuthSuccess { accessToken }
    } }`;
    const registered = '{ "data": { "register": { "accessToken": "…" } } }';
    expect(await isTrue(`\`\`\`graphql\n${register}\n\`\`\`\n\n\`\`\`json\n${registered}\n\`\`\`\n`, noted)).toBe(true);
    const viewer = '# Authorization: Bearer $ACCESS_TOKEN\n{ viewer { email } }';
    const seen = '{ "data": { "viewer": { "email": "eva@example.com" } } }';
    expect(await isTrue(`\`\`\`graphql\n${viewer}\n\`\`\`\n\n\`\`\`json\n${seen}\n\`\`\`\n`, noted)).toBe(true);
  });

  test('refuses what no answer has told', async () => {
    const viewer = '# Authorization: Bearer $ACCESS_TOKEN\n{ viewer { email } }';
    const asked = isTrue(`\`\`\`graphql\n${viewer}\n\`\`\`\n\n\`\`\`json\n{}\n\`\`\`\n`);
    await expect(asked).rejects.toThrow('No answer before this one has told $ACCESS_TOKEN.');
  });
});
