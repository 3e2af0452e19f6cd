import { ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../platform/graphql/connections/connection.types.js';
import { Person } from './person.model.js';

@ObjectType({ description: 'Someone in a list.' })
export class PersonEdge extends EdgeOf<Person>(() => Person) {}

@ObjectType({ description: 'A page of people.' })
export class PersonConnection extends ConnectionOf<Person, PersonEdge>(
  () => Person,
  () => PersonEdge,
) {}
