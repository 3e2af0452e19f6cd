import { type EntityMetadata, type EntityProperty, ReferenceKind } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';

/** A table that holds things of an account. */
export interface OwnedTable {
  readonly name: string;
  /** Everything but hashes, under the names that the entities give. */
  readonly columns: readonly OwnedColumn[];
  /** Which of its rows belong to the account. */
  readonly isOf: (accountId: string) => RawBuilder<boolean>;
}

interface OwnedColumn {
  readonly column: string;
  readonly property: string;
}

/**
 * The table of the account and all that hang on it, directly or by others, as the entities say: a new table is found
 * by itself. `account`: the name of the table.
 */
export function ownedTables(entities: readonly EntityMetadata[], account: string): OwnedTable[] {
  const root = entities.find(({ tableName }) => tableName === account);
  if (root === undefined) throw new Error(`There is no table ${account}.`);
  const found = new Map<string, OwnedTable>([[account, tableOf(root, (id) => sql<boolean>`id = ${id}`)]]);
  // Each round finds what hangs on what is known so far; the last finds nothing.
  for (let known = 0; known < found.size;) {
    known = found.size;
    for (const entity of entities) {
      if (found.has(entity.tableName)) continue;
      const conditions = entity.props.flatMap((property) => conditionOf(property, found));
      if (conditions.length > 0) found.set(entity.tableName, tableOf(entity, anyOf(conditions)));
    }
  }
  return [...found.values()];
}

type Condition = OwnedTable['isOf'];

function conditionOf(property: EntityProperty, known: ReadonlyMap<string, OwnedTable>): Condition[] {
  if (property.kind !== ReferenceKind.MANY_TO_ONE && property.kind !== ReferenceKind.ONE_TO_ONE) return [];
  const target = known.get(property.targetMeta?.tableName ?? '');
  const [column] = property.fieldNames ?? [];
  if (target === undefined || column === undefined) return [];
  const { name, isOf } = target;
  return [(id) => sql<boolean>`${sql.ref(column)} in (select id from ${sql.table(name)} where ${isOf(id)})`];
}

function anyOf(conditions: readonly Condition[]): Condition {
  return (id) =>
    sql<boolean>`(${sql.join(
      conditions.map((condition) => condition(id)),
      sql` or `,
    )})`;
}

function tableOf({ tableName, props }: EntityMetadata, isOf: Condition): OwnedTable {
  const columns = props.flatMap((property) =>
    (property.persist === false ? [] : (property.fieldNames ?? [])).map((column) => ({
      column,
      property: property.name,
      isSecret: property.columnTypes.includes('bytea') || /hash|secret/i.test(column),
    })),
  );
  return { name: tableName, columns: columns.filter(({ isSecret }) => !isSecret), isOf };
}
