import { describe, expect, test } from '@jest/globals';
import type { VideoFile } from './media.js';
import { bestTrailer, toVideo, videoTypeOf } from './video.mapper.js';

const trailer: VideoFile = {
  id: 'a',
  name: 'Official Trailer',
  type: 'Trailer',
  isOfficial: true,
  site: 'YouTube',
  key: 'key',
  language: 'en',
  country: 'US',
  resolution: 1080,
  publishedAt: '2010-01-01T00:00:00.000Z',
};
const like = (part: Partial<VideoFile>): VideoFile => ({ ...trailer, ...part });

describe('the best trailer', () => {
  const languages = ['pt', 'ja', 'en'];
  const best = (...files: VideoFile[]): string | undefined => bestTrailer(files, languages)?.id;

  test('is the one in the first language that has one', () => {
    expect(best(trailer, like({ id: 'b', language: 'ja' }), like({ id: 'c', language: 'pt' }))).toBe('c');
    expect(best(trailer, like({ id: 'b', language: 'ja' }))).toBe('b');
    expect(best(trailer)).toBe('a');
  });

  test('is an official one, even in a later language', () => {
    expect(best(like({ id: 'b', language: 'pt', isOfficial: false }), trailer)).toBe('a');
  });

  test('is another one where there is no official one', () => {
    expect(best(like({ id: 'b', isOfficial: false }))).toBe('b');
  });

  test('is the newest of a language', () => {
    const newer = like({ id: 'b', publishedAt: '2020-01-01T00:00:00.000Z' });
    expect(best(trailer, newer, like({ id: 'c', publishedAt: null }))).toBe('b');
  });

  test.each([
    ['a teaser', like({ type: 'Teaser' })],
    ['a video without a key', like({ key: null })],
    ['a trailer in a language that nobody asked for', like({ language: 'fi' })],
    ['a trailer in no language', like({ language: null })],
  ])('is not %s', (_, file) => {
    expect(best(file)).toBeUndefined();
  });
});

test.each([
  ['Trailer', 'TRAILER'],
  ['Teaser', 'TEASER'],
  ['Clip', 'CLIP'],
  ['Featurette', 'FEATURETTE'],
  ['Behind the Scenes', 'BEHIND_THE_SCENES'],
  ['Bloopers', 'BLOOPERS'],
  ['Opening Credits', 'OPENING_CREDITS'],
  ['Recap', 'RECAP'],
  ['Nonsense', 'UNKNOWN'],
  ['toString', 'UNKNOWN'],
  [null, 'UNKNOWN'],
])('a video of the type %j is %s', (type, expected) => {
  expect(videoTypeOf(like({ type }))).toBe(expected);
});

test.each([
  ['YouTube', 'https://www.youtube.com/watch?v=a%26b', 'https://www.youtube-nocookie.com/embed/a%26b'],
  ['Vimeo', 'https://vimeo.com/a%26b', 'https://player.vimeo.com/video/a%26b'],
  ['Elsewhere', null, null],
  ['toString', null, null],
  [null, null, null],
])('a video at %j has the address %j', (site, url, embedUrl) => {
  expect(toVideo(like({ site, key: 'a&b' }))).toMatchObject({ url, embedUrl });
});

test('a video without a key has no address', () => {
  expect(toVideo(like({ key: null }))).toMatchObject({ url: null, embedUrl: null });
});
