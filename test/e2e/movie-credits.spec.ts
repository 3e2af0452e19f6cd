import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Body, getBody } from '#demo/server/testing/api-client.js';
import { type Api, startApi } from '../support/api.js';
import { departmentOf, groupById, listedPerson } from './expected.js';
import { movieCredits } from './queries/movie-queries.js';
import { filmWhere, firstOf, idOf } from './subjects.js';

let api: Api;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const film = filmWhere(
  ({ cast, crew }) => cast.length > 3 && new Set(crew.map(({ person }) => person)).size < crew.length,
);

const creditsOf = async () => (await api.ask(movieCredits, { tmdbId: film.id })).data.movie;
const bodyOf = (): Promise<Body> => getBody(api.standIn, `/movie/${film.id}/credits`);

test('lists the cast by billing with the roles', async () => {
  const { cast } = await creditsOf();
  const rows = (await bodyOf()).cast;
  expect(cast.nodes).toEqual(rows.map((row: Body) => listedPerson(row, api.standIn.imageUrl)));
  expect(cast.edges.map(({ character, node }: Body) => [character, node.id])).toEqual(
    rows.map(({ character, id }: Body) => [character, idOf('Person', id)]),
  );
  expect(cast.totalCount).toBe(rows.length);
});

test('lists everyone of the crew once with all their jobs', async () => {
  const { crew } = await creditsOf();
  const people = groupById((await bodyOf()).crew);
  expect(crew.nodes).toEqual(people.map(([row]) => ({ id: idOf('Person', row.id), name: row.name })));
  expect(crew.edges.map(({ jobs, departments, node }: Body) => ({ jobs, departments, id: node.id }))).toEqual(
    people.map((rows) => ({
      id: idOf('Person', rows[0].id),
      jobs: rows.map(({ job }) => job),
      departments: [...new Set(rows.map(({ department }) => departmentOf(department)))],
    })),
  );
  expect(crew.totalCount).toBe(people.length);
});

test('names the directors and the writers, each once', async () => {
  const { directors, writers } = await creditsOf();
  const namesWith = (isWanted: (row: Body) => boolean, rows: Body[]): string[] => [
    ...new Set(rows.filter(isWanted).map(({ name }: Body) => name)),
  ];
  const { crew } = await bodyOf();
  expect(directors.map(({ name }: Body) => name)).toEqual(namesWith(({ job }) => job === 'Director', crew));
  expect(writers.map(({ name }: Body) => name)).toEqual(namesWith(({ department }) => department === 'Writing', crew));
});

test('narrows the crew to a department and to a job', async () => {
  const { department, job } = firstOf(film.crew.filter((credit) => credit.department !== 'Directing'));
  const query = `query($id: Int!, $department: Department!, $job: String!) {
    movie(tmdbId: $id) {
      ofDepartment: crew(department: $department) { edges { departments } }
      withJob: crew(job: $job) { edges { jobs } totalCount }
    }
  }`;
  const variables = { id: film.id, department: departmentOf(department), job };
  const { movie } = (await api.ask(query, variables)).data;
  expect(new Set(movie.ofDepartment.edges.flatMap(({ departments }: Body) => departments))).toEqual(
    new Set([departmentOf(department)]),
  );
  expect(movie.withJob.edges.every(({ jobs }: Body) => jobs.length === 1 && jobs[0] === job)).toBe(true);
  expect(movie.withJob.totalCount).toBe(film.crew.filter((credit) => credit.job === job).length);
});

test('pages through the cast', async () => {
  const query = `query($id: Int!, $after: String) {
    movie(tmdbId: $id) { cast(first: 2, after: $after) { nodes { tmdbId } pageInfo { endCursor hasNextPage hasPreviousPage } } }
  }`;
  const seen: number[] = [];
  for (let after: string | null = null, isMore = true; isMore;) {
    const { cast }: Body = (await api.ask(query, { id: film.id, after })).data.movie;
    expect(cast.pageInfo.hasPreviousPage).toBe(after !== null);
    seen.push(...cast.nodes.map(({ tmdbId }: Body) => tmdbId));
    ({ endCursor: after, hasNextPage: isMore } = cast.pageInfo);
  }
  expect(seen).toEqual([...new Set(film.cast.map(({ person }) => person.id))]);
});
