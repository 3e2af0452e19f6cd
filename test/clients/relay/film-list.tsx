import { graphql, useLazyLoadQuery, usePaginationFragment } from 'react-relay';
import type { filmList_films$key } from './__generated__/filmList_films.graphql.js';
import type { filmListPageQuery } from './__generated__/filmListPageQuery.graphql.js';
import type { filmListQuery as FilmListQuery } from './__generated__/filmListQuery.graphql.js';

export const filmListQuery = graphql`
  query filmListQuery {
    ...filmList_films
  }
`;

/** Films, with a button for the next page. */
export function FilmList({ onPage }: { readonly onPage?: () => void }) {
  const query = useLazyLoadQuery<FilmListQuery>(filmListQuery, {});
  const { data, hasNext, loadNext } = usePaginationFragment<filmListPageQuery, filmList_films$key>(
    graphql`
      fragment filmList_films on Query
      @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" })
      @refetchable(queryName: "filmListPageQuery") {
        movies(list: POPULAR, first: $first, after: $after) @connection(key: "filmList_movies") {
          edges {
            node {
              id
              title
            }
          }
        }
      }
    `,
    query,
  );
  return (
    <>
      {data.movies?.edges.map(({ node }) => (
        <p key={node.id} id={node.id}>
          {node.title}
        </p>
      ))}
      {hasNext && <button onClick={() => loadNext(20, { onComplete: onPage })}>More</button>}
    </>
  );
}
