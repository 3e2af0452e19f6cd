import { type EntityMetadata, type EntityProperty, ReferenceKind } from '@mikro-orm/postgresql';

/** Titles are for screen readers, and name the picture. Left to right, since many tables belong to one. */
const preamble = [
  'accTitle: Tables',
  'accDescr: Each table with its columns and keys, and what it belongs to.',
  'direction LR',
];

/** The tables of these entities as a Mermaid `erDiagram`, in the order they are given in. */
export function erdOf(entities: readonly EntityMetadata[]): string {
  const tables = entities.flatMap(tableLines);
  const relations = entities.flatMap((entity) => entity.props.filter(isForeignKey).map(relationLine(entity)));
  return ['erDiagram', ...[...preamble, ...tables, ...relations].map((line) => `  ${line}`)].join('\n');
}

function tableLines(entity: EntityMetadata): string[] {
  return [`${entity.tableName} {`, ...entity.props.filter(isColumn).map(columnLine(entity)), '}'];
}

function columnLine(entity: EntityMetadata): (property: EntityProperty) => string {
  return (property) => {
    const keys = [property.primary && 'PK', isForeignKey(property) && 'FK', property.unique && 'UK'].filter(Boolean);
    const remarks = [
      ...(property.nullable ? ['nullable'] : []),
      ...(property.items ? [property.items.join(' or ')] : []),
      ...sharedUniques(entity, property),
    ];
    const parts = [
      typeName(property.columnTypes[0] ?? ''),
      columnOf(property),
      keys.join(', '),
      remarks.length > 0 ? `"${remarks.join('; ')}"` : '',
    ];
    return `  ${parts.filter((part) => part !== '').join(' ')}`;
  };
}

/** Told at the last of the columns that are unique together. */
function sharedUniques(entity: EntityMetadata, { name }: EntityProperty): string[] {
  const uniques = entity.uniques.map(({ properties }) => [properties ?? []].flat());
  return uniques
    .filter((names) => names.at(-1) === name)
    .map((names) => `unique together: ${names.map((one) => columnNamed(entity, one)).join(', ')}`);
}

function relationLine(entity: EntityMetadata): (property: EntityProperty) => string {
  return (property) => {
    const one = property.nullable ? '|o' : '||';
    const many = property.unique || property.primary ? 'o|' : 'o{';
    const rule = property.deleteRule === undefined ? '' : `, on delete ${property.deleteRule}`;
    return `${property.targetMeta?.tableName} ${one}--${many} ${entity.tableName} : "${columnOf(property)}${rule}"`;
  };
}

function isColumn({ persist, fieldNames }: EntityProperty): boolean {
  return persist !== false && fieldNames !== undefined && fieldNames.length > 0;
}

function isForeignKey(property: EntityProperty): boolean {
  const isOwner = property.kind === ReferenceKind.MANY_TO_ONE || property.kind === ReferenceKind.ONE_TO_ONE;
  return isOwner && isColumn(property);
}

function columnOf(property: EntityProperty): string {
  return property.fieldNames.join(', ');
}

function columnNamed(entity: EntityMetadata, name: string): string {
  const property = entity.props.find((one) => one.name === name);
  return property === undefined ? name : columnOf(property);
}

/** Mermaid takes no spaces and no commas in a type: `double precision`, `numeric(10,2)`. */
function typeName(type: string): string {
  return type.replaceAll(/[^\w()[\]-]+/g, '_');
}
