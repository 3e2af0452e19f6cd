import { filmHref } from '../app/routes.js';
import { type FragmentType, readFragment } from '../generated/fragment-masking.js';
import { graphql } from '../generated/gql.js';
import { yearOf } from '../locale/formats.js';
import { useMessages } from '../locale/use-messages.js';
import { Link } from '../navigation/link.js';
import { AverageBadge } from './average-badge.js';
import { Poster } from './poster.js';

export const PosterCardFragment = graphql(`
  fragment PosterCard on Movie {
    id
    title
    releaseDate
    rating {
      average
      voteCount
    }
    poster {
      id
      url
      srcSet
    }
  }
`);

interface PosterCardProps {
  readonly film: FragmentType<typeof PosterCardFragment>;
  /** Tells the same film in two places of a page apart. */
  readonly place: string;
  readonly isEager?: boolean;
}

export function PosterCard({ film, place, isEager = false }: PosterCardProps) {
  const { id, title, releaseDate, rating, poster } = readFragment(PosterCardFragment, film);
  const { untitled } = useMessages();
  const year = yearOf(releaseDate);
  return (
    <Link href={filmHref(id)} id={`${place}-${id}`} className="card">
      <Poster image={poster} title={title ?? untitled} isEager={isEager} sizes="(max-width: 560px) 45vw, 210px" />
      <span className="card-title">{title ?? untitled}</span>
      <span className="card-facts">
        {year !== null && <span>{year}</span>}
        {rating !== null && rating !== undefined && <AverageBadge {...rating} />}
      </span>
    </Link>
  );
}
