import type { Tones } from './palette.js';

/** Where a composition is drawn: any shape from a tall column to a wide strip, in the units of the picture. */
export interface Canvas {
  width: number;
  height: number;
  tones: Tones;
  random: () => number;
  /** Begins every id of a gradient or pattern, so that two pictures in one page do not share them. */
  id: string;
}

/** A drawing that fills its canvas, and the colours of its upper and lower edge, which a title can continue. */
export interface Scene {
  shapes: string;
  top: string;
  bottom: string;
}

export type Composition = (canvas: Canvas) => Scene;

/** A number from `min` up to `max`. */
export function between(random: () => number, min: number, max: number): number {
  return min + random() * (max - min);
}
