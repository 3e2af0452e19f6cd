import type { Film } from './model.js';
import { objectId } from './object-id.js';
import { integerBetween, pick, seededRandom } from './seeded-random.js';

/** A short opinion that nobody had, by somebody who does not exist. */
export interface Review {
  id: string;
  author: string;
  username: string;
  /** 1 to 10, or null when the author gave none. */
  rating: number | null;
  avatarPath: string | null;
  content: string;
  language: string;
  /** ISO 8601 with milliseconds. */
  createdAt: string;
}

const authors: [name: string, username: string][] = [
  ['Pia Lindqvist-Vale', 'thirdrowpia'],
  ['', 'matinee_moth'],
  ['Benedito Arruda', 'sessaodameianoite'],
  ['Harriet Oduya', 'reelharriet'],
  ['Tomasz Wilk', 'celluloid_wilk'],
  ['', 'popcorn_at_dawn'],
  ['Noor Castellan', 'noorwatches'],
  ['Gus Farraday', 'gus_in_the_dark'],
];

const openings = [
  'I came for the reputation and stayed for the details.',
  'Seen on a rainy Tuesday with four other people, all of them silent at the end.',
  'My grandmother insisted; she was right.',
  'The third viewing is the one that convinced me.',
  'It takes its time, and then it takes yours.',
  'Nobody told me how funny it would be.',
];

const middles = [
  (film: Film) => `${leadOf(film)} gives the sort of performance that makes you lean towards the screen.`,
  (film: Film) => `${film.record.title} earns every one of its ${film.record.runtimeMinutes} minutes.`,
  (film: Film) => `As ${genreOf(film)} goes, this is the one I would hand to a newcomer.`,
  (film: Film) => `You can feel ${directorOf(film)} trusting the audience to keep up.`,
  (film: Film) => `What it does with ${film.keywords[0]?.name ?? 'silence'} is worth the ticket alone.`,
];

const endings = [
  'A few scenes sag, and I forgave all of them.',
  'The last shot has been following me around for a week.',
  'Not my favourite of its year, but I would not argue with anyone for whom it is.',
  'Watch it late, watch it loud.',
  'I only wish I could see it again for the first time.',
];

/** None to three reviews of a film, drawn from its seed. None before it is out. */
export function reviewsOf(film: Film): Review[] {
  if (film.voteCount === 0) return [];
  const random = seededRandom(`reviews ${film.seed}`);
  const count = integerBetween(random, 0, 3);
  const firstAuthor = integerBetween(random, 0, authors.length - 1);
  return Array.from({ length: count }, (_, index) => {
    const [author = '', username = ''] = authors[(firstAuthor + index) % authors.length] ?? [];
    const content = `${pick(random, openings)} ${pick(random, middles)(film)}\r\n\r\n${pick(random, endings)}`;
    return {
      id: objectId('review', film.id, index),
      author: author || username,
      username,
      rating: random() < 0.25 ? null : integerBetween(random, 5, 10),
      avatarPath: random() < 0.5 ? null : `/https://example.org/avatars/${username}.png`,
      content,
      language: 'en',
      createdAt: new Date(Date.UTC(2016, 0, 1) + Math.floor(random() * 3200) * 86_400_000).toISOString(),
    };
  });
}

function leadOf(film: Film): string {
  return film.cast[0]?.person.name ?? 'The ensemble';
}

function genreOf(film: Film): string {
  return film.genres[0]?.name.toLowerCase() ?? 'cinema';
}

function directorOf(film: Film): string {
  return film.crew.find(({ job }) => job === 'Director')?.person.name ?? 'the director';
}
