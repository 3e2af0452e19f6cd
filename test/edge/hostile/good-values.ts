import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { goodPassword } from '../../support/accounts.js';
import { filmWhere, firstOf, idOf } from '../../e2e/subjects.js';

const film = filmWhere(
  ({ collection, cast, keywords }) => collection !== null && cast.length > 0 && keywords.length > 0,
);

const tmdbIds: Readonly<Record<string, number | undefined>> = {
  Collection: film.collection?.id,
  Company: firstOf(film.companies).id,
  Genre: firstOf(film.genres).id,
  Keyword: firstOf(film.keywords).id,
  Person: firstOf(film.cast).person.id,
};

/** The words of arguments and input fields that their type alone does not tell. */
const byName: Readonly<Record<string, string>> = {
  changes: '[]',
  country: '"US"',
  currentPassword: `"${goodPassword}"`,
  email: '"somebody@example.com"',
  movieId: `"${idOf('Movie', film.id)}"`,
  newPassword: `"${goodPassword} again"`,
  password: `"${goodPassword}"`,
  tmdbId: String(film.id),
  tmdbIds: `[${film.id}]`,
};

/** A value that the argument or input field of this name takes, as a literal. */
export function goodValue(name: string, type: GraphQLInputType, listId: string): string {
  if (name === 'listId' || name === 'id') return `"${listId}"`;
  return byName[name] ?? goodOfType(name, isNonNullType(type) ? type.ofType : type, listId);
}

/** The number of a thing of this type, so that what is below it is reached. */
export function goodTmdbId(typeName: string): string {
  return String(tmdbIds[typeName] ?? film.id);
}

function goodOfType(name: string, type: GraphQLInputType, listId: string): string {
  if (isListType(type)) return `[${goodValue(name, type.ofType, listId)}]`;
  if (isEnumType(type)) return firstOf(type.getValues()).name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${required.map((field) => `${field.name}: ${goodValue(field.name, field.type, listId)}`).join(' ')} }`;
  }
  return ['Int', 'Float', 'Boolean'].includes(String(type)) ? (String(type) === 'Boolean' ? 'true' : '1') : '"a"';
}
