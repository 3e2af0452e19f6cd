import { describe, expect, it } from '@jest/globals';
import { FailureLog } from './failure-log.js';

function setUp() {
  const clock = { now: 0 };
  const lines: { level: string; details: unknown; message: unknown }[] = [];
  const sink = {
    warn: (details: unknown, message: unknown) => void lines.push({ level: 'warn', details, message }),
    error: (details: unknown, message: unknown) => void lines.push({ level: 'error', details, message }),
  };
  return { clock, lines, log: new FailureLog(sink, () => clock.now) };
}

describe('FailureLog', () => {
  it('names the variable to mend when TMDb does not accept our token', () => {
    const { lines, log } = setUp();
    log.write('movie/{id}', 1, { reason: 'unauthorized', status: 401, tmdbCode: 7 });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.level).toBe('error');
    expect(lines[0]?.message).toContain('TMDB_READ_TOKEN');
    expect(lines[0]?.details).toEqual({
      family: 'movie/{id}',
      attempts: 1,
      reason: 'unauthorized',
      status: 401,
      tmdbCode: 7,
    });
  });

  it('names the variable to mend when nothing is where TMDb has something', () => {
    const { lines, log } = setUp();
    log.write('genre/movie/list', 1, { reason: 'status', status: 404 });
    log.write('genre/movie/list', 1, { reason: 'status', status: 500 });
    expect(lines.map(({ level }) => level)).toEqual(['error', 'warn']);
    expect(lines[0]?.message).toContain('TMDB_BASE_URL');
    expect(lines[1]?.message).not.toContain('TMDB_BASE_URL');
  });

  it('tells which parts an answer lacks', () => {
    const { lines, log } = setUp();
    log.writeMissingParts('movie/{id}', ['credits']);
    expect(lines).toMatchObject([{ level: 'warn', details: { family: 'movie/{id}', parts: ['credits'] } }]);
  });

  it('writes one line per reason and ten seconds, and then how many it left out', () => {
    const { clock, lines, log } = setUp();
    for (let calls = 0; calls < 50; calls += 1) log.write('movie/{id}', 4, { reason: 'status', status: 503 });
    log.write('movie/{id}', 1, { reason: 'refused', status: 400 });
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'error']);
    clock.now = 10_000;
    log.write('movie/{id}', 4, { reason: 'status', status: 503 });
    expect(lines[2]?.details).toMatchObject({ leftOut: 49 });
  });
});
