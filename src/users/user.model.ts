import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Node } from '../platform/graphql/nodes/node.interface.js';
import { DateTimeScalar } from '../platform/graphql/scalars/output.scalars.js';
import type { Scope } from '../platform/locale/locale.js';

/** Someone's account. Only its owner ever gets one: others see at most a display name. */
@ObjectType({ implements: () => Node, description: "The viewer's account; nobody else gets to see it." })
export class User implements Node {
  readonly __typename = 'User';

  @Field(() => ID, { description: 'Opaque, unique across all types, and stable: clients cache by it.' })
  id!: string;

  @Field(() => String, { description: 'The address they sign in with, in its normal form.' })
  email!: string;

  @Field(() => Boolean, { description: 'Whether they have shown that they get mail at this address.' })
  isEmailVerified!: boolean;

  @Field(() => String, { nullable: true, description: 'What others see them called; null until they choose.' })
  displayName!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The BCP 47 tag they like films in, such as `pt-BR`. For clients to send: the server applies it to nothing.',
  })
  defaultLocale!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The ISO 3166-1 code of where they watch, such as `BR`. For clients to send: the server applies it to nothing.',
  })
  defaultRegion!: string | null;

  @Field(() => DateTimeScalar, { description: 'When the account was made.' })
  createdAt!: string;

  /** The number of the account in the database. */
  userId!: string;

  /** The language and country it was asked in, which hold for the films under it. */
  scope!: Scope;
}
