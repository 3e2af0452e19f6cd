import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  parseValue,
  valueFromASTUntyped,
} from 'graphql';
import { argumentsOf } from './random-values.js';
import type { Random } from './random.js';

export interface RandomDocument {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What says something else each time, or only of who asks. */
const leftOut = new Set(['sessions', 'serverTime']);
const deepest = 6;

/** Makes a query that is valid, but for fields that can not be merged. The same for the same numbers. */
export function randomDocument(schema: GraphQLSchema, random: Random): RandomDocument {
  const root = schema.getQueryType();
  if (!root) throw new Error('The schema has no query.');
  return new Maker(schema, random).make(root);
}

class Maker {
  private readonly definitions: string[] = [];
  private readonly variables: Record<string, unknown> = {};
  private readonly fragments = new Map<string, string[]>();
  private readonly fragmentTexts: string[] = [];
  private readonly switches: string[] = [];
  /** Of fields under their own name: the same wherever they are, so that they can be merged. */
  private readonly plainArguments = new Map<string, string>();
  private aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
  ) {}

  make(root: GraphQLObjectType): RandomDocument {
    const selection = this.selection(root, 0, false);
    const definitions = this.definitions.length === 0 ? '' : `(${this.definitions.join(', ')})`;
    return {
      query: [`query Q${definitions} ${selection}`, ...this.fragmentTexts].join('\n'),
      variables: this.variables,
    };
  }

  /** `isApart`: beside selections of other types, so that every field needs a name of its own. */
  private selection(type: GraphQLCompositeType, depth: number, isApart: boolean): string {
    const parts = this.fieldsOf(type, depth, isApart);
    if (isAbstractType(type)) {
      const possible = this.random.some(this.schema.getPossibleTypes(type), 3);
      parts.push(
        ...possible.map((each) => `... on ${each.name}${this.directive()} ${this.selection(each, depth + 1, true)}`),
      );
    } else if (this.random.chance(0.25)) parts.push(this.inline(type, depth, isApart));
    if (!isApart && depth > 0 && this.random.chance(0.25))
      parts.push(`...${this.fragment(type, depth)}${this.directive()}`);
    if (this.random.chance(0.2)) parts.push('__typename');
    // A field that is there twice is answered once.
    if (this.random.chance(0.1)) parts.push(this.random.pick(parts));
    return `{ ${parts.length === 0 ? '__typename' : parts.join(' ')} }`;
  }

  private inline(type: GraphQLCompositeType, depth: number, isApart: boolean): string {
    const on = this.random.chance(0.5) ? ` on ${type.name}` : '';
    const directive = this.directive();
    const parts = this.fieldsOf(type, depth + 1, isApart);
    return `...${on}${directive} { ${parts.length === 0 ? '__typename' : parts.join(' ')} }`;
  }

  /** An old one, now and then. */
  private fragment(type: GraphQLCompositeType, depth: number): string {
    const known = this.fragments.get(type.name) ?? [];
    if (known.length > 0 && this.random.chance(0.5)) return this.random.pick(known);
    const name = `F${this.fragmentTexts.length + 1}`;
    const position = this.fragmentTexts.push('') - 1;
    this.fragmentTexts[position] = `fragment ${name} on ${type.name} ${this.selection(type, depth + 1, false)}`;
    // From now on, so that none spreads itself.
    this.fragments.set(type.name, [...known, name]);
    return name;
  }

  private fieldsOf(type: GraphQLCompositeType, depth: number, isApart: boolean): string[] {
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const fields = Object.values(type.getFields()).filter(
      ({ name, type: of }) => !leftOut.has(name) && (depth < deepest || !isCompositeType(getNamedType(of))),
    );
    if (fields.length === 0) return [];
    return this.random.some(fields, depth === 0 ? 3 : 4).map((field) => this.field(type.name, field, depth, isApart));
  }

  private field(parent: string, field: GraphQLField<unknown, unknown>, depth: number, isApart: boolean): string {
    const hasAlias = isApart || this.random.chance(0.2);
    if (hasAlias) this.aliases += 1;
    const name = hasAlias ? `a${this.aliases}: ${field.name}` : field.name;
    const given = hasAlias ? this.given(field) : this.plainlyGiven(parent, field);
    const type = getNamedType(field.type);
    const below = isCompositeType(type) ? ` ${this.selection(type, depth + 1, false)}` : '';
    return `${name}${given}${this.directive()}${below}`;
  }

  private plainlyGiven(parent: string, field: GraphQLField<unknown, unknown>): string {
    const key = `${parent}.${field.name}`;
    const known = this.plainArguments.get(key);
    const given = known ?? this.given(field);
    this.plainArguments.set(key, given);
    return given;
  }

  private given(field: GraphQLField<unknown, unknown>): string {
    const given = argumentsOf(field, this.random);
    const texts = given.map(([argument, value]) => `${argument.name}: ${this.literalOrVariable(argument, value)}`);
    return texts.length === 0 ? '' : `(${texts.join(', ')})`;
  }

  private literalOrVariable({ type }: GraphQLArgument, value: string): string {
    if (this.random.chance(0.7)) return value;
    const name = `v${this.definitions.length + 1}`;
    const isDefault = this.random.chance(0.3) && value !== 'null';
    this.definitions.push(`$${name}: ${String(type)}${isDefault ? ` = ${value}` : ''}`);
    if (!isDefault) this.variables[name] = valueFromASTUntyped(parseValue(value));
    return `$${name}`;
  }

  private directive(): string {
    if (this.random.chance(0.9)) return '';
    return ` @${this.random.pick(['skip', 'include'])}(if: ${this.random.chance(0.5) ? this.random.pick(['true', 'false']) : this.switch()})`;
  }

  private switch(): string {
    if (this.switches.length >= 3) return this.random.pick(this.switches);
    const name = `s${this.switches.length + 1}`;
    this.switches.push(`$${name}`);
    const isDefault = this.random.chance(0.4);
    this.definitions.push(`$${name}: Boolean!${isDefault ? ` = ${this.random.chance(0.5)}` : ''}`);
    if (!isDefault) this.variables[name] = this.random.chance(0.5);
    return `$${name}`;
  }
}
