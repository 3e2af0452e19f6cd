import type { GraphQLNamedType, GraphQLObjectType } from 'graphql';

/** The heading over the fields of a root type, such as `Queries`. */
export function headingOf({ name }: GraphQLObjectType): string {
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
}

/** Where GitHub lets one jump to a heading of one word, with dots or without. */
export function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll('.', '');
}

/** Such as `[Movie](#movie)`. */
export function linkTo({ name }: GraphQLNamedType): string {
  return `[${name}](#${anchorOf(name)})`;
}
