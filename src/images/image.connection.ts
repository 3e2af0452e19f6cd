import { ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../platform/graphql/connections/connection.types.js';
import { Image } from './image.model.js';

@ObjectType({ description: 'A picture in a list.' })
export class ImageEdge extends EdgeOf<Image>(() => Image) {}

@ObjectType({ description: 'A page of pictures.' })
export class ImageConnection extends ConnectionOf<Image, ImageEdge>(
  () => Image,
  () => ImageEdge,
) {}
