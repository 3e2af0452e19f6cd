import { graphql, useLazyLoadQuery, useRefetchableFragment } from 'react-relay';
import type { filmPage_film$key } from './__generated__/filmPage_film.graphql.js';
import type { filmPageQuery as FilmPageQuery } from './__generated__/filmPageQuery.graphql.js';
import type { filmPageRefetchQuery } from './__generated__/filmPageRefetchQuery.graphql.js';

export const filmPageQuery = graphql`
  query filmPageQuery($id: ID!) {
    movie(id: $id) {
      ...filmPage_film
    }
  }
`;

/** A film, with a button that asks for it anew. */
export function FilmPage({ id, onFresh }: { readonly id: string; readonly onFresh?: () => void }) {
  const { movie } = useLazyLoadQuery<FilmPageQuery>(filmPageQuery, { id });
  const [film, refetch] = useRefetchableFragment<filmPageRefetchQuery, filmPage_film$key>(
    graphql`
      fragment filmPage_film on Movie @refetchable(queryName: "filmPageRefetchQuery") {
        title
        overview
        genres {
          id
          name
        }
        viewerState {
          id
          isOnWatchlist
          rating
        }
      }
    `,
    movie,
  );
  if (!film) return <p>There is no such film.</p>;
  return (
    <>
      <h1>{film.title}</h1>
      {film.overview && <blockquote>{film.overview}</blockquote>}
      {film.genres?.map((genre) => (
        <em key={genre.id}>{genre.name}</em>
      ))}
      {film.viewerState && (
        <>
          <label>
            <input type="checkbox" readOnly checked={film.viewerState.isOnWatchlist} /> On your watchlist
          </label>
          <output>{film.viewerState.rating}</output>
        </>
      )}
      <button onClick={() => refetch({}, { fetchPolicy: 'network-only', onComplete: onFresh })}>Refresh</button>
    </>
  );
}
