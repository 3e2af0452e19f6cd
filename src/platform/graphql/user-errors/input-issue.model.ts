import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { IssueCode } from '../../input/input-issues.js';
import { UserError } from './user-error.interface.js';

enum InputIssueCode {
  REQUIRED = 'REQUIRED',
  INVALID = 'INVALID',
  TOO_SHORT = 'TOO_SHORT',
  TOO_LONG = 'TOO_LONG',
  TOO_WEAK = 'TOO_WEAK',
  OUT_OF_RANGE = 'OUT_OF_RANGE',
  NOT_FOUND = 'NOT_FOUND',
}

registerEnumType(InputIssueCode, {
  name: 'InputIssueCode',
  description: 'What is wrong with a field of an input.',
  valuesMap: {
    REQUIRED: { description: 'It has to be given.' },
    INVALID: { description: 'It has not the form that is needed.' },
    TOO_SHORT: { description: 'It has too few characters or entries.' },
    TOO_LONG: { description: 'It has too many characters or entries.' },
    TOO_WEAK: { description: 'As a password, it is easily guessed.' },
    OUT_OF_RANGE: { description: 'As a number or a time, it is too small or too large.' },
    NOT_FOUND: { description: 'Nothing of the viewer has this ID.' },
  },
});

@ObjectType({ description: 'One fault of an input.' })
export class InputIssue {
  @Field(() => [String], { description: 'The path of the field at fault, such as `["input", "email"]`.' })
  field!: readonly string[];

  @Field(() => InputIssueCode, { description: 'What is wrong with it.' })
  code!: IssueCode;

  @Field(() => String, { description: 'A sentence that may be shown as it is.' })
  message!: string;
}

@ObjectType({ implements: () => UserError, description: 'Some of the input can not be used; all faults at once.' })
export class InvalidInputError implements UserError {
  readonly __typename = 'InvalidInputError';

  @Field(() => String, { description: 'A sentence that may be shown as it is: the first fault.' })
  message!: string;

  @Field(() => [String], { nullable: true, description: 'The path of the first field at fault.' })
  field!: readonly string[] | null;

  @Field(() => [InputIssue], { description: 'Every fault of the input.' })
  issues!: readonly InputIssue[];
}
