import { existsSync, readFileSync } from 'node:fs';
import { RegoEngine, TemplateFile } from '@aws/cloudformation-validate';

const engine = new RegoEngine();

// Copilot's HTTPS listener takes its certificates by a condition, which the validator does not look into.
const exclude = { ids: ['E3676'] };

/** What a rendered service stack has only if the patches have landed. */
const patched = [
  ...addedNames(readFileSync('copilot/api/overrides/cfn.patches.yml', 'utf8')).map((name) => `    ${name}:`),
  'InitProcessEnabled: true',
  'Drop: [ALL]',
  'Runtime: nodejs24.x',
];

/** Of the resources that the patches add. */
function addedNames(patches) {
  return [...patches.matchAll(/^ {2}path: \/Resources\/(\w+)$/gm)].map(([, name]) => name);
}

function parametersBeside(path) {
  const file = path.replace(/(\.stack)?\.yml$/, '.params.json');
  const environment = path.split('/').at(-3);
  const given = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).Parameters : {};
  return { App: 'watchme', Env: environment, ...given };
}

/** What is wrong with a rendered template; addons are ours, so warnings count there too. */
export function stackFindings(path, template) {
  const isAddon = path.includes('addons');
  const { diagnostics } = engine.validateStandard(new TemplateFile(path), {
    severityLevel: isAddon ? 'WARN' : 'ERROR',
    parameterOverrides: parametersBeside(path),
    exclude: isAddon ? {} : exclude,
  });
  const isService = /api-\w+\.stack\.yml$/.test(path);
  return [
    ...diagnostics.map(({ ruleId, propertyPath, message }) => `${ruleId} ${propertyPath ?? ''} ${message}`),
    ...[...template.matchAll(/nodejs(1\d|20)\.x/g)].map(([runtime]) => `a function on ${runtime}`),
    ...(isService ? patched.filter((part) => !template.includes(part)).map((part) => `no ${part}`) : []),
  ];
}
