import { between, type Canvas, type Scene } from '../composition.js';
import { data, path, rect, stroke } from '../svg.js';

/** An umbrella in slanting rain, with a puddle that mirrors it. */
export function umbrella({ width, height, tones, random }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const x = width * between(random, 0.46, 0.54);
  const radius = size * between(random, 0.31, 0.35);
  const y = height * 0.52;
  const lean = Math.round(between(random, -14, 14));
  const rain: string[] = [];
  const count = Math.round((70 * width) / size);
  for (let drop = 0; drop < count; drop++) {
    const length = size * between(random, 0.04, 0.1);
    rain.push(data`M${random() * width} ${random() * height * 0.92}l${-length * 0.35} ${length}`);
  }
  const floor = height * 0.9;
  const pole = data`M${x} ${y}V${y + radius * 0.92}a${radius * 0.12} ${radius * 0.12} 0 0 1 ${-radius * 0.24} 0`;
  const canopy = [
    path(data`M${x - radius} ${y}A${radius} ${radius} 0 0 1 ${x + radius} ${y}${scallops(-radius * 0.5, 4)}Z`, figure),
    path(
      data`M${x} ${y - radius}C${x - radius * 0.36} ${y - radius * 0.8} ${x - radius * 0.5} ${y - radius * 0.4} ${x - radius * 0.5} ${y}${scallops(radius * 0.5, 1)}Z`,
      second,
    ),
    path(
      data`M${x} ${y - radius}C${x + radius * 0.36} ${y - radius * 0.8} ${x + radius * 0.5} ${y - radius * 0.4} ${x + radius * 0.5} ${y}${scallops(radius * 0.5, 1)}Q${x + radius * 0.8} ${y - radius * 0.7} ${x} ${y - radius}Z`,
      accent,
    ),
    stroke(data`M${x} ${y - radius}v${-radius * 0.12}`, figure, size * 0.014),
  ];
  const shapes = [
    rect(0, 0, width, height, ground),
    stroke(rain.join(''), figure, size * 0.005, { opacity: '.55' }),
    `<g transform="rotate(${lean} ${Math.round(x)} ${Math.round(y)})">${stroke(pole, figure, size * 0.016)}${canopy.join('')}</g>`,
    rect(0, floor, width, height - floor, figure),
  ];
  return { shapes: shapes.join(''), top: ground, bottom: figure };
}

/** The hollow edge between the ribs, `count` times `chord` wide. */
function scallops(chord: number, count: number): string {
  return data`q${chord / 2} ${-Math.abs(chord) * 0.3} ${chord} 0`.repeat(count);
}
