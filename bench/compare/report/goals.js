import { slope } from './statistics.js';

/** What the comparison is for: `{ work, trial, goal, measured, isMet }`, texts but for `isMet`, null if not measured. */
export function goalsOf({ works, growth, answerMegabytes }) {
  const ratio = (key) => works[key]?.ratio;
  return [
    atLeast('repeated anonymous query', 'trial 0.90; best peer 0.10', 0.85, ratio('front20')),
    {
      ...atLeast(
        'executed, data in process, 20 films',
        'trial 0.25; mercurius JIT 0.19',
        1.25,
        ratio('executing20') / ratio('mercurius20'),
      ),
      goal: 'at least 1.25 times mercurius JIT of the same run',
    },
    atLeast('executed, data in Redis', 'mercurius JIT 0.19', 0.2, ratio('redis20')),
    atLeast('repeated query with a verified token, nothing of a viewer', '–', 0.75, ratio('token20')),
    atLeast('304 by ETag', '–', 0.85, ratio('unchanged')),
    linear(growth.films.executing),
    patient(growth.connections.front),
    bounded(growth.entries, answerMegabytes),
  ];
}

function atLeast(work, trial, goal, value) {
  const isMet = value === undefined ? null : value >= goal;
  return { work, trial, goal: `at least ${goal}`, measured: value === undefined ? '–' : value.toFixed(2), isMet };
}

/** Each film of the second half of the way to a hundred against each of the first. */
function linear(points) {
  const [first, middle, last] = [points[0], points.at(-2), points.at(-1)];
  const factor = slope(middle, last) / slope(first, middle);
  const measured = `a film more costs ${factor.toFixed(2)} times as much from ${middle[0]} to ${last[0]} as from ${first[0]} to ${middle[0]}`;
  return {
    work: 'cost per film',
    trial: '–',
    goal: 'linear from 1 to 100 (at most 1.25 times)',
    measured,
    isMet: factor <= 1.25,
  };
}

function patient(points) {
  const [[few, before], [many, after]] = [points[0], points.at(-1)];
  const measured = `${(after / before).toFixed(1)} times (${before.toFixed(1)} to ${after.toFixed(1)} ms)`;
  const work = `p99 at ${many} connections against ${few}, the same rate`;
  return { work, trial: '–', goal: 'at most 3 times', measured, isMet: after <= 3 * before };
}

/** Garbage does not count; the bound is allowed twice, since what an answer takes is an estimate. */
function bounded(points, answerMegabytes) {
  const [[few, , before], [many, , after]] = [points[0], points.at(-1)];
  const megabytes = (after - before) / 1024 ** 2;
  return {
    work: `memory held, ${many.toLocaleString('en')} other answers against ${few.toLocaleString('en')}`,
    trial: '–',
    goal: `at most ${2 * answerMegabytes} MB more, at a bound of ${answerMegabytes} MB`,
    measured: `${megabytes.toFixed(0)} MB more`,
    isMet: megabytes <= 2 * answerMegabytes,
  };
}
