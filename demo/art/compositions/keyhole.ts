import { between, type Canvas, type Scene } from '../composition.js';
import { longShadow, standingFigure } from '../figure.js';
import { mix } from '../colour.js';
import { circle, data, element, path, rect } from '../svg.js';

/** A lit keyhole with somebody waiting on the other side. */
export function keyhole({ width, height, tones, random, id }: Canvas): Scene {
  const { ground, figure, second, accent } = tones;
  const size = Math.min(width, height);
  const x = width / 2;
  const radius = size * between(random, 0.175, 0.2);
  const y = height / 2 - radius * 0.75;
  const neck = radius * 0.5;
  const foot = radius * 0.98;
  const bottom = y + radius * 2.55;
  const hole =
    data`M${x - neck} ${y + radius * 0.82}A${radius} ${radius} 0 1 1 ${x + neck} ${y + radius * 0.82}` +
    data`L${x + foot} ${bottom}H${x - foot}Z`;
  const floor = y + radius * 1.5;
  const inside = [
    rect(x - radius * 1.1, y - radius * 1.1, radius * 2.2, radius * 4, figure),
    circle(x, y, radius * 0.62, second),
    rect(x - radius * 1.1, floor, radius * 2.2, radius * 2, accent),
    longShadow(x, floor + radius * 0.3, radius * 0.9, radius * 0.3, ground, '.6'),
    standingFigure(x, floor + radius * 0.3, radius * 1.5, ground),
  ];
  const clip = element('clipPath', { id: `${id}k` }, path(hole, '#000'));
  const halo = [1.32, 1.16].map((scale, index) => {
    const grown = `translate(${x} ${height / 2}) scale(${scale}) translate(${-x} ${-height / 2})`;
    return path(hole, mix(ground, figure, 0.16 + index * 0.16), { transform: grown });
  });
  const shapes = [
    rect(0, 0, width, height, ground),
    ...halo,
    clip,
    `<g clip-path="url(#${id}k)">${inside.join('')}</g>`,
  ];
  return { shapes: shapes.join(''), top: ground, bottom: ground };
}
