import { Injectable } from '@nestjs/common';
import type { Scope } from '../../locale/locale.js';
import type { RequestContext } from '../../request/request-context.js';
import type { GlobalId } from './global-id.js';
import type { Node } from './node.interface.js';
import { isTmdbId } from './tmdb-id.js';

/**
 * Finds the node of one type by its key; null when there is none, or none that the viewer may see. `fields` are those
 * that the query selects of it.
 */
export type FindNode = (
  key: string,
  scope: Scope,
  fields: readonly string[],
  context: RequestContext,
) => Promise<Node | null>;

/** Where each feature says how its nodes are found, so that `node` needs to know none of them. */
@Injectable()
export class NodeRegistry {
  private readonly finders = new Map<string, { readonly find: FindNode; readonly isKey: (key: string) => boolean }>();

  /** `isKey`: which keys the type can have; left out, TMDb's numbers. Others name nothing, not a thing under an alias. */
  register(type: string, find: FindNode, isKey: (key: string) => boolean = isTmdbId): void {
    this.finders.set(type, { find, isKey });
  }

  async find(
    { type, key }: GlobalId,
    scope: Scope,
    fields: readonly string[],
    context: RequestContext,
  ): Promise<Node | null> {
    const finder = this.finders.get(type);
    return finder?.isKey(key) === true ? finder.find(key, scope, fields, context) : null;
  }
}
