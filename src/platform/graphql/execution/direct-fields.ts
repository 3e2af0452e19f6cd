import type { ModulesContainer } from '@nestjs/core';
import type { InstanceWrapper } from '@nestjs/core/injector/instance-wrapper.js';
import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { RequestContext } from '../../request/request-context.js';

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;
type Method = (...given: unknown[]) => unknown;

/** Where Nest keeps what its decorators say of a resolver. */
const resolverType = 'graphql:resolver_type';
const resolverName = 'graphql:resolver_name';
const isFieldResolver = 'graphql:resolve_property';
const parameters = '__routeArguments__';
const middleware = 'graphql:field_resolver_middleware';
const nameOfPropertyResolver = 'rootFieldResolver';

/** The place in GraphQL's own call that each decorator of a parameter takes its value from. */
const placeOfDecorator = new Map([
  [0, 0], // @Parent()
  [3, 1], // @Args()
  [1, 2], // @Context()
  [2, 3], // @Info()
]);

interface Parameter {
  readonly index: number;
  /** The name that `@Args('name')` and its kin take out. */
  readonly data?: unknown;
  readonly pipes: readonly unknown[];
}

/**
 * Lets fields of objects call their methods directly. Nest calls each through a proxy of promises, which a list of films
 * pays hundreds of times, though it runs neither guards nor interceptors for fields (`fieldResolverEnhancers`). Whatever
 * has a pipe, a middleware or a decorator of its own keeps the proxy, and so do the fields at the root.
 */
export function directFields(schema: GraphQLSchema, modules: ModulesContainer): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type)) for (const field of Object.values(type.getFields())) unwrapProperty(field);
  }
  const found = [...modules.values()].flatMap(({ providers }) => [...providers.values()].flatMap(methodsOf));
  // What a type resolves itself goes before what its interfaces do.
  for (const method of found) if (isInterfaceType(schema.getType(method.type))) makeDirect(method, schema);
  for (const method of found) if (isObjectType(schema.getType(method.type))) makeDirect(method, schema);
  return schema;
}

/** Nest gives plain properties a resolver, too, for defaults and other names; those that have neither need none. */
function unwrapProperty(field: GraphQLField<unknown, RequestContext>): void {
  const { resolve } = field;
  if (resolve === undefined || resolve.name !== nameOfPropertyResolver) return;
  const read: unknown[] = [];
  const source = new Proxy({}, { get: (_, property) => void read.push(property) });
  const given: unknown = (resolve as Method)(source);
  if (given === undefined && read.length === 1 && read[0] === field.name) delete field.resolve;
}

/** A method that `@ResolveField` stands before. */
interface FieldMethod {
  readonly type: string;
  readonly field: string;
  /** Undefined for one that Nest has to call. */
  readonly direct: Resolve | undefined;
}

function methodsOf(wrapper: InstanceWrapper): FieldMethod[] {
  const instance: unknown = wrapper.isDependencyTreeStatic() ? wrapper.instance : undefined;
  if (typeof instance !== 'object' || instance === null) return [];
  const prototype = Object.getPrototypeOf(instance) as Readonly<Record<string, unknown>> | null;
  return Object.getOwnPropertyNames(prototype ?? {}).flatMap((name) => {
    const method = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
    if (typeof method !== 'function' || Reflect.getMetadata(isFieldResolver, method) !== true) return [];
    const type = Reflect.getMetadata(resolverType, method) ?? Reflect.getMetadata(resolverType, instance.constructor);
    const field = Reflect.getMetadata(resolverName, method) ?? name;
    return [{ type: String(type), field: String(field), direct: directCall(instance, name, method as Method) }];
  });
}

function makeDirect({ type: typeName, field: name, direct }: FieldMethod, schema: GraphQLSchema): void {
  const type = schema.getType(typeName);
  const types = isInterfaceType(type) ? schema.getPossibleTypes(type) : [type];
  for (const each of types) {
    const field = isObjectType(each) ? each.getFields()[name] : undefined;
    if (field?.resolve !== undefined && direct !== undefined) field.resolve = direct;
  }
}

function directCall(instance: object, name: string, method: Method): Resolve | undefined {
  if (Reflect.getMetadata(middleware, method) !== undefined) return undefined;
  const declared = Reflect.getMetadata(parameters, instance.constructor, name) as Record<string, Parameter> | undefined;
  const taken: Taken[] = [];
  for (const [key, { index, data, pipes }] of Object.entries(declared ?? {})) {
    const place = placeOfDecorator.get(Number(key.split(':', 1)[0]));
    if (place === undefined || pipes.length > 0 || (data !== undefined && typeof data !== 'string')) return undefined;
    taken[index] = { place, name: data };
  }
  return calling(method.bind(instance), taken);
}

/** What a parameter takes: one of the four that GraphQL calls with, or a member of it. */
interface Taken {
  readonly place: number;
  readonly name: string | undefined;
}

/** The usual orders without a detour: they are called for every field of every film. */
function calling(method: Method, taken: readonly Taken[]): Resolve {
  switch (taken.map(({ place, name }) => (name === undefined ? place : `${place}.`)).join()) {
    case '0':
      return (source) => method(source);
    case '0,2':
      return (source, _, context) => method(source, context);
    case '0,1,2':
      return (source, args, context) => method(source, args, context);
    case '0,1.': {
      const name = taken[1]?.name ?? '';
      return (source, args: Readonly<Record<string, unknown>>) => method(source, args[name]);
    }
    default:
      return (...given) => method(...taken.map((one) => takenOf(given, one)));
  }
}

function takenOf(given: readonly unknown[], { place, name }: Taken): unknown {
  const whole = given[place];
  return name === undefined ? whole : (whole as Readonly<Record<string, unknown>> | undefined)?.[name];
}
