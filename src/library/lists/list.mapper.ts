import { toGlobalId } from '../../platform/graphql/nodes/global-id.js';
import type { Scope } from '../../platform/locale/locale.js';
import type { ListEntity } from './list.entity.js';
import { type List, ListVisibility } from './list.model.js';

export function toList(list: ListEntity, scope: Scope): List {
  return {
    __typename: 'List',
    id: toGlobalId('List', list.id),
    name: list.name,
    description: list.description,
    visibility: ListVisibility[list.visibility],
    createdAt: list.createdAt.toISOString(),
    updatedAt: list.updatedAt.toISOString(),
    listId: list.id,
    userId: list.userId,
    scope,
  };
}
