import { astFromValue, type GraphQLArgument, type GraphQLField, type GraphQLInputField, print } from 'graphql';
import { descriptionText, tableText, typeText } from './reference-text.js';

/** The fields of an object or an interface; the arguments of each are rows below it, such as `poster(locale:)`. */
export function fieldTable(fields: readonly GraphQLField<unknown, unknown>[]): string {
  const rows = fields.flatMap((field) => [
    [`\`${field.name}\``, typeText(field.type), descriptionText(field)],
    ...field.args.map((argument) => [
      `\`${field.name}(${argument.name}:)\``,
      inputText(argument),
      descriptionText(argument),
    ]),
  ]);
  return tableText(['field', 'type', 'what it is'], rows);
}

/** The arguments of a field, or the fields of an input. */
export function inputTable(
  kind: 'argument' | 'field',
  inputs: readonly (GraphQLArgument | GraphQLInputField)[],
): string {
  const rows = inputs.map((input) => [`\`${input.name}\``, inputText(input), descriptionText(input)]);
  return tableText([kind, 'type', 'what it is'], rows);
}

/** The type, and the default where there is one. */
function inputText({ type, defaultValue }: GraphQLArgument | GraphQLInputField): string {
  const value = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return value ? `${typeText(type)} = \`${print(value)}\`` : typeText(type);
}
