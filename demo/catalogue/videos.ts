import type { Film } from './model.js';
import { objectId } from './object-id.js';
import { pick, seededRandom } from './seeded-random.js';

/** A video of a film. `key` is invented and plays nowhere. */
export interface Video {
  id: string;
  key: string;
  name: string;
  type: 'Trailer' | 'Teaser' | 'Featurette';
  isOfficial: boolean;
  language: string;
  country: string;
  /** Height in lines. */
  size: number;
  /** ISO 8601 with milliseconds. */
  publishedAt: string;
}

type Unpublished = Omit<Video, 'id' | 'size' | 'publishedAt'>;

/**
 * An official trailer in the film's own language, for many foreign films one in English too, and for some a teaser
 * and a featurette. None for a film without pictures.
 */
export function videosOf(film: Film): Video[] {
  if (film.record.hasPictures === false) return [];
  const random = seededRandom(`videos ${film.seed}`);
  const language = film.record.language;
  const country = film.record.countries[0] ?? 'US';
  const videos: Unpublished[] = [
    { ...unpublished(film, 'Trailer', 'trailer', 'Official Trailer', language, country), isOfficial: true },
  ];
  if (language !== 'en' && random() < 0.7)
    videos.push(unpublished(film, 'Trailer', 'trailer-en', 'English Trailer', 'en', 'US'));
  if (random() < 0.4) videos.push(unpublished(film, 'Teaser', 'teaser', 'Teaser', 'en', 'US'));
  if (random() < 0.3) videos.push(unpublished(film, 'Featurette', 'featurette', 'Looking Back', 'en', 'US'));
  return videos.map((video, index) => published(video, objectId('video', film.id, index), random));
}

function published(video: Unpublished, id: string, random: () => number): Video {
  return {
    ...video,
    id,
    size: pick(random, [480, 720, 1080]),
    publishedAt: new Date(Date.UTC(2009, 0, 1) + Math.floor(random() * 5500) * 86_400_000).toISOString(),
  };
}

function unpublished(film: Film, type: Video['type'], slug: string, name: string, language: string, country: string) {
  return { key: `demo-${film.id}-${slug}`, name, type, isOfficial: false, language, country };
}
