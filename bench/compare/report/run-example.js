const figures = { ratio: 0.9, cpuMicros: 25, rawCpuMicros: 22.5, perSecond: 30_000, p50Ms: 1, p99Ms: 2, failed: 0 };

/** A run as `compare.js` makes it, of few works, for tests. */
export const run = {
  works: {
    front20: figures,
    executing20: { ...figures, ratio: 0.25 },
    mercurius20: { ...figures, ratio: 0.19 },
    nestApollo20: { ...figures, ratio: 0.035, failed: 7 },
  },
  growth: {
    films: {
      front: [
        [1, 1],
        [20, 1.1],
        [50, 1.2],
        [100, 1.4],
      ],
      executing: [
        [1, 2],
        [20, 4],
        [50, 7],
        [100, 12],
      ],
      mercurius: [
        [1, 2],
        [20, 5],
        [50, 10],
        [100, 18],
      ],
    },
    connections: {
      perSecond: 9000,
      front: [
        [32, 1],
        [512, 2],
      ],
      raw: [
        [32, 1],
        [512, 1.5],
      ],
    },
    entries: [
      [1000, 0.9, 100 * 1024 ** 2],
      [100_000, 0.88, 150 * 1024 ** 2],
    ],
    processes: [
      [1, 0.9, 30_000],
      [2, 0.91, 31_000],
    ],
  },
  facts: [
    ['Date', '2026-11-25 18:00'],
    ['Command', '`npm run bench`'],
  ],
  notes: ['304 is not measured: the answer has no ETag.'],
  options: { isQuick: false },
  answerMegabytes: 64,
};
