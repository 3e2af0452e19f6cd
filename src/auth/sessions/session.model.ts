import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Node } from '../../platform/graphql/nodes/node.interface.js';
import { toGlobalId } from '../../platform/graphql/nodes/global-id.js';
import { DateTimeScalar } from '../../platform/graphql/scalars/output.scalars.js';
import { deviceNameOf } from './device-name.js';
import type { SessionEntity } from './session.entity.js';

@ObjectType({ implements: () => Node, description: 'A device on which the viewer is signed in.' })
export class Session implements Node {
  readonly __typename = 'Session';

  @Field(() => ID, { description: 'Opaque, unique across all types, and stable: clients cache by it.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it seems to be, such as `Firefox on Linux`; null where it does not say.',
  })
  device!: string | null;

  @Field(() => DateTimeScalar, { description: 'When they signed in.' })
  createdAt!: string;

  @Field(() => DateTimeScalar, { description: 'When it last asked for a new access token.' })
  lastUsedAt!: string;

  @Field(() => DateTimeScalar, { description: 'When it ends if it is not used before.' })
  expiresAt!: string;

  @Field(() => Boolean, { description: 'Whether this request comes from it.' })
  isCurrent!: boolean;
}

export function toSession(session: SessionEntity, currentId: string): Session {
  return {
    __typename: 'Session',
    id: toGlobalId('Session', session.id),
    device: deviceNameOf(session.userAgent),
    createdAt: session.createdAt.toISOString(),
    lastUsedAt: session.lastUsedAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    isCurrent: session.id === currentId,
  };
}
