import { type FragmentType, readFragment } from '../generated/fragment-masking.js';
import { graphql } from '../generated/gql.js';
import { PosterCard } from '../wall/poster-card.js';

const RelatedFilmsFragment = graphql(`
  fragment RelatedFilms on MovieConnection {
    edges {
      node {
        id
        ...PosterCard
      }
    }
  }
`);

interface RelatedFilmsProps {
  readonly title: string;
  readonly place: string;
  readonly films: FragmentType<typeof RelatedFilmsFragment> | null | undefined;
}

export function RelatedFilms({ title, place, films }: RelatedFilmsProps) {
  const edges = readFragment(RelatedFilmsFragment, films)?.edges ?? [];
  if (edges.length === 0) return null;
  return (
    <section aria-labelledby={place}>
      <h2 id={place}>{title}</h2>
      <ul className="row">
        {edges.map(({ node }) => (
          <li key={node.id}>
            <PosterCard film={node} place={place} />
          </li>
        ))}
      </ul>
    </section>
  );
}
