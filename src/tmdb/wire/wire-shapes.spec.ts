import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { wireCollection, wireCollectionImages, wireCollectionList } from './collection.wire.js';
import { wireFind } from './find.wire.js';
import { wireMovieChanges } from './movie-changes.wire.js';
import { movieParts, wireMovieDetail } from './movie-detail.wire.js';
import { wireMovieList } from './movie-list.wire.js';
import { personParts, wirePerson, wirePersonList } from './person.wire.js';
import {
  wireCertifications,
  wireCompany,
  wireCountries,
  wireGenres,
  wireLanguages,
  wireProviders,
} from './reference.wire.js';
import { wireReviewList } from './reviews.wire.js';
import { wireCompanyList, wireKeyword, wireKeywordList, wireMultiList } from './search.wire.js';

const details = { wireMovieDetail, wirePerson, wireCollection, wireKeyword, wireCompany };
const lists = {
  wireMovieList,
  wireMovieChanges,
  wirePersonList,
  wireCollectionList,
  wireReviewList,
  wireKeywordList,
  wireCompanyList,
  wireMultiList,
};
const strange = [null, '', 'no such value', 0, -1, 1.5, 9e99, true, [], [null, '', 7, {}, []], {}, { id: null }];

describe.each(Object.entries(details))('%s', (_name, shape) => {
  const keys = Object.keys(shape.shape).filter((key) => key !== 'id');

  it('needs nothing but an ID', () => {
    const body = shape.parse({ id: 1 });
    for (const key of keys) expect([null, []]).toContainEqual(body[key as keyof typeof body]);
  });

  it('takes every field null, empty, of an unknown value or of the wrong type', () => {
    for (const value of strange) {
      expect(shape.safeParse({ id: 1, ...Object.fromEntries(keys.map((key) => [key, value])) }).success).toBe(true);
    }
  });

  it('refuses a body without a usable ID', () => {
    for (const body of [{}, { id: null }, { id: 'x' }, { id: 0 }, { id: 3e9 }, [], null, 'x', { results: [] }]) {
      expect(shape.safeParse(body).success).toBe(false);
    }
  });
});

describe.each(Object.entries(lists))('%s', (_name, shape) => {
  it('needs nothing but its rows, and drops those that are none', () => {
    for (const value of strange) {
      const body = { page: value, total_pages: value, total_results: value, results: [value, null] };
      expect(shape.parse(body).results).toEqual([]);
    }
  });

  it('refuses a body without rows', () => {
    for (const body of [{}, { results: null }, { results: {} }, { id: 1 }, [], null]) {
      expect(shape.safeParse(body).success).toBe(false);
    }
  });
});

/** A row that is usable in every part, with one value in all other places. */
const rowOf = (value: unknown) => ({
  id: 1,
  iso_3166_1: 'BR',
  iso_639_1: 'pt',
  file_path: '/a',
  title: value,
  data: value,
  character: value,
  release_dates: value,
  type: value,
});

describe('parts of a film or a person', () => {
  it.each(Object.entries({ ...movieParts, ...personParts }))(
    '%s takes rows in which everything is strange',
    (_name, part) => {
      for (const value of strange) {
        const rows = [rowOf(value), value];
        const body = {
          results: rows,
          cast: rows,
          crew: rows,
          titles: rows,
          keywords: rows,
          translations: rows,
          posters: rows,
          profiles: rows,
        };
        expect(part.safeParse(body).success).toBe(true);
        expect(part.safeParse(value).success).toBe(true);
      }
    },
  );

  it('watch/providers keeps offers by country', () => {
    const provider = { provider_id: 8, provider_name: 'Example+', logo_path: null, display_priority: 1, new_field: 1 };
    const body = {
      results: { BR: { link: 'https://example.org', flatrate: [provider, { provider_id: null }] }, US: null },
    };
    expect(movieParts['watch/providers'].parse(body)?.results).toEqual({
      BR: {
        link: 'https://example.org',
        flatrate: [{ provider_id: 8, provider_name: 'Example+', logo_path: null, display_priority: 1 }],
        free: [],
        ads: [],
        rent: [],
        buy: [],
      },
    });
  });
});

