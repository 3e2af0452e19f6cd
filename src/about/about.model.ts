import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum CatalogueMode {
  LIVE = 'LIVE',
  DEMO = 'DEMO',
}

registerEnumType(CatalogueMode, {
  name: 'CatalogueMode',
  description: 'Where films come from.',
  valuesMap: {
    LIVE: { description: 'From TMDb.' },
    DEMO: { description: 'From the bundled demo catalogue; its votes, offers and IDs are invented.' },
  },
});

@ObjectType({ description: 'What this API is. Show `notice` wherever you show its films.' })
export class About {
  @Field(() => String, { description: 'The release, such as `0.1.0`.' })
  version!: string;

  @Field(() => CatalogueMode, { description: 'Where films come from.' })
  mode!: CatalogueMode;

  @Field(() => Boolean, { description: 'Whether mails are sent, as for a forgotten password.' })
  sendsMail!: boolean;

  @Field(() => String, { description: "TMDb's notice, which clients have to show too." })
  notice!: string;

  @Field(() => String, { description: 'Whom to credit wherever you show watch providers.' })
  watchProviderNotice!: string;
}
