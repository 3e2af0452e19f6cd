import { element } from './svg.js';

/** A film of printed grain over the whole picture; the noise has a fixed seed, so that it never changes. */
export function grain(width: number, height: number, id: string): string {
  const noise = element('feTurbulence', { type: 'fractalNoise', baseFrequency: '0.8', numOctaves: 2, seed: 7 });
  // Noise becomes the transparency of black: about half of it falls below zero and leaves the colours alone.
  const specks = element('feColorMatrix', { values: '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1.6 -.75' });
  const filter = element('filter', { id: `${id}g`, x: 0, y: 0, width: 1, height: 1 }, noise + specks);
  return filter + element('rect', { width, height, filter: `url(#${id}g)`, opacity: '.16' });
}
