import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';

/** What a build may copy from its folder: which paths `.dockerignore` lets through. */
export function contextOf(folder) {
  const lines = readFileSync(join(folder, '.dockerignore'), 'utf8').split('\n');
  const rules = lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ pattern: line.replace(/^!/, ''), isKept: line.startsWith('!') }));
  return {
    /** The files at a path or below it, relative to the folder. */
    files: (path) => filesAt(folder, path).filter((file) => isKept(rules, file)),
    absolute: (path) => join(folder, path),
  };
}

/** The last rule that fits a file, or a folder that it is in, decides. */
function isKept(rules, file) {
  const parts = file.split('/');
  const places = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  let kept = true;
  for (const rule of rules) if (places.some((place) => matchesGlob(place, rule.pattern))) kept = rule.isKept;
  return kept;
}

function filesAt(folder, path) {
  const found = statSync(join(folder, path), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [path];
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) =>
    filesAt(folder, join(path, entry.name)),
  );
}
