import { DockerfileParser } from 'dockerfile-ast';

/**
 * The stages of a Dockerfile in their order: `{ name, from, steps }`, each step `{ keyword, flags, words, text, line }`.
 * The text has no flags, and its lines are joined; `words` are those of it, unless it is JSON: then its strings.
 */
export function readStages(text) {
  const stages = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const step = stepOf(instruction);
    if (step.keyword === 'FROM') {
      const [from = '', , name = ''] = step.words;
      stages.push({ name, from, steps: [] });
    } else {
      const stage = stages.at(-1);
      if (stage === undefined) throw new Error(`Line ${step.line}: ${step.keyword} comes before every FROM.`);
      stage.steps.push(step);
    }
  }
  return stages;
}

function stepOf(instruction) {
  const flags = Object.fromEntries((instruction.getFlags?.() ?? []).map((flag) => [flag.getName(), flag.getValue()]));
  const text = instruction.getArgumentsContent() ?? '';
  return {
    keyword: instruction.getKeyword().toUpperCase(),
    flags,
    words: wordsOf(text),
    text,
    line: instruction.getRange().start.line + 1,
  };
}

/** Those after the last flag. */
function wordsOf(text) {
  const isJson = text.trimStart().startsWith('[');
  return isJson ? JSON.parse(text) : text.split(/\s+/).filter((word) => word !== '' && !word.startsWith('--'));
}
