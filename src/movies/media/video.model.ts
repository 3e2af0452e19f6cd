import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../../platform/graphql/connections/connection.types.js';
import { CountryCodeScalar } from '../../platform/graphql/scalars/country-code.scalar.js';
import { LanguageCodeScalar } from '../../platform/graphql/scalars/language-code.scalar.js';
import { DateTimeScalar, UrlScalar } from '../../platform/graphql/scalars/output.scalars.js';

export enum VideoType {
  TRAILER = 'TRAILER',
  TEASER = 'TEASER',
  CLIP = 'CLIP',
  FEATURETTE = 'FEATURETTE',
  BEHIND_THE_SCENES = 'BEHIND_THE_SCENES',
  BLOOPERS = 'BLOOPERS',
  OPENING_CREDITS = 'OPENING_CREDITS',
  RECAP = 'RECAP',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(VideoType, {
  name: 'VideoType',
  description: 'What a video is.',
  valuesMap: {
    TRAILER: { description: 'Advertises the film, in a few minutes.' },
    TEASER: { description: 'Advertises the film, in less than a minute or so.' },
    CLIP: { description: 'A scene.' },
    FEATURETTE: { description: 'A short film about the film.' },
    BEHIND_THE_SCENES: { description: 'How it was made.' },
    BLOOPERS: { description: 'What went wrong in the making.' },
    OPENING_CREDITS: { description: 'The titles it opens with.' },
    RECAP: { description: 'What happened before.' },
    UNKNOWN: { description: 'Not said, or a type that this API does not know yet.' },
  },
});

@ObjectType({ description: 'A video about a film, kept elsewhere.' })
export class Video {
  @Field(() => ID, { description: 'Stable and unique, so that clients can cache by it; `node` does not take it.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What it calls itself, such as `Official Trailer`.' })
  name!: string | null;

  @Field(() => VideoType, { description: 'What it is.' })
  type!: VideoType;

  @Field(() => Boolean, { description: 'Whether it comes from the makers of the film.' })
  isOfficial!: boolean;

  @Field(() => String, { nullable: true, description: 'Where it is kept, such as `YouTube`.' })
  site!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name there, for a player of your own.' })
  key!: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Where to watch it; null for a site this API does not know.' })
  url!: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'The address for an `iframe`; null as `url` is.' })
  embedUrl!: string | null;

  @Field(() => LanguageCodeScalar, { nullable: true, description: 'The language spoken in it, such as `en`.' })
  language!: string | null;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'The country it was made for.' })
  country!: string | null;

  @Field(() => Int, { nullable: true, description: 'Its height in lines, such as `1080`.' })
  resolution!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published.' })
  publishedAt!: string | null;
}

@ObjectType({ description: 'A video in a list.' })
export class VideoEdge extends EdgeOf<Video>(() => Video) {}

@ObjectType({ description: 'A page of videos.' })
export class VideoConnection extends ConnectionOf<Video, VideoEdge>(
  () => Video,
  () => VideoEdge,
) {}
