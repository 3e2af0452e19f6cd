import { Injectable } from '@nestjs/common';
import {
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { MaybePromise } from '../../request/maybe-promise.js';
import { accessExtension } from '../access/access.decorator.js';
import { fragmentsOf } from '../fragments-of.js';
import { notedName } from '../noted-name.js';
import type { CostOf } from '../limits/cost/compile-cost.js';
import { knownCost } from '../limits/cost/known-costs.js';
import { CompiledQuery } from './compiled-query.js';
import { RememberedTexts } from './remembered-texts.js';

/** An operation of a document that was parsed and validated. */
export interface KnownOperation {
  readonly isQuery: boolean;
  /** Whether anything of a viewer is asked, whoever asks. */
  readonly touchesViewer: boolean;
  /** Its beginning, for the log. */
  readonly name: string | undefined;
  readonly costOf: CostOf;
  /** Made at its first use; null for what has to be left to GraphQL's own executor. */
  compiled(): CompiledQuery | null;
}

/** An operation that is looked at for the first time. */
export interface Study {
  readonly end: () => void;
}

/** What was looked at turned out to be none. */
const noStudy: Study = { end: () => undefined };

interface Learnt {
  readonly text: string;
  readonly operationName: string | null;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** The characters of all documents that are kept. */
const mostCharacters = 2_000_000;
/** The fields of all compiled queries, which take some 600 bytes each; most come to hold a quarter of what they may. */
const mostFields = 200_000;
const mostTextBytes = 32 * 1024 * 1024;

/** The operations that have passed all checks once, so that they need not pass them again. */
@Injectable()
export class KnownDocuments {
  private readonly operations = new LRUCache<string, KnownOperation>({
    maxSize: mostCharacters,
    sizeCalculation: (_, key) => key.length + 100,
  });
  private readonly compiled = new LRUCache<string, { readonly query: CompiledQuery | null }>({ maxSize: mostFields });
  private readonly studies = new Map<string, PromiseWithResolvers<void>>();
  private readonly texts = new RememberedTexts(mostTextBytes);

  /**
   * What is known of an operation; if somebody is at it for the first time just now, after that. A study makes whoever
   * asks that somebody, who is to call `end`, whatever comes of it.
   */
  find(text: string, operationName: string | null): MaybePromise<KnownOperation | Study> {
    const key = keyOf(text, operationName);
    const known = this.operations.get(key);
    if (known !== undefined) return known;
    const study = this.studies.get(key);
    return study === undefined ? this.begin(key) : study.promise.then(() => this.operations.get(key) ?? noStudy);
  }

  /** Takes an operation that was parsed and validated, and is about to be executed for the first time. */
  learn(schema: GraphQLSchema, { text, operationName, document, operation }: Learnt): void {
    const key = keyOf(text, operationName);
    if (this.operations.has(key)) return;
    const isQuery = operation.operation === OperationTypeNode.QUERY;
    this.operations.set(key, {
      isQuery,
      touchesViewer: touchesViewer(schema, document),
      name: notedName(operation.name?.value),
      costOf: knownCost(schema, document, operation),
      // Of documents that come once nothing is compiled.
      compiled: () => (isQuery ? this.compiledOf(key, schema, document, operation) : null),
    });
    this.end(key);
  }

  private begin(key: string): Study {
    const study = Promise.withResolvers<void>();
    this.studies.set(key, study);
    return { end: () => this.end(key, study) };
  }

  private end(key: string, study = this.studies.get(key)): void {
    study?.resolve();
    if (this.studies.get(key) === study) this.studies.delete(key);
  }

  private compiledOf(
    key: string,
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ): CompiledQuery | null {
    const known = this.compiled.get(key);
    if (known !== undefined) return known.query;
    const query = CompiledQuery.of({ schema, operation, fragments: fragmentsOf(document) }, this.texts);
    this.compiled.set(key, { query }, { size: query?.size ?? 1 });
    return query;
  }
}

/** Names hold no line break. */
function keyOf(text: string, operationName: string | null): string {
  return `${operationName ?? ''}\n${text}`;
}

function touchesViewer(schema: GraphQLSchema, document: DocumentNode): boolean {
  let touches = false;
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: () => {
        if (typeInfo.getFieldDef()?.extensions[accessExtension] !== undefined) touches = true;
      },
    }),
  );
  return touches;
}
