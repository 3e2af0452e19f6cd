import { ArgsType, Field } from '@nestjs/graphql';
import { PageArgs } from '../../platform/graphql/connections/page.args.js';
import { MovieSort } from './movie-sort.js';

/** The arguments of films below a genre, keyword or company. */
@ArgsType()
export class SortedPageArgs extends PageArgs {
  @Field(() => MovieSort, { nullable: true, defaultValue: MovieSort.POPULARITY_DESC, description: 'In which order.' })
  sort?: MovieSort | null;
}
