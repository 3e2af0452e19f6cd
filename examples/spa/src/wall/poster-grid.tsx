import type { FragmentType } from '../generated/fragment-masking.js';
import { PosterCard, type PosterCardFragment } from './poster-card.js';

interface PosterGridProps {
  readonly films: readonly ({ readonly id: string } & FragmentType<typeof PosterCardFragment>)[];
  readonly place: string;
}

/** Those in the first rows are loaded at once, the others as they come near. */
const eagerCount = 8;

export function PosterGrid({ films, place }: PosterGridProps) {
  return (
    <ul className="grid">
      {films.map((film, index) => (
        <li key={film.id}>
          <PosterCard film={film} place={place} isEager={index < eagerCount} />
        </li>
      ))}
    </ul>
  );
}
