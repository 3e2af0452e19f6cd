import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Base } from './base.js';
import { contextOf } from './context.js';
import { readStages } from './dockerfile.js';
import { sizeOf, Stage } from './stage.js';

/**
 * Does the steps of the Dockerfile in `project`, each stage in a folder of its own below `folder`. Gives the stages by
 * name, each with `root` and `settings`; `tell` hears of each step and what it added.
 */
export function build({ project, folder, tell }) {
  const base = new Base(join(folder, 'base'));
  const context = contextOf(project);
  const stages = new Map();
  for (const { name, from, steps } of readStages(readFileSync(join(project, 'Dockerfile'), 'utf8'))) {
    const root = join(folder, name);
    const parent = stages.get(from);
    tell(`${name}, from ${from}`);
    mkdirSync(root, { recursive: true });
    if (parent === undefined) base.prepare(root);
    else cpSync(parent.root, root, { recursive: true, verbatimSymlinks: true });
    const stage = new Stage({ name, root, base, context, others: stages });
    if (parent !== undefined) stage.workdir = parent.workdir;
    doSteps(stage, steps, tell);
    stages.set(name, stage);
  }
  return stages;
}

function doSteps(stage, steps, tell) {
  const start = sizeOf(stage.root);
  let before = start;
  for (const step of steps) {
    stage.run(step);
    const after = sizeOf(stage.root);
    if (after > before) tell(`  ${megabytes(after - before)}  ${step.keyword} ${step.text}`);
    before = after;
  }
  tell(`  ${megabytes(before - start)}  in all`);
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`.padStart(9);
}
