import { pick } from '../catalogue/seeded-random.js';
import { contrast } from './colour.js';

/** Five colours that go together. On each of them either `paper` or `ink` is readable (4.5:1). */
export interface Palette {
  paper: string;
  ink: string;
  hues: readonly [string, string, string];
}

/** A palette with its parts handed out: `figure` stands out from `ground`; `second` and `accent` are other colours. */
export interface Tones {
  ground: string;
  figure: string;
  second: string;
  accent: string;
  palette: Palette;
}

const palette = (paper: string, ink: string, ...hues: [string, string, string]): Palette => ({ paper, ink, hues });

export const palettes: readonly Palette[] = [
  palette('#f3e7cf', '#1b1a1f', '#c2301f', '#e9a23b', '#1f5c63'),
  palette('#f2e8d5', '#10222e', '#1f5b66', '#e3b448', '#e8694a'),
  palette('#f6ebd3', '#2b2118', '#e0a526', '#a63f22', '#3d5a4c'),
  palette('#f7e6dc', '#231a2b', '#e46a74', '#f2a98a', '#4b3f72'),
  palette('#efe6ce', '#14241c', '#2f5d46', '#d9a441', '#ab3f28'),
  palette('#f4efe2', '#121a33', '#2447a0', '#f0b429', '#f0643a'),
  palette('#f8e9d6', '#2a1526', '#7a2e4d', '#ee8b57', '#f3c178'),
  palette('#eef1ec', '#15202b', '#6f9fb0', '#c8d6cf', '#ea6448'),
  palette('#f1ebdd', '#151515', '#c4211a', '#a39b8b', '#d6ccb4'),
  palette('#f5ead8', '#22251a', '#8f9755', '#ec9f90', '#b23f2c'),
  palette('#efebd8', '#0f2a2a', '#14695d', '#f2c14e', '#ec6a52'),
  palette('#f7e7cb', '#3a1f1a', '#a8481f', '#e6a65d', '#7fa6a0'),
  palette('#f3e6e3', '#1b1638', '#5b4b9a', '#e88d9d', '#f4c95d'),
  palette('#f8f1d8', '#171717', '#f2c70f', '#c93a17', '#6c909e'),
  palette('#f4ebdd', '#2a1e1a', '#7d4d31', '#86b3c1', '#e2a33a'),
  palette('#f3e3cf', '#1f1014', '#8e1f2f', '#d98c3f', '#2f4858'),
  palette('#f6efe0', '#16233f', '#2c668a', '#f4b393', '#d9c58b'),
  palette('#f1ecd9', '#20302b', '#3a6a55', '#f0c987', '#e4745a'),
];

/** Hands out the colours of a palette; night scenes, plain paper and strong colours take turns as the ground. */
export function handOut(source: Palette, random: () => number): Tones {
  const { paper, ink, hues } = source;
  const ground = pick(random, [paper, ink, ...hues, ...hues]);
  const others = shuffle([paper, ink, ...hues], random).filter((colour) => colour !== ground);
  const figure = others.find((colour) => contrast(colour, ground) >= 2.6) ?? readableOn(ground, [paper, ink]);
  const [second = paper, accent = ink] = others
    .filter((colour) => colour !== figure)
    .toSorted((a, b) => Number(contrast(b, ground) >= 1.4) - Number(contrast(a, ground) >= 1.4));
  return { ground, figure, second, accent, palette: source };
}

/** The first of the colours with a contrast of 4.5:1 on the ground, or else the clearest. */
export function readableOn(ground: string, colours: readonly string[]): string {
  const clearest = colours.toSorted((a, b) => contrast(b, ground) - contrast(a, ground))[0];
  return colours.find((colour) => contrast(colour, ground) >= 4.5) ?? clearest ?? '#000000';
}

function shuffle(colours: readonly string[], random: () => number): string[] {
  return colours
    .map((colour) => ({ colour, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ colour }) => colour);
}
