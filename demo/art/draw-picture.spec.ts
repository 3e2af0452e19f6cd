import { describe, expect, it } from '@jest/globals';
import { compositions } from './composition-list.js';
import { drawPicture, type PictureKind } from './draw-picture.js';

const kinds: PictureKind[] = ['poster', 'backdrop', 'portrait', 'logo', 'provider', 'company'];
const titles = [
  'M',
  'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb',
  'Tom & "Jerry" <in> \'Space\'',
  '七人の侍',
  'Броненосец Потёмкин',
  'पथेर पांचाली',
  '살인의 추억',
];

describe('drawPicture', () => {
  it.each(kinds)('draws a %s as a well-formed document, whatever the title', (kind) => {
    for (const title of titles) {
      expect(brokenTags(drawPicture(kind, { title, subtitle: '1964', seed: title }, 500))).toEqual([]);
    }
  });

  it.each(kinds)('draws a %s that needs nothing else and runs nothing', (kind) => {
    const picture = drawPicture(kind, { title: 'Vertigo', subtitle: '1958', seed: 'Vertigo' }, 500);
    expect(picture.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|<script|<foreignObject|<image|href=|@import/,
    );
  });

  it.each(kinds)('draws the same %s again for the same seed, and another for another seed', (kind) => {
    const draw = (seed: string) => drawPicture(kind, { title: 'Persona', seed }, 342);
    expect(draw('Persona')).toBe(draw('Persona'));
    expect(new Set(['Ran', 'Jaws', 'Alien', 'Laura', 'Rope', 'Gilda'].map(draw)).size).toBe(6);
  });

  it('shows the width that is asked for without redrawing', () => {
    const [small, large] = [92, 780].map((width) => drawPicture('poster', { title: 'Ran', seed: 'Ran' }, width));
    expect(small).toContain('viewBox="0 0 400 600" width="92" height="138"');
    expect(large?.replace('width="780" height="1170"', 'width="92" height="138"')).toBe(small);
  });

  it('escapes what has a meaning in XML', () => {
    const picture = drawPicture('poster', { title: '<&"', subtitle: '<&"', seed: 'odd' }, 342);
    expect(picture.match(/&lt;&amp;&quot;/g)).toHaveLength(2);
  });

  it('puts no words on a poster without a title', () => {
    expect(drawPicture('poster', { title: '', seed: 'Ran' }, 342)).not.toContain('<text');
  });

  it('stays under 8 kB in every composition', () => {
    const sizes = Array.from({ length: compositions.length * 12 }, (_, index) => {
      const subject = { title: titles[1] ?? '', subtitle: '1964', seed: `film ${index}` };
      return Math.max(
        ...(['poster', 'backdrop'] as const).map((kind) => Buffer.byteLength(drawPicture(kind, subject, 500))),
      );
    });
    expect(Math.max(...sizes)).toBeLessThan(8192);
  });
});

/** The tags that close nothing or are never closed, and the attributes and text that XML would refuse. */
function brokenTags(document: string): string[] {
  const open: string[] = [];
  const broken: string[] = [];
  for (const [whole, closing, name = '', attributes = '', empty] of document.matchAll(
    /<(\/?)([\w:]+)([^<>]*?)(\/?)>/g,
  )) {
    if (!/^( [\w:-]+="[^"<]*")*$/.test(attributes)) broken.push(whole);
    if (closing && open.pop() !== name) broken.push(whole);
    if (!closing && !empty) open.push(name);
  }
  const text = document.replace(/<[^<>]*>/g, '');
  const bareAmpersands = document.match(/&(?!(amp|lt|gt|quot|#39);)/g) ?? [];
  return [
    ...broken,
    ...open,
    ...bareAmpersands,
    ...(text.match(/[<>]/g) ?? []),
    ...(document.match(/NaN|undefined|Infinity/g) ?? []),
  ];
}
