import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type INestApplication, Module, type PipeTransform } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import {
  Args,
  ArgsType,
  Context,
  Field,
  type FieldMiddleware,
  GraphQLModule,
  GraphQLSchemaHost,
  Info,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { graphql, type GraphQLSchema, isObjectType } from 'graphql';
import { directFields } from './direct-fields.js';

class Shout implements PipeTransform {
  transform(value: string): string {
    return value.toUpperCase();
  }
}

const twice: FieldMiddleware = async (_, next) => `${await next()}!`;

@ArgsType()
class Words {
  @Field(() => String, { nullable: true })
  word?: string;
}

@ObjectType()
class Thing {
  @Field(() => String)
  name!: string;

  @Field(() => String, { name: 'label' })
  renamed!: string;

  @Field(() => String, { defaultValue: 'usual' })
  colour!: string;
}

@Resolver(() => Thing)
class ThingResolver {
  private readonly own = 'own';

  @Query(() => Thing)
  thing(): object {
    return { name: 'a', renamed: 'b' };
  }

  @ResolveField(() => String)
  ofParent(@Parent() { name }: Thing): string {
    return `${this.own} ${name}`;
  }

  @ResolveField(() => String)
  ofContext(@Parent() { name }: Thing, @Context() { asked }: { asked: string }): string {
    return `${name} ${asked}`;
  }

  @ResolveField(() => String)
  ofArgument(@Parent() { name }: Thing, @Args('word', { type: () => String }) word: string): string {
    return `${name} ${word}`;
  }

  @ResolveField(() => String)
  ofAll(
    @Info() { fieldName }: { fieldName: string },
    @Context('asked') asked: string,
    @Args() given: Words,
    @Parent() { name }: Thing,
  ): string {
    return [fieldName, asked, JSON.stringify(given), name].join(' ');
  }

  @ResolveField('otherName', () => String)
  ofOtherName(): string {
    return this.own;
  }

  @ResolveField(() => String)
  withPipe(@Args('word', { type: () => String }, Shout) word: string): string {
    return word;
  }

  @ResolveField(() => String, { middleware: [twice] })
  withMiddleware(): string {
    return this.own;
  }
}

const direct = ['ofParent', 'ofContext', 'ofArgument', 'ofAll', 'otherName'];
const proxied = ['withPipe', 'withMiddleware'];

@Module({
  imports: [GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, autoSchemaFile: true, graphiql: false })],
  providers: [ThingResolver],
})
class ThingModule {}

let app: INestApplication;
let schema: GraphQLSchema;
let before: ReadonlyMap<string, unknown>;

function resolversOf(): ReadonlyMap<string, unknown> {
  const type = schema.getType('Thing');
  return new Map(isObjectType(type) ? Object.values(type.getFields()).map(({ name, resolve }) => [name, resolve]) : []);
}

beforeAll(async () => {
  app = await NestFactory.create(ThingModule, { logger: false });
  await app.init();
  ({ schema } = app.get(GraphQLSchemaHost));
  before = resolversOf();
  directFields(schema, app.get(ModulesContainer));
});
afterAll(() => app.close());

describe('a field with a method', () => {
  test.each(direct)('calls it directly: %s', (name) => {
    expect(before.get(name)).toBeInstanceOf(Function);
    expect(resolversOf().get(name)).toBeInstanceOf(Function);
    expect(resolversOf().get(name)).not.toBe(before.get(name));
  });

  test.each(proxied)('keeps what Nest does beside it: %s', (name) => {
    expect(before.get(name)).toBeInstanceOf(Function);
    expect(resolversOf().get(name)).toBe(before.get(name));
  });
});

test('a plain property needs no resolver, but for one of another name or with a default', () => {
  const resolvers = resolversOf();
  expect(resolvers.get('name')).toBeUndefined();
  expect(resolvers.get('label')).toBe(before.get('label'));
  expect(resolvers.get('colour')).toBe(before.get('colour'));
});

test('all answer as before', async () => {
  const source = `{ thing { name label colour ofParent ofContext ofArgument(word: "w") ofAll otherName
    withPipe(word: "w") withMiddleware } }`;
  const { data, errors } = await graphql({ schema, source, contextValue: { asked: 'q' } });
  expect(errors).toBeUndefined();
  expect(data?.['thing']).toEqual({
    name: 'a',
    label: 'b',
    colour: 'usual',
    ofParent: 'own a',
    ofContext: 'a q',
    ofArgument: 'a w',
    ofAll: 'ofAll q {} a',
    otherName: 'own',
    withPipe: 'W',
    withMiddleware: 'own!',
  });
});
