import { existsSync, globSync, readFileSync } from 'node:fs';

/** What a document may call by name, as the sources declare it. */
export interface NamesInCode {
  readonly names: ReadonlySet<string>;
  /** Methods and properties of classes, and fields of types of the schema. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  /** As strings of the source spell them, and the load balancer. */
  readonly routes: ReadonlySet<string>;
}

const member =
  /^ {2}(?:(?:private|protected|public|static|override|readonly|async|get|set) )*#?([a-z]\w*)(?=[\s(<:=?])/gm;
const declaration = /^\s*(?:export )?(?:abstract |async )*(?:class|function|const|let|interface|type) (\w+)/gm;

export function readNamesInCode(): NamesInCode {
  const code = globSync('src/**/*.ts', { exclude: (name) => name.endsWith('.spec.ts') }).map(read);
  const schema = read('schema.gql');
  const classes = code.flatMap(blocksOf(/^(?:export )?(?:abstract )?class (\w+)[^]*?^}/gm));
  const types = blocksOf(/^(?:type|interface|input|enum) (\w+)[^]*?^}/gm)(schema);
  return {
    names: new Set([
      ...code.flatMap(all(declaration)),
      ...code.flatMap(all(/^ {2}([A-Z][A-Z_]+): /gm)),
      ...all(/^(?:type|interface|input|enum|union|scalar) (\w+)/gm)(schema),
      ...all(/^ {2}(\w+)(?=[(:\s@]|$)/gm)(schema),
      ...all(/^#? ?([A-Z_]+)=/gm)(read('.env.example')),
      ...all(/"(?:tableName|name)": "(\w+)"/g)(read('src/migrations/snapshot.json')),
      ...all(/^\s+'?([A-Z_]+)'?:/gm)(read('copilot/api/manifest.yml')),
      ...globSync('copilot/**/addons/*.yml')
        .map(read)
        .flatMap(all(/^ {2}(\w+):$/gm)),
    ]),
    members: new Map([...classes, ...types].map(({ name, text }) => [name, new Set(all(member)(text))])),
    routes: new Set([
      ...code.flatMap(all(/'(\/[a-z/]+|\.[a-z]+)'/g)),
      ...all(/^ +path: (\/\S+)$/gm)(read('copilot/api/manifest.yml')),
    ]),
  };
}

/** Whether there is such a thing: a file, a route, a member of a class or type, or anything declared. */
export function isNameInCode(name: string, { names, members, routes }: NamesInCode): boolean {
  if (routes.has(name)) return true;
  if (name.includes('/')) return isFile(name);
  const [owner = '', ...rest] = name.split('.');
  return rest.length === 0 ? names.has(name) : rest.length === 1 && (members.get(owner)?.has(rest[0] ?? '') ?? false);
}

/** By its whole path, as what is built of a source, or by the end of its path among the stacks. */
function isFile(name: string): boolean {
  const source = name.replace(/^dist\/(.*)\.js$/, 'src/$1.ts');
  return existsSync(source) || globSync(`copilot/**/${name}`).length > 0;
}

function blocksOf(pattern: RegExp): (text: string) => { name: string; text: string }[] {
  return (source) => [...source.matchAll(pattern)].map(([text, name = '']) => ({ name, text }));
}

function all(pattern: RegExp): (text: string) => string[] {
  return (text) => [...text.matchAll(pattern)].map(([, name = '']) => name);
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
