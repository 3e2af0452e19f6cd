import { skipToken, useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql } from '../generated/gql.js';
import { useLocale } from '../locale/locale.js';
import { useMessages } from '../locale/use-messages.js';
import { announce } from '../states/announcer.js';
import { AnswerNotice } from '../states/answer-notice.js';
import { Failure } from '../states/failure.js';
import { LoadMore } from '../wall/load-more.js';
import { PosterGridSkeleton } from '../wall/poster-grid-skeleton.js';
import { PosterGrid } from '../wall/poster-grid.js';
import { useNextPage } from '../wall/use-next-page.js';

const SearchDocument = graphql(`
  query Search($query: String!, $locale: Locale!, $after: String) {
    searchMovies(query: $query, locale: $locale, first: 24, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          ...PosterCard
        }
      }
    }
  }
`);

interface SearchPageProps {
  readonly query: string;
}

/** A new query leaves the former one, whose request is aborted; its films stay until the new ones are there. */
export function SearchPage({ query }: SearchPageProps) {
  const variables = { query, locale: useLocale() };
  const { noResults, noResultsHint, results, search, searchHint } = useMessages();
  const options = query === '' ? skipToken : { variables };
  const { data, error, fetchMore, loading, previousData, refetch } = useQuery(SearchDocument, options);
  const found = (data ?? (loading ? previousData : undefined))?.searchMovies;
  const next = useNextPage(data?.searchMovies?.pageInfo, { fetchMore, refetch });
  const count = data?.searchMovies?.totalCount;
  const heading = count === undefined || query === '' ? search : count === 0 ? noResults(query) : results(count, query);

  useEffect(() => {
    if (count !== undefined) announce(heading);
  }, [count, heading]);

  return (
    <div className="page page-plain">
      <title>{`${query === '' ? search : query} – WatchMe`}</title>
      <h1 tabIndex={-1}>{heading}</h1>
      {query === '' && <p>{searchHint}</p>}
      {count === 0 && <p>{noResultsHint}</p>}
      {data?.searchMovies ? (
        <AnswerNotice
          operation="Search"
          variables={variables}
          hasFailed={next.hasFailed || error !== undefined}
          onRetry={next.retry}
        />
      ) : null}
      {query !== '' && !loading && !data?.searchMovies && <Failure onRetry={next.retry} />}
      {query !== '' && loading && !found && <PosterGridSkeleton count={12} />}
      {query !== '' && found && (
        <div aria-busy={loading}>
          <PosterGrid films={found.edges.map(({ node }) => node)} place="found" />
        </div>
      )}
      <LoadMore next={next} />
    </div>
  );
}
