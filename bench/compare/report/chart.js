import { bar, curve, line, picture, text } from './svg.js';

const width = 880;
const margin = 20;
const labelWidth = 290;
const barHeight = 18;
const barStep = 26;
const plot = { width: 400, height: 190, left: 46, right: 24, top: 44, bottom: 34 };

/**
 * The picture of a run. `bars` are `{ label, ratio, kind }` with 1 for raw `node:http`; `plots` are
 * `{ title, unit, isLog, curves: [{ label, kind, points: [[x, y]] }] }`, two in a row.
 */
export function chart({ title, description, bars, plots }) {
  const plotsTop = 74 + bars.length * barStep + 34;
  const rows = Math.ceil(plots.length / 2);
  const parts = [
    text(margin, 28, title, { kind: 'title' }),
    text(margin, 46, 'CPU per request: 1 is raw node:http with the same bytes; longer is better', { kind: 'note' }),
    ...barsOf(bars, 62),
    ...plots.flatMap((each, index) =>
      plotOf(each, margin + (index % 2) * (plot.width + 40), plotsTop + Math.floor(index / 2) * (plot.height + 30)),
    ),
  ];
  return picture({ width, height: plotsTop + rows * (plot.height + 30), title, description, parts });
}

function barsOf(bars, top) {
  const left = margin + labelWidth;
  const room = width - left - 70;
  const most = Math.max(1, ...bars.map(({ ratio }) => ratio));
  const one = left + room / most;
  const bottom = top + bars.length * barStep;
  return [
    line([one, top - 4], [one, bottom], 'grid'),
    ...bars.flatMap(({ label, ratio, kind }, index) => {
      const y = top + index * barStep;
      const length = (room * ratio) / most;
      return [
        text(left - 10, y + 14, label, { anchor: 'end' }),
        bar(left, y, length, barHeight, kind),
        text(left + length + 8, y + 14, ratio.toFixed(ratio < 0.1 ? 3 : 2)),
      ];
    }),
  ];
}

function plotOf({ title, unit, isLog = false, curves }, left, top) {
  const points = curves.flatMap((each) => each.points);
  const xs = [...new Set(points.map(([x]) => x))].toSorted((a, b) => a - b);
  const most = niceAbove(Math.max(...points.map(([, y]) => y)));
  const inner = { width: plot.width - plot.left - plot.right, height: plot.height - plot.top - plot.bottom };
  const scale = isLog ? Math.log : (x) => x;
  const [from, to] = [scale(xs[0]), scale(xs.at(-1))];
  const place = ([x, y]) => [
    left + plot.left + ((scale(x) - from) / (to - from)) * inner.width,
    top + plot.top + (1 - y / most) * inner.height,
  ];
  const levels = [0, most / 2, most];
  return [
    text(left, top + 12, title, { kind: 'title' }),
    ...legendOf(curves, left, top + 30),
    ...levels.flatMap((y) => {
      const [start, end] = [place([xs[0], y]), place([xs.at(-1), y])];
      return [line(start, end, 'grid'), text(start[0] - 6, start[1] + 4, short(y), { kind: 'note', anchor: 'end' })];
    }),
    ...xs.map((x) =>
      text(place([x, 0])[0], top + plot.height - plot.bottom + 16, short(x), { kind: 'note', anchor: 'middle' }),
    ),
    text(left + plot.left + inner.width, top + plot.height - 2, unit, { kind: 'note', anchor: 'end' }),
    ...curves.map(({ kind, points: each }) => curve(each.map(place), kind)),
  ];
}

function legendOf(curves, left, top) {
  let x = left;
  return curves.map(({ label, kind }) => {
    const made = text(x, top, label, { kind });
    // As wide as its letters are on average.
    x += label.length * 7 + 18;
    return made;
  });
}

/** The next of 1, 2, 3, 4, 5, 6, 8 and 10 times a power of ten. */
export function niceAbove(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 3, 4, 5, 6, 8, 10].map((factor) => factor * power).find((nice) => nice >= value * 0.999);
}

function short(value) {
  return value >= 1000 ? `${value / 1000}k` : String(Number(value.toPrecision(3)));
}
