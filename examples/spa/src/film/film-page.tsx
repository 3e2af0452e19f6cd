import { useFragment, useQuery } from '@apollo/client/react';
import { useAnswer } from '../api/answers.js';
import { graphql } from '../generated/gql.js';
import { useLocale } from '../locale/locale.js';
import { useMessages } from '../locale/use-messages.js';
import { AnswerNotice } from '../states/answer-notice.js';
import { Failure } from '../states/failure.js';
import { NotFoundPage } from '../states/not-found-page.js';
import { PosterCardFragment } from '../wall/poster-card.js';
import { CastRow } from './cast-row.js';
import { FilmHead } from './film-head.js';
import { FilmSkeleton } from './film-skeleton.js';
import { Providers } from './providers.js';
import { RelatedFilms } from './related-films.js';
import { Trailer } from './trailer.js';

const FilmDocument = graphql(`
  query Film($id: ID!, $locale: Locale!) {
    movie(id: $id, locale: $locale) {
      id
      ...PosterCard
      ...FilmDetails
      ...Trailer
      ...CastRow
      ...Providers
      recommendations(first: 12) {
        ...RelatedFilms
      }
      similar(first: 12) {
        ...RelatedFilms
      }
    }
  }
`);

interface FilmPageProps {
  readonly id: string;
}

/** What a list has told already is shown at once; each part that can fail by itself is missing by itself. */
export function FilmPage({ id }: FilmPageProps) {
  const variables = { id, locale: useLocale() };
  const { filmNotFound, recommended, similar } = useMessages();
  const { data: card, complete: isTold } = useFragment({
    fragment: PosterCardFragment,
    fragmentName: 'PosterCard',
    from: { __typename: 'Movie', id },
  });
  const { data, error, loading, refetch } = useQuery(FilmDocument, { variables, errorPolicy: 'all' });
  const retry = (): void => void refetch().catch(() => null);
  // Null means that there is none, or that it failed.
  const isPartial = useAnswer('Film', variables)?.isPartial === true;
  const film = data?.movie;
  if (film === null && error === undefined) return <NotFoundPage title={filmNotFound} />;
  if (!isTold) return loading ? <FilmSkeleton /> : <Failure onRetry={retry} />;
  return (
    <article aria-busy={loading}>
      <FilmHead card={card} film={film} isPartial={isPartial} />
      <div className="page">
        <AnswerNotice
          operation="Film"
          variables={variables}
          hasFailed={!loading && error !== undefined}
          onRetry={retry}
        />
        {film && (
          <>
            <CastRow film={film} />
            <div className="columns">
              <Trailer film={film} title={card.title} />
              <Providers film={film} isPartial={isPartial} />
            </div>
            <RelatedFilms title={recommended} place="recommended" films={film.recommendations} />
            <RelatedFilms title={similar} place="similar" films={film.similar} />
          </>
        )}
        {!film && loading && <FilmSkeleton isBodyOnly />}
      </div>
    </article>
  );
}
