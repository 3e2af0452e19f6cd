import { type ASTNode, type FieldNode, Kind, type OperationDefinitionNode, type ValueNode } from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;

/** A value of a document, given the variables: undefined where there is none. Never throws, whatever they hold. */
export type ReadValue = (variables: Variables) => unknown;

/** Reads the arguments and conditions of an operation. */
export class ArgumentValues {
  private readonly defaults: ReadonlyMap<string, ReadValue>;

  constructor({ variableDefinitions = [] }: OperationDefinitionNode) {
    this.defaults = new Map(
      variableDefinitions.map(({ variable, defaultValue }) => [
        variable.name.value,
        defaultValue === undefined ? nothing : this.read(defaultValue),
      ]),
    );
  }

  /** Undefined for an argument that is not written; of lists only the length counts, of objects what they hold. */
  argument(node: FieldNode, name: string): ReadValue | undefined {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    return value && this.read(value);
  }

  /** Whether `@skip` and `@include` let a selection be; undefined without them. */
  condition({ directives = [] }: Extract<ASTNode, { readonly directives?: unknown }>): ReadCondition | undefined {
    const conditions = directives.flatMap(({ name, arguments: given = [] }): ReadCondition[] => {
      const value = given[0]?.value;
      if (value === undefined || (name.value !== 'skip' && name.value !== 'include')) return [];
      const read = this.read(value);
      const leavesOut = name.value === 'skip';
      return [(variables) => read(variables) !== leavesOut];
    });
    return conditions.length === 0 ? undefined : (variables) => conditions.every((holds) => holds(variables));
  }

  private read(value: ValueNode): ReadValue {
    switch (value.kind) {
      case Kind.VARIABLE:
        return this.variable(value.name.value);
      case Kind.LIST:
        return constant(value.values);
      case Kind.OBJECT:
        return this.object(value.fields.map(({ name, value: held }) => [name.value, this.read(held)] as const));
      case Kind.INT:
        return constant(Number(value.value));
      case Kind.NULL:
        return constant(null);
      case Kind.BOOLEAN:
      case Kind.STRING:
      case Kind.ENUM:
        return constant(value.value);
      default:
        return nothing;
    }
  }

  private variable(name: string): ReadValue {
    return (variables) => (Object.hasOwn(variables, name) ? variables[name] : this.defaults.get(name)?.(variables));
  }

  private object(fields: readonly (readonly [string, ReadValue])[]): ReadValue {
    return (variables) => Object.fromEntries(fields.map(([name, read]) => [name, read(variables)]));
  }
}

export type ReadCondition = (variables: Variables) => boolean;

const nothing: ReadValue = () => undefined;

function constant(value: unknown): ReadValue {
  return () => value;
}
