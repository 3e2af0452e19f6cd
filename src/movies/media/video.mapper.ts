import { toGlobalId } from '../../platform/graphql/nodes/global-id.js';
import { VideoType, type Video } from './video.model.js';
import type { VideoFile } from './media.js';

/** Maps, since a word of TMDb's may be one that every object knows, such as `constructor`. */
const types = new Map(
  Object.entries({
    Trailer: VideoType.TRAILER,
    Teaser: VideoType.TEASER,
    Clip: VideoType.CLIP,
    Featurette: VideoType.FEATURETTE,
    'Behind the Scenes': VideoType.BEHIND_THE_SCENES,
    Bloopers: VideoType.BLOOPERS,
    'Opening Credits': VideoType.OPENING_CREDITS,
    Recap: VideoType.RECAP,
  }),
);

export function toVideo(file: VideoFile): Video {
  return {
    ...file,
    id: toGlobalId('Video', file.id),
    type: videoTypeOf(file),
    url: addressAt(file, watchPages),
    embedUrl: addressAt(file, players),
  };
}

export function videoTypeOf({ type }: VideoFile): VideoType {
  return types.get(type ?? '') ?? VideoType.UNKNOWN;
}

/** The newest official trailer in the first of the languages that has one; without any, the newest of others. */
export function bestTrailer(files: readonly VideoFile[], languages: readonly string[]): VideoFile | null {
  const trailers = files
    .filter((file) => videoTypeOf(file) === VideoType.TRAILER && file.key !== null)
    .toSorted((one, other) => (other.publishedAt ?? '').localeCompare(one.publishedAt ?? ''));
  for (const isOfficial of [true, false]) {
    for (const language of languages) {
      const best = trailers.find((file) => file.isOfficial === isOfficial && file.language === language);
      if (best !== undefined) return best;
    }
  }
  return null;
}

type Addresses = ReadonlyMap<string, (key: string) => string>;

const watchPages: Addresses = new Map([
  ['YouTube', (key: string) => `https://www.youtube.com/watch?v=${key}`],
  ['Vimeo', (key: string) => `https://vimeo.com/${key}`],
]);

const players: Addresses = new Map([
  ['YouTube', (key: string) => `https://www.youtube-nocookie.com/embed/${key}`],
  ['Vimeo', (key: string) => `https://player.vimeo.com/video/${key}`],
]);

function addressAt({ site, key }: VideoFile, addresses: Addresses): string | null {
  if (site === null || key === null) return null;
  return addresses.get(site)?.(encodeURIComponent(key)) ?? null;
}
