import {
  defaultTypeResolver,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { collectFields } from './collect-fields.js';
import { type FieldOfPlan, fieldWriter, infoOf, writerAtHand } from './field-writer.js';
import type { RememberedTexts } from './remembered-texts.js';
import { atHandExtension, sharedExtension } from './repeatable.decorator.js';
import { type PlannedField, repeatedFields } from './repeated-fields.js';
import { isPromise } from '../../request/maybe-promise.js';
import { type CompiledOperation, type Run, type Write } from './run.js';
import type { Switches } from './switches.js';
import { leafWriter, nullable } from './write-leaf.js';
import { listWriter, objectWriter } from './write-many.js';

/** A plan holds each field at each place: fragments that spread each other could make millions of a small document. */
const mostFields = 1000;

type Path = GraphQLResolveInfo['path'];
type Nodes = FieldOfPlan['nodes'];

/** How a value is written; `isPure` says that nothing but the value is needed for it. */
interface Planned {
  readonly write: Write;
  readonly isPure: boolean;
}

/** Turns the selections of an operation into writers of JSON, for one setting of its `@skip` and `@include`. */
export class Plan {
  private slots = 0;

  constructor(
    private readonly compiled: CompiledOperation,
    private readonly switches: Switches,
    private readonly texts: RememberedTexts,
  ) {}

  /** How many fields were planned so far, each as often as fragments spread it. */
  get fields(): number {
    return this.slots / 2;
  }

  /** Writes the whole of `data`. @throws UnplannableError */
  root(): Write {
    const { schema, operation } = this.compiled;
    const type = schema.getRootType(operation.operation);
    if (!type) throw new UnplannableError();
    return this.object(type, [operation], undefined).write;
  }

  private object(
    type: GraphQLObjectType,
    nodes: readonly Pick<FieldNode, 'selectionSet'>[],
    path: Path | undefined,
  ): Planned {
    // None of ours has one; it would have to be asked of each object.
    if (type.isTypeOf) throw new UnplannableError();
    const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const selected = collectFields(this.compiled, type, selectionSets, this.switches);
    const fields = [...selected].map(([key, [first, ...more]], index): PlannedField => {
      if (first === undefined) throw new UnplannableError();
      const prefix = `${index === 0 ? '' : ','}${JSON.stringify(key)}:`;
      return { prefix, ...this.field(type, [first, ...more], { prev: path, key, typename: type.name }) };
    });
    const isShared = type.extensions[sharedExtension] === true;
    return {
      write: objectWriter(isShared ? repeatedFields(fields, this.texts) : fields),
      isPure: fields.every(({ isPure }) => isPure),
    };
  }

  private field(parentType: GraphQLObjectType, nodes: Nodes, path: Path): Omit<PlannedField, 'prefix'> {
    const name = nodes[0].name.value;
    if (name === '__typename') {
      const text = JSON.stringify(parentType.name);
      return { write: () => text, writeAtHand: () => text, isPure: true };
    }
    // Introspection is Apollo's to allow.
    const field = parentType.getFields()[name];
    if (field === undefined) throw new UnplannableError();
    const of = { compiled: this.compiled, parentType, field, nodes, path, slot: this.slots };
    this.slots += 2;
    if (this.fields > mostFields) throw new UnplannableError();
    const { write, isPure } = this.value(field.type, of);
    const writeAtHand = isPure ? writerAtHand(of, write) : undefined;
    const isAlwaysAtHand = writeAtHand !== undefined && field.extensions[atHandExtension] === undefined;
    return { write: fieldWriter(of, write), writeAtHand, isPure: isAlwaysAtHand };
  }

  private value(type: GraphQLOutputType, of: FieldOfPlan): Planned {
    const { write, isPure } = this.present(isNonNullType(type) ? type.ofType : type, of);
    return { write: nullable(type, write), isPure };
  }

  private present(type: GraphQLOutputType, of: FieldOfPlan): Planned {
    if (isLeafType(type)) return { write: leafWriter(type), isPure: true };
    if (isListType(type)) {
      const { write, isPure } = this.value(type.ofType, of);
      return { write: listWriter(write), isPure };
    }
    if (isObjectType(type)) return this.object(type, of.nodes, of.path);
    if (isAbstractType(type)) return { write: this.abstract(type, of), isPure: false };
    throw new UnplannableError();
  }

  /** Planned for each type of object as it first comes by. */
  private abstract(type: GraphQLAbstractType, of: FieldOfPlan): Write {
    const { schema } = this.compiled;
    const planned = new Map<string, Write>();
    const writeAs = (name: unknown, value: unknown, run: Run) => {
      const known = planned.get(String(name));
      if (known !== undefined) return known(value, run);
      const concrete = typeof name === 'string' ? schema.getType(name) : undefined;
      if (!isObjectType(concrete) || !schema.isSubType(type, concrete))
        throw new TypeError('An object of no known type.');
      const { write: fresh } = this.object(concrete, of.nodes, of.path);
      planned.set(concrete.name, fresh);
      return fresh(value, run);
    };
    const resolveType = type.resolveType ?? defaultTypeResolver;
    return (value, run) => {
      const name = resolveType(value, run.context, infoOf(of, run), type);
      return isPromise(name) ? name.then((awaited) => writeAs(awaited, value, run)) : writeAs(name, value, run);
    };
  }
}

/** The operation asks for something that only a full executor does, such as introspection, or for too much. */
export class UnplannableError extends Error {
  override readonly name = 'UnplannableError';
}
