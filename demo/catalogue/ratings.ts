import { seededRandom } from './seeded-random.js';

/** How a film stands with its audience. All three are 0 or near it before the film is out. */
export interface Ratings {
  /** 5.5 to 9, three decimals; 0 without votes. */
  voteAverage: number;
  voteCount: number;
  popularity: number;
}

/**
 * Ratings drawn from a seed. Popularity is as unequal as in life: a few films stand far above a long tail, and
 * recent films above old ones.
 */
export function deriveRatings(seed: string, year: number | null, isOut: boolean): Ratings {
  const random = seededRandom(`ratings ${seed}`);
  const [quality, audience, buzz] = [random(), random(), random()];
  const recency = year === null ? 0.1 : Math.max(0.2, 1 - (2025 - year) / 125);
  const popularity = round(1 + recency * (6 * audience + 140 * buzz ** 6), 4);
  if (!isOut) return { voteAverage: 0, voteCount: 0, popularity };
  return {
    voteAverage: round(5.5 + 3.5 * quality ** 0.6, 3),
    voteCount: Math.round(120 * 10 ** (2.4 * audience) * recency),
    popularity,
  };
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