describe('wireMovieList', () => {
  it('keeps softcore apart from adult and takes an empty or missing date for null', () => {
    const rows = [
      { id: 1, adult: false, softcore: true, release_date: '' },
      { id: 2, genre_ids: [] },
    ];
    expect(
      wireMovieList.parse({ page: 1, results: rows, total_pages: 58_322, total_results: 1_166_440 }),
    ).toMatchObject({
      results: [
        { id: 1, adult: false, softcore: true, release_date: null },
        { id: 2, adult: null, softcore: null, release_date: null, genre_ids: [] },
      ],
      total_pages: 58_322,
    });
  });
});

describe('wireMovieDetail', () => {
  it('keeps money past 2^31', () => {
    expect(wireMovieDetail.parse({ id: 1, revenue: 3_000_000_001 }).revenue).toBe(3_000_000_001);
  });

  it('has null for a part that failed and rows for one that is there', () => {
    const body = wireMovieDetail.parse({
      id: 1,
      credits: { cast: [{ id: 5, name: 'Someone', character: '' }], crew: null },
      videos: { success: false, status_code: 11 },
    });
    expect(body.credits).toMatchObject({ cast: [{ id: 5, name: 'Someone', character: null }], crew: [] });
    expect(body.videos).toBeNull();
    expect(body.images).toBeNull();
  });
});

describe('wireMultiList', () => {
  it('keeps films and people in order and leaves series and unknown kinds out', () => {
    const results = [
      { id: 1, media_type: 'person', name: 'Someone' },
      { id: 2, media_type: 'tv', name: 'A series' },
      { id: 3, media_type: 'movie', title: 'A film', release_date: '' },
      { id: 4, media_type: 'hologram' },
      { id: 5 },
    ];
    const list = wireMultiList.parse({ results });
    expect(list.results).toMatchObject([
      { id: 1, media_type: 'person', name: 'Someone' },
      { id: 3, media_type: 'movie', title: 'A film', release_date: null },
    ]);
  });
});

describe('wireCollection', () => {
  it('finds the title of a part under either name', () => {
    const parts = [{ id: 1, title: 'One' }, { id: 2, name: 'Two', original_name: 'Deux' }, { name: 'no ID' }];
    expect(wireCollection.parse({ id: 1, parts }).parts).toMatchObject([
      { id: 1, title: 'One', original_title: null },
      { id: 2, title: 'Two', original_title: 'Deux' },
    ]);
    expect(wireCollectionImages.parse({ id: 1, posters: [{ file_path: '/a.jpg' }, {}] }).posters).toHaveLength(1);
  });
});

describe('reference data', () => {
  it('drops broken rows', () => {
    expect(wireGenres.parse({ genres: [{ id: 28, name: 'Action' }, { id: null }] }).genres).toHaveLength(1);
    expect(wireProviders.parse({ results: [{ provider_id: 8 }, {}] }).results).toHaveLength(1);
    expect(wireCountries.parse([{ iso_3166_1: 'BR', native_name: '' }, null])).toEqual([
      { iso_3166_1: 'BR', english_name: null, native_name: null },
    ]);
    expect(wireLanguages.parse([{ iso_639_1: 'pt' }, { iso_639_1: '' }])).toHaveLength(1);
    expect(
      wireCertifications.parse({ certifications: { BR: [{ certification: 'L', order: null }, {}], US: null } }),
    ).toEqual({
      certifications: { BR: [{ certification: 'L', meaning: null, order: null }], US: [] },
    });
    expect(wireFind.parse({ movie_results: [{ id: 1 }, {}] })).toMatchObject({
      movie_results: [{ id: 1 }],
      person_results: [],
    });
  });

  it('refuses bodies of another family', () => {
    const shapes: z.ZodType[] = [wireGenres, wireProviders, wireCountries, wireLanguages, wireCertifications, wireFind];
    for (const shape of shapes) {
      for (const body of [{}, null, 'x', { id: 1 }, { success: true }])
        expect(shape.safeParse(body).success).toBe(false);
    }
  });
});
