import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Node } from '../platform/graphql/nodes/node.interface.js';
import type { Scope } from '../platform/locale/locale.js';
import { Department } from './department.js';
import type { PersonSummary } from './person-summary.js';

export enum Gender {
  FEMALE = 'FEMALE',
  MALE = 'MALE',
  NON_BINARY = 'NON_BINARY',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(Gender, {
  name: 'Gender',
  description: "Someone's gender, as far as it is told.",
  valuesMap: {
    FEMALE: { description: 'Female.' },
    MALE: { description: 'Male.' },
    NON_BINARY: { description: 'Neither female nor male alone.' },
    UNKNOWN: { description: 'Not told.' },
  },
});

/** What a credit tells is here; the rest is answered by the resolvers of this folder and of `movies`. */
@ObjectType({ implements: () => Node, description: 'Someone who makes films.' })
export class Person implements Node {
  readonly __typename = 'Person';

  @Field(() => ID, { description: 'Opaque, unique across all types, and stable: clients cache by it.' })
  id!: string;

  @Field(() => Int, { description: 'Their number at TMDb, such as `819`.' })
  tmdbId!: number;

  @Field(() => String, { nullable: true, description: 'The name in the credits, such as `Edward Norton`.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'The name in their own script, such as `三船敏郎`.' })
  originalName!: string | null;

  @Field(() => Gender, { description: 'Their gender, as far as it is told.' })
  gender!: Gender;

  @Field(() => Department, { description: 'The department they are best known for.' })
  knownForDepartment!: Department;

  @Field(() => Float, {
    nullable: true,
    description: 'How much they are asked for at present: comparable between people, without a unit.',
  })
  popularity!: number | null;

  @Field(() => Boolean, { description: 'Whether they work in pornography; lists leave such people out unless asked.' })
  isAdult!: boolean;

  /** The language and country they were asked in, which hold for everything under them. */
  scope!: Scope;

  summary!: PersonSummary;
}
