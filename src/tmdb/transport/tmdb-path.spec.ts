import { describe, expect, it } from '@jest/globals';
import { tmdbPath } from './tmdb-path.js';

describe('tmdbPath', () => {
  it('puts parts into the path and leaves them out of the family', () => {
    const path = tmdbPath`/movie/${603}/images`;
    expect(path.text).toBe('/movie/603/images');
    expect(path.family).toBe('movie/{id}/images');
  });

  it('encodes whatever would leave its segment', () => {
    expect(tmdbPath`/find/${'tt1/../../x?a=b#c%2f é'}`.text).toBe('/find/tt1%2F..%2F..%2Fx%3Fa%3Db%23c%252f%20%C3%A9');
  });

  it.each(['', '.', '..'])('refuses the part %j, which an address would swallow', (part) => {
    expect(() => tmdbPath`/find/${part}`).toThrow(RangeError);
  });
});
