import { toGlobalId } from '../platform/graphql/nodes/global-id.js';
import type { Scope } from '../platform/locale/locale.js';
import type { UserEntity } from './user.entity.js';
import type { User } from './user.model.js';

export function toUser(user: UserEntity, scope: Scope): User {
  return {
    __typename: 'User',
    id: toGlobalId('User', user.id),
    email: user.email,
    isEmailVerified: user.emailVerifiedAt !== null,
    displayName: user.displayName,
    defaultLocale: user.locale,
    defaultRegion: user.region,
    createdAt: user.createdAt.toISOString(),
    userId: user.id,
    scope,
  };
}
