const full = {
  rounds: 5,
  growthRounds: 3,
  windowMs: 1500,
  warmUpMs: 300,
  settlingMs: 4000,
  entries: [1000, 10_000, 100_000],
};
const quick = { rounds: 3, growthRounds: 1, windowMs: 400, warmUpMs: 100, settlingMs: 700, entries: [1000, 10_000] };

/**
 * Reads the arguments: `--quick` is a run of two minutes with less in it, `--rounds=5` and `--seconds=2` set how many
 * windows a figure has and how long they are.
 *
 * @throws where an argument is another.
 */
export function readOptions(args) {
  const isQuick = args.includes('--quick');
  const options = { isQuick, ...(isQuick ? quick : full) };
  for (const arg of args.filter((given) => given !== '--quick')) {
    const [, name, text] = /^--(rounds|seconds)=(\d+(?:\.\d+)?)$/.exec(arg) ?? [];
    const value = Number(text);
    if (name === 'rounds' && Number.isInteger(value) && value > 0) options.rounds = value;
    else if (name === 'seconds' && value > 0) options.windowMs = value * 1000;
    else throw new Error(`${arg} is not known: --quick, --rounds=5 or --seconds=2.`);
  }
  return options;
}
