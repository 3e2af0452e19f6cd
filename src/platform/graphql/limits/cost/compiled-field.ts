import { type FieldNode, type GraphQLField, type GraphQLNamedType, isAbstractType, print } from 'graphql';
import type { ArgumentValues, ReadValue } from './argument-values.js';
import { callsExtension, type FieldCalls } from './calls.decorator.js';
import type { CompiledSelection, Countable } from './compiled-selection.js';
import { isList, isPage, type Length, lengthOf, lengthOfArray } from './list-length.js';
import { half, type OnceTable, type Run, Total } from './total.js';

export interface FieldParts {
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
  readonly parent: GraphQLNamedType;
  readonly type: GraphQLNamedType;
  readonly isRoot: boolean;
  /** Null for leaves. */
  readonly below: CompiledSelection | null;
  readonly values: ArgumentValues;
  readonly once: OnceTable;
}

const none: FieldCalls = {};
const leaf = new Total();

/** What one mention of a field comes to. */
export class CompiledField implements Countable {
  private readonly calls: FieldCalls;
  private readonly length: Length;
  private readonly after: ReadValue | undefined;
  private readonly imdbId: ReadValue | undefined;
  private readonly changes: ReadValue | undefined;
  private readonly reread: { readonly given: ReadValue; readonly text: string } | null;
  private readonly onceBits: number;

  constructor(private readonly parts: FieldParts) {
    const { node, field, parent, values, once } = parts;
    this.calls = (field.extensions[callsExtension] as FieldCalls | undefined) ?? none;
    this.length = lengthOf(node, field, parent, this.calls, values);
    this.after = values.argument(node, 'after');
    this.imdbId = values.argument(node, 'imdbId');
    this.changes = this.calls.changes && values.argument(node, 'input');
    this.reread = rereadOf(node, this.calls, values);
    this.onceBits = once.bitsOf(this.calls.once);
  }

  addTo(total: Total, run: Run): void {
    const { below, isRoot, once, parent } = this.parts;
    this.addOwnNeeds(total, run);
    const changes = this.changesIn(run);
    const inner = below?.evaluate(changes === run.changes ? run : { ...run, changes }) ?? leaf;
    const length = this.length(run);
    total.calls += this.ownCalls(length, run) + (this.calls.changes ? changes * half : 0);
    if (below !== null) total.objects += this.objects(length, inner);
    if (isPage(parent)) {
      // Not of the page but of the things it holds: counted where the list is.
      total.calls += length * inner.calls;
      total.addNeeds(inner);
    } else {
      total.calls += length * this.callsOfEach(inner);
      const bits = this.onceBits | inner.once;
      if (isRoot) total.calls += once.callsOf(bits);
      else total.once |= bits;
    }
  }

  private addOwnNeeds(total: Total, { variables }: Run): void {
    const given = this.reread?.given(variables);
    if (this.reread !== null && given !== undefined && given !== null) total.addReread(this.reread.text);
    else if (this.calls.needsThing) total.needsThing = true;
  }

  private ownCalls(length: number, { variables }: Run): number {
    const { calls = 0, pages, furtherPages, finds } = this.calls;
    const isContinued = typeof this.after?.(variables) === 'string';
    // After a cursor a page may begin in the midst of one of TMDb's.
    if (pages !== undefined) return calls + Math.max(1, Math.ceil(length / pages)) + (isContinued ? 1 : 0);
    if (furtherPages !== undefined) {
      return calls + Math.max(0, Math.ceil(length / furtherPages) - (isContinued ? 0 : 1));
    }
    return finds !== undefined && typeof this.imdbId?.(variables) === 'string' ? calls + 1 : calls;
  }

  private callsOfEach(inner: Total): number {
    const { finds } = this.calls;
    // What turns out to be something else than a film, such as an entry of a library, is found without a call.
    if (finds === 'named' && isAbstractType(this.parts.type) && !inner.needsThing) {
      return Math.max(inner.callsForThing(finds), inner.calls);
    }
    return inner.calls + inner.callsForThing(finds);
  }

  /** A connection is one object; its `first` counts for what is below it. */
  private objects(length: number, inner: Total): number {
    return (isList(this.parts.field) ? length : 1) + length * inner.objects;
  }

  private changesIn({ variables, changes }: Run): number {
    const input = this.changes?.(variables);
    if (typeof input !== 'object' || input === null || !('changes' in input)) return changes;
    return lengthOfArray(input.changes) ?? 1;
  }
}

function rereadOf(node: FieldNode, { rereadBy }: FieldCalls, values: ArgumentValues) {
  const given = rereadBy && values.argument(node, rereadBy);
  const argument = node.arguments?.find(({ name }) => name.value === rereadBy);
  return given && argument ? { given, text: print(argument) } : null;
}
