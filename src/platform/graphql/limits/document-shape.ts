import { type DocumentNode, type FieldNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { countDirectives } from './directive-count.js';
import { fragmentsOf } from '../fragments-of.js';
import { documentLimits, type DocumentLimit, type LimitBreach } from './limits.js';

/** What a selection set asks for, fragments included. */
interface Shape {
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly introspectionLists: number;
  /** The response keys under which each field is asked. */
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
}

const introspectionRoots = new Set(['__schema', '__type']);
const introspectionLists = new Set([
  'types',
  'fields',
  'args',
  'inputFields',
  'interfaces',
  'possibleTypes',
  'enumValues',
  'directives',
]);

/**
 * The limits that a document breaks. Each fragment is looked at once however often it is spread, so that a small
 * document of fragments that spread each other twice can't take long.
 */
export function findBreaches(document: DocumentNode): LimitBreach[] {
  return new ShapeReader(document).breaches();
}

class ShapeReader {
  private readonly fragments: ReturnType<typeof fragmentsOf>;
  private readonly known = new Map<string, Shape>();
  private readonly highest = new Map<DocumentLimit, number>();

  constructor(private readonly document: DocumentNode) {
    this.fragments = fragmentsOf(document);
  }

  breaches(): LimitBreach[] {
    for (const definition of this.document.definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION) this.readOperation(definition);
    }
    const directives = countDirectives(this.document);
    this.raise('directives', directives.atOnePlace);
    this.raise('directivesInAll', directives.inAll);
    return [...this.highest]
      .filter(([limit, actual]) => actual > documentLimits[limit])
      .map(([limit, actual]) => ({ limit, actual }));
  }

  private readOperation(operation: OperationDefinitionNode): void {
    const shape = this.read(operation.selectionSet, false);
    this.raise('depth', shape.depth);
    this.raise('introspectionDepth', shape.introspectionDepth);
    this.raise('introspectionLists', shape.introspectionLists);
    let rootFields = 0;
    for (const keys of shape.keys.values()) rootFields += keys.size;
    this.raise('rootFields', rootFields);
  }

  private read(selectionSet: SelectionSetNode, isIntrospection: boolean): Shape {
    const keys = new Map<string, Set<string>>();
    const written = new Map<string, number>();
    const shape = { depth: 0, introspectionDepth: 0, introspectionLists: 0, keys };
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        written.set(key, (written.get(key) ?? 0) + 1);
        addKeys(keys, selection.name.value, [key]);
        widen(shape, this.readField(selection, isIntrospection));
      } else {
        const part =
          selection.kind === Kind.INLINE_FRAGMENT
            ? this.read(selection.selectionSet, isIntrospection)
            : this.readFragment(selection.name.value, isIntrospection);
        for (const [name, added] of part.keys) addKeys(keys, name, added);
        widen(shape, part);
      }
    }
    for (const asked of keys.values()) this.raise('aliases', asked.size);
    for (const times of written.values()) this.raise('repeats', times);
    return shape;
  }

  private readField(field: FieldNode, isIntrospection: boolean): Omit<Shape, 'keys'> {
    const name = field.name.value;
    const isIntrospective = isIntrospection || introspectionRoots.has(name);
    const below = field.selectionSet === undefined ? empty : this.read(field.selectionSet, isIntrospective);
    if (!isIntrospective) return { ...below, depth: below.depth + 1 };
    return {
      depth: below.depth,
      introspectionDepth: below.introspectionDepth + 1,
      introspectionLists: below.introspectionLists + (introspectionLists.has(name) ? 1 : 0),
    };
  }

  private readFragment(name: string, isIntrospection: boolean): Shape {
    const key = `${name}:${isIntrospection}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    // Known as empty while it is read: a fragment that spreads itself is refused by validation.
    this.known.set(key, empty);
    const fragment = this.fragments[name];
    const shape = fragment === undefined ? empty : this.read(fragment.selectionSet, isIntrospection);
    this.known.set(key, shape);
    return shape;
  }

  private raise(limit: DocumentLimit, actual: number): void {
    this.highest.set(limit, Math.max(actual, this.highest.get(limit) ?? 0));
  }
}

const empty: Shape = { depth: 0, introspectionDepth: 0, introspectionLists: 0, keys: new Map() };

function widen(shape: { -readonly [K in keyof Omit<Shape, 'keys'>]: number }, part: Omit<Shape, 'keys'>): void {
  shape.depth = Math.max(shape.depth, part.depth);
  shape.introspectionDepth = Math.max(shape.introspectionDepth, part.introspectionDepth);
  shape.introspectionLists = Math.max(shape.introspectionLists, part.introspectionLists);
}

function addKeys(keys: Map<string, Set<string>>, name: string, added: Iterable<string>): void {
  const known = keys.get(name) ?? new Set();
  for (const key of added) known.add(key);
  keys.set(name, known);
}
