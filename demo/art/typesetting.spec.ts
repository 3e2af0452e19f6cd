import { describe, expect, it } from '@jest/globals';
import { plainFace } from './typeface.js';
import { typeset, widthOf } from './typesetting.js';

const room = { width: 340, height: 158, maxSize: 92 };
const titles = [
  'Up',
  'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb',
  'Jeanne Dielman, 23, quai du Commerce, 1080 Bruxelles',
  'Koyaanisqatsi',
  '千と千尋の神隠し',
  'Броненосец Потёмкин',
  'पथेर पांचाली',
  '봄 여름 가을 겨울 그리고 봄',
];

describe('typeset', () => {
  it.each(titles)('fits %s into its room', (title) => {
    for (const isUpperCase of [false, true]) {
      const set = typeset(title, { ...plainFace, isUpperCase }, room);
      expect(Math.max(...set.lines.map(({ width }) => width))).toBeLessThanOrEqual(room.width + 0.01);
      expect(set.height).toBeLessThanOrEqual(room.height + 0.01);
      expect(set.size).toBeLessThanOrEqual(room.maxSize);
      expect(set.size).toBeGreaterThan(18);
    }
  });

  it('loses no word and no character', () => {
    for (const title of titles) {
      const set = typeset(title, plainFace, room);
      const text = set.lines.map((line) => line.text).join('');
      expect(text.replaceAll(' ', '')).toBe(title.replaceAll(' ', ''));
    }
  });

  it('leaves a short title on one line', () => {
    expect(typeset('Vertigo', plainFace, room).lines).toHaveLength(1);
  });

  it('cuts a title into lines of even width', () => {
    const { lines } = typeset('The Unexpected Virtue of Ignorance', plainFace, room);
    expect(lines.map(({ text }) => text)).toEqual(['The Unexpected', 'Virtue of', 'Ignorance']);
  });

  it('does not begin a Japanese line with a long-vowel mark', () => {
    const { lines } = typeset('スターウォーズのテーマ', plainFace, { ...room, width: 120 });
    expect(lines.filter(({ text }) => text.startsWith('ー'))).toEqual([]);
  });

  it('keeps the title of nothing empty', () => {
    expect(typeset('', plainFace, room)).toMatchObject({ lines: [], size: 0, height: 0 });
  });
});

describe('widthOf', () => {
  it('takes a combining mark for nothing and a Han character for a full size', () => {
    expect(widthOf('ō', { ...plainFace, tracking: 0 })).toBe(widthOf('o', { ...plainFace, tracking: 0 }));
    expect(widthOf('侍', { ...plainFace, tracking: 0 })).toBe(1);
  });
});
