import { getNamedType, type GraphQLType, isListType, isNonNullType } from 'graphql';
import { linkTo } from './heading.js';

/** A type with its marks, its name a link: `\[[Movie](#movie)!\]`. */
export function typeText(type: GraphQLType): string {
  if (isNonNullType(type)) return `${typeText(type.ofType)}!`;
  return isListType(type) ? `\\[${typeText(type.ofType)}\\]` : linkTo(getNamedType(type));
}

interface Described {
  readonly description?: string | null;
  readonly deprecationReason?: string | null;
}

/** What it says of itself, in one line, with the reason where it is deprecated. */
export function descriptionText({ description, deprecationReason }: Described): string {
  const words = (description ?? '').replaceAll(/\s+/g, ' ').trim();
  return [words, deprecationReason ? `**Deprecated**: ${deprecationReason}` : ''].filter(Boolean).join(' ');
}

/** A table; no cell can break out of it. */
export function tableText(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [columns, columns.map(() => '---'), ...rows.map((cells) => cells.map(cellText))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cellText(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}
