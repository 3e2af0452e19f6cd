import { type FragmentType, readFragment } from '../generated/fragment-masking.js';
import { graphql } from '../generated/gql.js';
import type { PosterCardFragment } from '../generated/graphql.js';
import { formatDay } from '../locale/formats.js';
import { useLocale } from '../locale/locale.js';
import { useMessages } from '../locale/use-messages.js';
import { FilmActions } from '../library/film-actions.js';
import { AverageBadge } from '../wall/average-badge.js';
import { Backdrop } from '../wall/backdrop.js';
import { Poster } from '../wall/poster.js';

const FilmDetailsFragment = graphql(`
  fragment FilmDetails on Movie {
    originalTitle
    originalLanguage
    tagline
    overview
    runtimeMinutes
    certification
    genres {
      id
      name
    }
    directors {
      id
      name
    }
    backdrop {
      id
      url
      srcSet
    }
  }
`);

interface FilmHeadProps {
  readonly card: PosterCardFragment;
  /** Absent while it is on its way. */
  readonly film: FragmentType<typeof FilmDetailsFragment> | null | undefined;
  /** What is null may have failed. */
  readonly isPartial: boolean;
}

export function FilmHead({ card, film, isPartial }: FilmHeadProps) {
  const locale = useLocale();
  const details = readFragment(FilmDetailsFragment, film);
  const { directedBy, noOverview, overview, runtime, untitled } = useMessages();
  const title = card.title ?? untitled;
  const directors = details?.directors?.flatMap(({ name }) => name ?? []) ?? [];
  return (
    <header className="film-head">
      <title>{`${title} – WatchMe`}</title>
      <Backdrop image={details?.backdrop} />
      <div className="film-head-inner">
        <Poster image={card.poster} title={title} isEager sizes="(max-width: 720px) 40vw, 300px" />
        <div className="film-head-text">
          <h1 tabIndex={-1}>{title}</h1>
          {details?.originalTitle && details.originalTitle !== title && (
            <p className="original-title" lang={details.originalLanguage ?? undefined}>
              {details.originalTitle}
            </p>
          )}
          {details?.tagline && <p className="tagline">{details.tagline}</p>}
          <p className="facts">
            {card.releaseDate && <span>{formatDay(card.releaseDate, locale)}</span>}
            {details?.runtimeMinutes && <span>{runtime(details.runtimeMinutes)}</span>}
            {details?.certification && <span className="certification">{details.certification}</span>}
            {card.rating && <AverageBadge {...card.rating} />}
          </p>
          {details?.genres && (
            <ul className="chips">
              {details.genres.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          )}
          <FilmActions id={card.id} title={title} />
          {details && (details.overview || !isPartial) && (
            <>
              <h2 className="visually-hidden">{overview}</h2>
              <p className="overview">{details.overview ?? noOverview}</p>
            </>
          )}
          {directors.length > 0 && (
            <p className="credit">
              <span>{directedBy}</span> {new Intl.ListFormat(locale).format(directors)}
            </p>
          )}
        </div>
      </div>
    </header>
  );
}
