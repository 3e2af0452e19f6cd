import { chart } from './chart.js';
import { figuresTable, goalsTable, growthTables } from './tables.js';

const shown = [
  ['front20', 'WatchMe, repeated query', 'own'],
  ['token20', 'WatchMe, the same with a token', 'own'],
  ['unchanged', 'WatchMe, 304 by ETag', 'own'],
  ['executing20', 'WatchMe, executed, data in process', 'own'],
  ['redis20', 'WatchMe, executed, data in Redis', 'own'],
  ['apollo20', 'WatchMe without its front', 'own'],
  ['mercurius20', 'mercurius, JIT', 'peer'],
  ['apolloCache20', 'Apollo Server + response cache', 'peer'],
  ['yogaCache20', 'GraphQL Yoga + response cache', 'peer'],
  ['nestApollo20', 'NestJS + Apollo', 'peer'],
];

/** `docs/benchmarks.md` of a run. */
export function pageOf(run) {
  const { facts, notes, options } = run;
  return `# What a request costs

![How WatchMe compares, and how its cost grows](benchmarks.svg)

${facts.map(([name, value]) => `- ${name}: ${value}`).join('\n')}

All of this page is written by that command; [bench](../bench/README.md) says how it measures. ${
    options.isQuick ? 'It was a quick run, whose windows are short: read it with a pinch of salt. ' : ''
  }All servers
answer the same query, a page of films of twelve scalars each and their genres (20 films: 12 kB), byte for byte as long as
WatchMe's own, from the same data. Raw is \`node:http\` writing ready bytes to the same requests, and so what Node can do
at all. A ratio is raw's CPU time per request divided by the server's, both of the same round: 1 is as cheap as raw.
Ratios hold from machine to machine; microseconds, requests per second and milliseconds do not, not even from hour to
hour on this one. The load comes over 32 connections, the next request as soon as an answer is there.

## Goals

${goalsTable(run)}
## All figures

Of 20 films where nothing else is said.

${figuresTable(run)}
WatchMe writes what it can say of a film once and repeats it for as long as the film is cached
([decision 26](adr/0026-answers-are-written.md)); peers serialize each film each time. "A variable under each film" and "two languages"
are queries that this is of no use for, with the same answer. WatchMe runs as in production but for what would blur a window:
nothing expires, it logs from \`warn\` on (peers log nothing), and answers may take 64 MB.

${notes.map((note) => `${note}\n`).join('\n')}
## How it grows

${growthTables(run)}
The p99 is taken at the same rate for each number of connections, well below what one core can do: at full load, each of
sixteen times as many connections waits sixteen times as long, whatever the server does.
`;
}

/** `docs/benchmarks.svg` of a run. */
export function pictureOf({ works, growth: { films, connections, entries, processes } }) {
  const bars = shown
    .filter(([key]) => works[key] !== undefined)
    .map(([key, label, kind]) => ({ label, kind, ratio: works[key].ratio }));
  const megabyte = 1024 ** 2;
  return chart({
    title: 'A page of 20 films: what is left of raw node:http',
    description: bars.map(({ label, ratio }) => `${label}: ${ratio.toFixed(3)}`).join('; '),
    bars: [{ label: 'raw node:http, ready bytes', ratio: 1, kind: 'limit' }, ...bars],
    plots: [
      {
        title: 'Cost by films (raw, 20 films = 1)',
        unit: 'films in a page',
        curves: [
          { label: 'repeated', kind: 'own', points: films.front },
          { label: 'executed', kind: 'limit', points: films.executing },
          { label: 'mercurius, JIT', kind: 'peer', points: films.mercurius },
        ],
      },
      {
        title: 'p99 in ms, the same rate',
        unit: 'connections',
        isLog: true,
        curves: [
          { label: 'WatchMe', kind: 'own', points: connections.front },
          { label: 'raw node:http', kind: 'limit', points: connections.raw },
        ],
      },
      {
        title: 'Memory held, MB',
        unit: 'answers in the cache',
        isLog: true,
        curves: [
          { label: 'WatchMe', kind: 'own', points: entries.map(([count, , bytes]) => [count, bytes / megabyte]) },
        ],
      },
      {
        title: 'Ratio to raw of a repeated query',
        unit: 'answers in the cache',
        isLog: true,
        curves: [{ label: 'WatchMe', kind: 'own', points: entries.map(([count, ratio]) => [count, ratio]) }],
      },
      {
        title: 'Ratio to raw by processes',
        unit: 'processes',
        curves: [{ label: 'WatchMe', kind: 'own', points: processes.map(([count, ratio]) => [count, ratio]) }],
      },
    ],
  });
}
