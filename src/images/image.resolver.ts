import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AppConfig } from '../config/app-config.js';
import { Pure } from '../platform/graphql/execution/repeatable.decorator.js';
import { UrlScalar } from '../platform/graphql/scalars/output.scalars.js';
import { imageSizes, imageWidths } from './image-sizes.js';
import { Image, ImageSize } from './image.model.js';

@Resolver(() => Image)
export class ImageResolver {
  private readonly base: string;

  constructor(config: AppConfig) {
    this.base = config.tmdb.imageBaseUrl;
  }

  @ResolveField(() => UrlScalar, { description: 'The address at the size asked for; put it straight into `src`.' })
  @Pure()
  url(
    @Parent() image: Image,
    @Args('size', {
      type: () => ImageSize,
      nullable: true,
      defaultValue: ImageSize.MEDIUM,
      description: 'How large it should be.',
    })
    size: ImageSize | null,
  ): string {
    return `${this.base}/${imageSizes[image.kind][size ?? ImageSize.MEDIUM]}${image.path}`;
  }

  @ResolveField(() => String, { description: 'Every width with its address; put it straight into `srcset`.' })
  @Pure()
  srcSet(@Parent() image: Image): string {
    return imageWidths[image.kind].map((width) => `${this.base}/w${width}${image.path} ${width}w`).join(', ');
  }
}
