import { pick } from '../../catalogue/seeded-random.js';
import { mix } from '../colour.js';
import { circle, data, path, rect } from '../svg.js';

type Garment = (cloth: string, detail: string, skin: string) => string;

const shoulders = 'M20 600C22 486 60 452 130 428L200 404L270 428C340 452 378 486 380 600Z';

const garments: readonly Garment[] = [suit, turtleneck, scoop, openCollar, bowTie, shawl];

/** Shoulders and what covers them, from the lower edge of a 400 by 600 picture up to the neck. */
export function drawClothes(random: () => number, cloth: string, detail: string, skin: string): string {
  return pick(random, garments)(cloth, detail, skin);
}

function suit(cloth: string, detail: string): string {
  const lapel = mix(cloth, detail, 0.25);
  return [
    path(shoulders, cloth),
    path('M154 420L200 600L246 420L200 404Z', detail),
    path('M154 414L120 432L140 500L122 512L196 600Z', lapel),
    path('M246 414L280 432L260 500L278 512L204 600Z', lapel),
    path('M190 452h20l8 22l-18 126l-18 -126Z', cloth),
  ].join('');
}

function turtleneck(cloth: string, detail: string): string {
  const collar = mix(cloth, detail, 0.22);
  const ribs = [176, 192, 208, 224].map((x) => rect(x - 1, 384, 2, 46, cloth)).join('');
  // The collar covers the neck, which is drawn later: it is kept low.
  return path(shoulders, cloth) + path(data`M156 396Q200 424 244 396L250 440Q200 462 150 440Z`, collar) + ribs;
}

function scoop(cloth: string, detail: string, skin: string): string {
  const beads = Array.from({ length: 11 }, (_, index) => {
    const angle = Math.PI * (0.12 + (index / 10) * 0.76);
    return circle(200 + Math.cos(angle) * 52, 404 + Math.sin(angle) * 48, 5.4, detail);
  });
  return (
    path(shoulders, cloth) + path('M122 430L200 404L278 430Q262 508 200 508Q138 508 122 430Z', skin) + beads.join('')
  );
}

function openCollar(cloth: string, detail: string, skin: string): string {
  return [
    path(shoulders, cloth),
    path('M160 416L200 494L240 416L200 404Z', skin),
    path('M162 396L132 428L166 486L200 500Z', detail),
    path('M238 396L268 428L234 486L200 500Z', detail),
    path('M198 500h4v100h-4Z', mix(cloth, detail, 0.3)),
  ].join('');
}

function bowTie(cloth: string, detail: string): string {
  return [
    path(shoulders, cloth),
    path('M152 418L200 600L248 418L200 404Z', detail),
    path('M200 446L156 424V470ZM200 446L244 424V470Z', cloth),
    circle(200, 447, 8, cloth),
    ...[490, 526, 562].map((y) => circle(200, y, 4.4, cloth)),
  ].join('');
}

function shawl(cloth: string, detail: string, skin: string): string {
  return [
    path(shoulders, cloth),
    path('M150 420L200 404L250 420L200 486Z', skin),
    path('M150 412C96 432 60 458 40 512C110 520 168 540 214 600H300C260 540 196 486 150 412Z', detail),
    path('M250 412C304 432 340 458 360 512C320 516 290 524 262 540L208 496Z', mix(detail, cloth, 0.35)),
  ].join('');
}
