import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LanguageCodeScalar } from '../platform/graphql/scalars/language-code.scalar.js';

export enum ImageKind {
  POSTER = 'POSTER',
  BACKDROP = 'BACKDROP',
  LOGO = 'LOGO',
  PORTRAIT = 'PORTRAIT',
}

registerEnumType(ImageKind, {
  name: 'ImageKind',
  description: 'What a picture shows.',
  valuesMap: {
    POSTER: { description: 'The tall picture of a film or collection.' },
    BACKDROP: { description: 'A wide picture from a film.' },
    LOGO: { description: 'A lettering or emblem on transparent ground.' },
    PORTRAIT: { description: 'A person.' },
  },
});

export enum ImageSize {
  THUMBNAIL = 'THUMBNAIL',
  SMALL = 'SMALL',
  MEDIUM = 'MEDIUM',
  LARGE = 'LARGE',
  ORIGINAL = 'ORIGINAL',
}

registerEnumType(ImageSize, {
  name: 'ImageSize',
  description: 'The sizes in which a picture can be had; the pixels depend on its kind.',
  valuesMap: {
    THUMBNAIL: { description: 'For lists of words: 45 to 300 pixels wide.' },
    SMALL: { description: 'For grids: 92 to 300 pixels wide.' },
    MEDIUM: { description: 'For details: 185 to 780 pixels wide.' },
    LARGE: { description: 'For large screens: 500 to 1280 pixels wide.' },
    ORIGINAL: { description: 'As it was uploaded.' },
  },
});

/** `url` and `srcSet` are answered by `ImageResolver`. */
@ObjectType({ description: 'A poster, backdrop, logo or portrait.' })
export class Image {
  @Field(() => ID, { description: 'Stable and unique, so that clients can cache by it; `node` does not take it.' })
  id!: string;

  @Field(() => ImageKind, { description: 'What it shows.' })
  kind!: ImageKind;

  @Field(() => Float, {
    nullable: true,
    description: 'Width divided by height, such as `0.667`; null where it is not known.',
  })
  aspectRatio!: number | null;

  @Field(() => Int, { nullable: true, description: 'The width of the original in pixels, where it is known.' })
  width!: number | null;

  @Field(() => Int, { nullable: true, description: 'The height of the original in pixels, where it is known.' })
  height!: number | null;

  @Field(() => LanguageCodeScalar, {
    nullable: true,
    description: 'The language of the words on it, such as `en`; null for none or unknown.',
  })
  language!: string | null;

  /** The file behind it, with a leading slash; never shown bare. */
  path!: string;
}
