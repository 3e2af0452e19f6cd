import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Image } from '../images/image.model.js';
import { ConnectionOf, EdgeOf } from '../platform/graphql/connections/connection.types.js';
import { Node } from '../platform/graphql/nodes/node.interface.js';
import { CountryCodeScalar } from '../platform/graphql/scalars/country-code.scalar.js';
import type { Scope } from '../platform/locale/locale.js';

@ObjectType({ implements: () => Node, description: 'A company that produces films.' })
export class Company implements Node {
  readonly __typename = 'Company';

  @Field(() => ID, { description: 'Opaque, unique across all types, and stable: clients cache by it.' })
  id!: string;

  @Field(() => Int, { description: 'Its number at TMDb, such as `711`.' })
  tmdbId!: number;

  @Field(() => String, { description: 'Its name, such as `Studio Ghibli`.' })
  name!: string;

  @Field(() => Image, { nullable: true, description: 'Its emblem, when there is one.' })
  logo!: Image | null;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'The country it comes from.' })
  originCountry!: string | null;

  /** The language and country it was asked in, which hold for everything under it. */
  scope!: Scope;
}

@ObjectType({ description: 'A company in a list.' })
export class CompanyEdge extends EdgeOf<Company>(() => Company) {}

@ObjectType({ description: 'A page of companies.' })
export class CompanyConnection extends ConnectionOf<Company, CompanyEdge>(
  () => Company,
  () => CompanyEdge,
) {}
