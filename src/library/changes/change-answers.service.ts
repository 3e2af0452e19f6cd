import { Injectable } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import { ViewersService } from '../../auth/viewers/viewers.service.js';
import { toGlobalId } from '../../platform/graphql/nodes/global-id.js';
import { scopeOf } from '../../platform/graphql/scope.args.js';
import type { Scope } from '../../platform/locale/locale.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { toUser } from '../../users/user.mapper.js';
import { cursorOfEntry } from '../shelves/shelf-cursor.js';
import type { Shelf, ShelfEntry } from '../shelves/shelf.js';
import type { Added, Done, ReadChange, Removed } from './library-change.js';
import { LibraryWriter, type Writing } from './library-writer.service.js';
import type { LibraryInput } from './library.input.js';
import { selectedMovieFields } from './selected-movie-fields.js';

/** A mutation as it was asked. */
export interface Asked {
  readonly context: RequestContext;
  readonly info: GraphQLResolveInfo;
}

/** Answers the mutations of libraries: each is an input's reader and what its success says. */
@Injectable()
export class ChangeAnswers {
  constructor(
    private readonly writer: LibraryWriter,
    private readonly viewers: ViewersService,
  ) {}

  /** The success with the viewer and what its film is found by, or the error as data. */
  async answer<Input extends LibraryInput, D extends Done, Success extends { readonly __typename: string }>(
    read: ReadChange<Input, D>,
    input: Input,
    asked: Asked,
    toSuccess: (done: D, scope: Scope) => Success,
  ) {
    const writing = await this.writingOf(input, asked);
    const outcome = await this.writer.make(read, input, writing);
    if ('error' in outcome) return outcome.error;
    const { done } = outcome;
    return { tmdbId: done.tmdbId, ...(await this.rest(writing)), ...toSuccess(done, writing.scope) };
  }

  async writingOf(input: LibraryInput, { context, info }: Asked): Promise<Writing> {
    const scope = scopeOf(input, context);
    const { user } = await this.viewers.get(context);
    return { userId: user.id, scope, movieFields: selectedMovieFields(info), context };
  }

  /** What every success says. */
  async rest({ context, scope }: Writing) {
    const { user } = await this.viewers.get(context);
    return { viewer: toUser(user, scope), scope };
  }
}

/** The success of adding to a shelf. */
export function added<Name extends string, Entry extends ShelfEntry, Node>(name: Name, shelf: Shelf<Entry, Node>) {
  return ({ entry }: Added<Entry>, scope: Scope) => ({ __typename: name, edge: edgeOf(shelf, entry, scope) });
}

/** The success of removing. */
export function removed<Name extends string>(name: Name) {
  return (done: Removed) => ({ __typename: name, deletedId: deletedIdOf(done) });
}

/** The edge of an entry in the usual order of its shelf. */
function edgeOf<Entry extends ShelfEntry, Node>(shelf: Shelf<Entry, Node>, entry: Entry, scope: Scope) {
  return { cursor: cursorOfEntry(shelf, entry), node: shelf.toNode(entry, scope) };
}

/** The global ID of what a change removed; null when it was nothing. */
export function deletedIdOf({ removed: gone }: Done): string | null {
  return gone ? toGlobalId(gone.type, gone.id) : null;
}
