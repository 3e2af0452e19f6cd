import { type FragmentType, readFragment } from '../generated/fragment-masking.js';
import { graphql } from '../generated/gql.js';
import { useMessages } from '../locale/use-messages.js';

const CastRowFragment = graphql(`
  fragment CastRow on Movie {
    cast(first: 12) {
      edges {
        character
        node {
          id
          name
          portrait {
            id
            url(size: LARGE)
            srcSet
          }
        }
      }
    }
  }
`);

interface CastRowProps {
  readonly film: FragmentType<typeof CastRowFragment>;
}

export function CastRow({ film }: CastRowProps) {
  const { cast } = readFragment(CastRowFragment, film);
  const { cast: heading } = useMessages();
  if (!cast || cast.edges.length === 0) return null;
  return (
    <section aria-labelledby="cast">
      <h2 id="cast">{heading}</h2>
      {/* What scrolls has to be reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className="row row-cast" tabIndex={0} aria-labelledby="cast">
        {cast.edges.map(({ character, node: { id, name, portrait } }) => (
          <li key={`${id} ${character ?? ''}`} className="person">
            <span className="portrait">
              {portrait && (
                <img
                  src={portrait.url}
                  srcSet={portrait.srcSet}
                  sizes="132px"
                  width={185}
                  height={278}
                  alt=""
                  loading="lazy"
                  decoding="async"
                />
              )}
            </span>
            <span className="person-name">{name}</span>
            {character && <span className="person-role">{character}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
