import { Field, ObjectType } from '@nestjs/graphql';
import { LanguageCodeScalar } from '../platform/graphql/scalars/language-code.scalar.js';

@ObjectType({ description: 'A language.' })
export class Language {
  @Field(() => LanguageCodeScalar, { description: 'Its code, such as `pt`.' })
  code!: string;

  @Field(() => String, { description: 'Its name in English, such as `Portuguese`.' })
  englishName!: string;

  @Field(() => String, { nullable: true, description: 'Its name in itself, such as `Português`.' })
  nativeName!: string | null;
}
