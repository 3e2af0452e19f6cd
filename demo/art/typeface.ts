import { pick } from '../catalogue/seeded-random.js';

/** A face that some font on every system can play, and how it sets a title. */
export interface Typeface {
  family: string;
  weight: number;
  style?: 'italic';
  /** How wide it runs against the plain bold sans serif. */
  widthFactor: number;
  /** Space between letters, in font sizes. */
  tracking: number;
  isUpperCase: boolean;
}

const grotesque = "'Helvetica Neue', Helvetica, Arial, sans-serif";
const serif = "Georgia, 'Times New Roman', Times, serif";
const condensed = "Impact, Haettenschweiler, 'Arial Narrow', 'DejaVu Sans Condensed', sans-serif";
const geometric = "Futura, 'Century Gothic', 'Trebuchet MS', 'Helvetica Neue', Arial, sans-serif";

export const plainFace: Typeface = face(grotesque, 700, 1, -0.01, false);

const latinFaces: readonly Typeface[] = [
  plainFace,
  face(grotesque, 700, 1, 0, true),
  face(condensed, 700, 0.82, 0.015, true),
  face(condensed, 700, 0.82, 0.015, true),
  face(serif, 700, 0.95, 0, false),
  face(serif, 400, 0.9, 0.04, true),
  { ...face(serif, 400, 0.83, 0, false), style: 'italic' },
  face(geometric, 700, 1.02, 0.07, true),
];

// Capitals, slant and spread letters mean nothing in these scripts, or break their joins.
const otherFaces: readonly Typeface[] = [plainFace, face(serif, 700, 0.95, 0, false)].map((plain) => ({
  ...plain,
  tracking: 0,
}));

const isLatinLike = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** A face for a title, among those that suit its script. */
export function chooseFace(title: string, random: () => number): Typeface {
  return pick(random, isLatinLike.test(title) ? latinFaces : otherFaces);
}

function face(family: string, weight: number, widthFactor: number, tracking: number, isUpperCase: boolean): Typeface {
  return { family, weight, widthFactor, tracking, isUpperCase };
}
