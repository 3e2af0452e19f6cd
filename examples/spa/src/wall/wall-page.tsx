import { useQuery } from '@apollo/client/react';
import type { WallList } from '../app/routes.js';
import { graphql } from '../generated/gql.js';
import { useLocale } from '../locale/locale.js';
import { useMessages } from '../locale/use-messages.js';
import { AnswerNotice } from '../states/answer-notice.js';
import { Empty } from '../states/empty.js';
import { Failure } from '../states/failure.js';
import { Hero } from './hero.js';
import { LoadMore } from './load-more.js';
import { PosterGridSkeleton } from './poster-grid-skeleton.js';
import { PosterGrid } from './poster-grid.js';
import { useNextPage } from './use-next-page.js';
import { WallTabs } from './wall-tabs.js';

const WallDocument = graphql(`
  query Wall($list: MovieList!, $locale: Locale!, $after: String) {
    movies(list: $list, locale: $locale, first: 24, after: $after) {
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
          ...Hero
        }
      }
    }
  }
`);

interface WallPageProps {
  readonly list: WallList;
}

/** A list of films as posters, endless. */
export function WallPage({ list }: WallPageProps) {
  const variables = { list, locale: useLocale() };
  const { allShown, emptyList, lists } = useMessages();
  const { data, error, fetchMore, loading, refetch } = useQuery(WallDocument, { variables });
  const movies = data?.movies;
  const next = useNextPage(movies?.pageInfo, { fetchMore, refetch });
  const films = movies?.edges.map(({ node }) => node) ?? [];
  return (
    <>
      <title>{`${lists[list]} – WatchMe`}</title>
      <Hero film={films[0]} label={lists[list]} isLoading={loading} />
      <div className="page">
        <WallTabs current={list} />
        {movies ? (
          <AnswerNotice
            operation="Wall"
            variables={variables}
            hasFailed={next.hasFailed || error !== undefined}
            onRetry={next.retry}
          />
        ) : null}
        {!movies && loading && <PosterGridSkeleton count={24} />}
        {!movies && !loading && <Failure onRetry={next.retry} />}
        {movies && films.length === 0 && <Empty title={emptyList} />}
        <PosterGrid films={films} place="wall" />
        {next.isLoading && <PosterGridSkeleton count={6} />}
        <LoadMore next={next} />
        {movies?.pageInfo.hasNextPage === false && films.length > 0 && <p className="end">{allShown(films.length)}</p>}
      </div>
    </>
  );
}
