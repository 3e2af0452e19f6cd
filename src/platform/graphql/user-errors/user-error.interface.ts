import { Field, InterfaceType } from '@nestjs/graphql';

/** An error as data: what the person at the client can mend. Its objects carry `__typename`. */
@InterfaceType({
  description: 'A failure that the person at the client can mend. It comes as data, beside the success in a union.',
  resolveType: (value: UserError) => value.__typename,
})
export abstract class UserError {
  abstract readonly __typename: string;

  @Field(() => String, { description: 'A sentence that may be shown as it is.' })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The path of the input field at fault, such as `["input", "email"]`; null where it is none of them.',
  })
  field!: readonly string[] | null;
}
