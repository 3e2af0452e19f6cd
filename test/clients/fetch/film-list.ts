import { type FilmCardFragment, FilmsDocument, type FilmsQuery } from '../gql/graphql.js';
import { type Answer, ask, type Asker } from './ask.js';

/** The first films of a list, read page by page: `endCursor` of the one is `after` of the next. */
export async function allFilms(asker: Asker, count: number): Promise<readonly FilmCardFragment[]> {
  const films: FilmCardFragment[] = [];
  let after: string | null = null;
  do {
    const page: Answer<FilmsQuery> = await ask(asker, FilmsDocument, { list: 'POPULAR', first: 20, after });
    const movies = page.data?.movies;
    if (!movies) throw new Error(page.errors?.[0]?.extensions.code);
    films.push(...movies.edges.map(({ node }) => node));
    after = movies.pageInfo.hasNextPage ? movies.pageInfo.endCursor : null;
  } while (after !== null && films.length < count);
  return films.slice(0, count);
}
