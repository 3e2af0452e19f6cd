import { Field, ObjectType } from '@nestjs/graphql';
import { LocaleScalar } from '../../platform/graphql/scalars/locale.scalar.js';

@ObjectType({ description: 'The languages that the texts of a film are in, of those asked for.' })
export class ResolvedLocale {
  @Field(() => LocaleScalar, {
    nullable: true,
    description:
      'That of the title, such as `pt-BR`: of a language of the chain, or of the one the film was made in; null when it is not known.',
  })
  title!: string | null;

  @Field(() => LocaleScalar, {
    nullable: true,
    description: 'That of the overview, of a language of the chain; null where there is no overview.',
  })
  overview!: string | null;
}
