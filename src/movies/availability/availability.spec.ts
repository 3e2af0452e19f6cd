import { describe, expect, test } from '@jest/globals';
import { wireReleaseDates, wireWatchProviders } from '../../tmdb/wire/movie-parts.wire.js';
import { certificationOf, offersOf, releasesOf } from './availability.js';
import { ReleaseType } from './release.model.js';

const release = (type: ReleaseType, certification: string | null) => ({
  date: '2000-01-01',
  type,
  certification,
  language: null,
  note: null,
});

describe('the certification of a country', () => {
  test('is that of its cinemas', () => {
    const releases = [release(ReleaseType.PREMIERE, 'NR'), release(ReleaseType.THEATRICAL, 'PG-13')];
    expect(certificationOf([{ region: 'US', releases }], 'US')).toBe('PG-13');
  });

  test('is the first of others where the cinemas have none', () => {
    const releases = [
      release(ReleaseType.THEATRICAL, null),
      release(ReleaseType.DIGITAL, 'R'),
      release(ReleaseType.TV, 'TV-MA'),
    ];
    expect(certificationOf([{ region: 'US', releases }], 'US')).toBe('R');
  });

  test('is none where the film did not come out, or was not rated', () => {
    const releases = [release(ReleaseType.THEATRICAL, null)];
    expect(certificationOf([{ region: 'US', releases }], 'US')).toBeNull();
    expect(certificationOf([{ region: 'US', releases }], 'BR')).toBeNull();
  });
});

describe('releases', () => {
  const read = (rows: object[], iso_3166_1 = 'US') =>
    releasesOf(wireReleaseDates.parse({ results: [{ iso_3166_1, release_dates: rows }] }));

  test('come earliest first, those without a day before all', () => {
    const rows = ['2001-01-01T00:00:00.000Z', '', '2000-01-01T00:00:00.000Z'].map((release_date) => ({ release_date }));
    expect(read(rows)[0]?.releases.map(({ date }) => date)).toEqual([null, '2000-01-01', '2001-01-01']);
  });

  test.each([
    [1, 'PREMIERE'],
    [2, 'THEATRICAL_LIMITED'],
    [3, 'THEATRICAL'],
    [4, 'DIGITAL'],
    [5, 'PHYSICAL'],
    [6, 'TV'],
    [7, 'UNKNOWN'],
    [null, 'UNKNOWN'],
  ])('of the type %j are %s', (type, expected) => {
    expect(read([{ type }])[0]?.releases[0]?.type).toBe(expected);
  });

  test('in what is no country are left out', () => {
    expect(read([{ type: 3 }], 'Nowhere')).toEqual([]);
  });
});

test('offers come in the order of their priority, those without one last', () => {
  const row = (provider_id: number, display_priority?: number) => ({
    provider_id,
    provider_name: `P${provider_id}`,
    display_priority,
  });
  const wire = wireWatchProviders.parse({ results: { US: { flatrate: [row(1), row(2, 9), row(3, 1)] } } });
  expect(offersOf(wire)['US']?.subscription.map(({ tmdbId }) => tmdbId)).toEqual([3, 2, 1]);
});

test('an offer whose provider has no name is left out', () => {
  const wire = wireWatchProviders.parse({ results: { US: { rent: [{ provider_id: 1, provider_name: '' }] } } });
  expect(offersOf(wire)['US']).toEqual({ link: null, subscription: [], free: [], ads: [], rent: [], buy: [] });
});
