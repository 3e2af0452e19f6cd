import { Field, ObjectType } from '@nestjs/graphql';
import { Department } from '../../people/department.js';
import { Person } from '../../people/person.model.js';
import { ConnectionOf, EdgeOf } from '../../platform/graphql/connections/connection.types.js';

@ObjectType({ description: 'Someone who plays in a film; each once, however many roles.' })
export class CastEdge extends EdgeOf<Person>(() => Person) {
  @Field(() => String, {
    nullable: true,
    description: 'The role, such as `Tyler Durden`; several are joined by ` / `.',
  })
  character!: string | null;
}

@ObjectType({ description: 'A page of the cast.' })
export class CastConnection extends ConnectionOf<Person, CastEdge>(
  () => Person,
  () => CastEdge,
) {}

@ObjectType({ description: 'Someone who worked on a film; each once, however many jobs.' })
export class CrewEdge extends EdgeOf<Person>(() => Person) {
  @Field(() => [String], { description: 'What they did, such as `Director` and `Screenplay`.' })
  jobs!: string[];

  @Field(() => [Department], { description: 'The departments of those jobs.' })
  departments!: Department[];
}

@ObjectType({ description: 'A page of the crew.' })
export class CrewConnection extends ConnectionOf<Person, CrewEdge>(
  () => Person,
  () => CrewEdge,
) {}
