import { filmHref } from '../app/routes.js';
import { type FragmentType, readFragment } from '../generated/fragment-masking.js';
import { graphql } from '../generated/gql.js';
import { yearOf } from '../locale/formats.js';
import { useMessages } from '../locale/use-messages.js';
import { Link } from '../navigation/link.js';
import { AverageBadge } from './average-badge.js';
import { Backdrop } from './backdrop.js';

const HeroFragment = graphql(`
  fragment Hero on Movie {
    id
    title
    overview
    releaseDate
    rating {
      average
      voteCount
    }
    backdrop {
      id
      url
      srcSet
    }
  }
`);

interface HeroProps {
  readonly film: FragmentType<typeof HeroFragment> | undefined;
  /** The page's heading. */
  readonly label: string;
  readonly isLoading: boolean;
}

/** The first film of a list, under the list's name. */
export function Hero({ film, label, isLoading }: HeroProps) {
  const first = readFragment(HeroFragment, film);
  const { first: firstLabel, untitled } = useMessages();
  const year = yearOf(first?.releaseDate);
  return (
    <div className="hero" aria-busy={isLoading}>
      <Backdrop image={first?.backdrop} />
      <div className="hero-text">
        <h1 tabIndex={-1} className="eyebrow">
          {label}
        </h1>
        {first === undefined && isLoading && <span className="hero-title line skeleton" aria-hidden="true" />}
        {first !== undefined && (
          <>
            <h2 className="hero-title">
              <Link href={filmHref(first.id)} id={`hero-${first.id}`} aria-describedby="hero-why">
                {first.title ?? untitled}
              </Link>
            </h2>
            <p className="facts">
              <span id="hero-why">{firstLabel}</span>
              {year !== null && <span>{year}</span>}
              {first.rating && <AverageBadge {...first.rating} />}
            </p>
            {first.overview && <p className="hero-overview">{first.overview}</p>}
          </>
        )}
      </div>
    </div>
  );
}
