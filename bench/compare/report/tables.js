import { goalsOf } from './goals.js';

/** What each figure is called, in the order of the table; those that a run has not measured are left out. */
const rows = [
  ['front20', 'WatchMe, repeated query'],
  ['token20', 'WatchMe, repeated query with a token'],
  ['unchanged', 'WatchMe, 304 by ETag'],
  ['executing20', 'WatchMe, executed, data in process'],
  ['executingSized20', 'WatchMe, executed, a variable under each film'],
  ['executingChained20', 'WatchMe, executed, two languages'],
  ['redis20', 'WatchMe, executed, data in Redis'],
  ['apollo20', 'WatchMe without its front'],
  ['mercurius20', 'mercurius, JIT'],
  ['apolloCache20', 'Apollo Server + response cache'],
  ['yogaCache20', 'GraphQL Yoga + response cache'],
  ['nestApollo20', 'NestJS + Apollo'],
  ['front1', 'WatchMe, repeated query, 1 film'],
  ['front100', 'WatchMe, repeated query, 100 films'],
  ['executing1', 'WatchMe, executed, 1 film'],
  ['executing100', 'WatchMe, executed, 100 films'],
  ['frontFilm', 'WatchMe, repeated query of a film by number'],
  ['executingFilm', 'WatchMe, executed, a film by number'],
  ['mercuriusFilm', 'mercurius, JIT, a film by number'],
  ...[1, 100].flatMap((films) => [
    [`apollo${films}`, `WatchMe without its front, ${plural(films)}`],
    [`mercurius${films}`, `mercurius, JIT, ${plural(films)}`],
    [`apolloCache${films}`, `Apollo Server + response cache, ${plural(films)}`],
    [`yogaCache${films}`, `GraphQL Yoga + response cache, ${plural(films)}`],
    [`nestApollo${films}`, `NestJS + Apollo, ${plural(films)}`],
  ]),
  ['rate', 'WatchMe, a mutation (a rating, stored in PostgreSQL)'],
];

/** The figures as a table in Markdown. */
export function figuresTable({ works }) {
  const measured = rows.filter(([key]) => works[key] !== undefined);
  return table(
    ['work', 'ratio to raw', 'CPU µs', 'raw, µs', 'requests/s', 'p50 ms', 'p99 ms', 'failed'],
    measured.map(([key, name]) => {
      const { ratio, cpuMicros, rawCpuMicros, perSecond, p50Ms, p99Ms, failed } = works[key];
      const whole = [cpuMicros, rawCpuMicros, perSecond].map((value) => Math.round(value));
      return [name, ratio.toFixed(ratio < 0.1 ? 3 : 2), ...whole, p50Ms.toFixed(1), p99Ms.toFixed(1), failed];
    }),
  );
}

/** The goals and what came of them. */
export function goalsTable(run) {
  return table(
    ['work', 'before', 'goal', 'measured', 'met'],
    goalsOf(run).map(({ work, trial, goal, measured, isMet }) => [work, trial, goal, measured, said(isMet)]),
  );
}

/** How figures grow, a table for each question. */
export function growthTables({ growth: { films, connections, entries, processes } }) {
  const sizes = films.front.map(([size]) => size);
  return [
    table(
      ['CPU per request, in requests of raw `node:http` for 20 films', ...sizes.map(plural)],
      [
        ['WatchMe, repeated query', ...valuesOf(films.front)],
        ['WatchMe, executed', ...valuesOf(films.executing)],
        ['mercurius, JIT', ...valuesOf(films.mercurius)],
      ],
    ),
    table(
      [
        `p99 in ms at ${connections.perSecond} requests a second`,
        ...connections.front.map(([count]) => `${count} connections`),
      ],
      [
        ['WatchMe, repeated query', ...valuesOf(connections.front)],
        ['raw node:http', ...valuesOf(connections.raw)],
      ],
    ),
    table(
      ['other answers asked for twice', 'ratio of the repeated query to raw', 'memory held, MB'],
      entries.map(([count, ratio, bytes]) => [
        count.toLocaleString('en'),
        ratio.toFixed(2),
        Math.round(bytes / 1024 ** 2),
      ]),
    ),
    table(
      ['processes', 'ratio of the repeated query to raw', 'requests/s together'],
      processes.map(([count, ratio, perSecond]) => [count, ratio.toFixed(2), Math.round(perSecond)]),
    ),
  ].join('\n');
}

/** A table in Markdown; all columns but the first are numbers or short. */
function table(head, lines) {
  return [row(head), row(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...lines.map(row)].join('');
}

function row(cells) {
  return `| ${cells.join(' | ')} |\n`;
}

function said(isMet) {
  if (isMet === null) return 'not measured';
  return isMet ? 'yes' : '**no**';
}

function valuesOf(curve) {
  return curve.map(([, value]) => value.toFixed(2));
}

function plural(films) {
  return films === 1 ? '1 film' : `${films} films`;
}
