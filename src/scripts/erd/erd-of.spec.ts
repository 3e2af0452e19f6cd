import { describe, expect, it } from '@jest/globals';
import { defineEntity, type EntitySchema, MikroORM, p } from '@mikro-orm/postgresql';
import { erdDocument } from './erd-document.js';
import { erdOf } from './erd-of.js';

const Owner = defineEntity({
  name: 'Owner',
  tableName: 'owners',
  properties: {
    id: p.uuid().primary(),
    email: p.text().unique(),
    nickname: p.text().strictNullable(),
    kind: p.enum(['PERSON', 'CLUB']),
    wealth: p.decimal().precision(10).scale(2),
    height: p.double(),
    shownName: p.string().persist(false),
  },
});

const Dog = defineEntity({
  name: 'Dog',
  tableName: 'dogs',
  properties: {
    id: p.uuid().primary(),
    ownerId: () => p.manyToOne(Owner).mapToPk().fieldName('owner_id').deleteRule('cascade'),
    walkerId: () => p.manyToOne(Owner).mapToPk().fieldName('walker_id').strictNullable(),
    chip: () => p.oneToOne(Owner).mapToPk().fieldName('chip_id').deleteRule('restrict'),
    chipNumber: p.integer(),
  },
  uniques: [{ properties: ['ownerId', 'chipNumber'] }],
});

async function metadataOf(entities: EntitySchema[]) {
  const orm = await MikroORM.init({ entities, dbName: 'none' });
  const metadata = entities.map(({ meta }) => orm.getMetadata().get(meta.class));
  await orm.close();
  return metadata;
}

const lines = erdOf(await metadataOf([Owner, Dog])).split('\n');

describe('erdOf', () => {
  it('shows the columns with type, keys and whether they may be null', () => {
    expect(lines.slice(0, lines.indexOf('  }') + 1)).toEqual([
      'erDiagram',
      '  accTitle: Tables',
      '  accDescr: Each table with its columns and keys, and what it belongs to.',
      '  direction LR',
      '  owners {',
      '    uuid id PK',
      '    text email UK',
      '    text nickname "nullable"',
      '    text kind "PERSON or CLUB"',
      '    numeric(10_2) wealth',
      '    double_precision height',
      '  }',
    ]);
  });

  it('shows foreign keys with the type of what they point at, and columns that are unique together', () => {
    expect(lines.slice(lines.indexOf('  dogs {'), lines.lastIndexOf('  }') + 1)).toEqual([
      '  dogs {',
      '    uuid id PK',
      '    uuid owner_id FK',
      '    uuid walker_id FK "nullable"',
      '    uuid chip_id FK, UK',
      '    int chip_number "unique together: owner_id, chip_number"',
      '  }',
    ]);
  });

  it('shows relations with how many stand on each side, and what deleting does', () => {
    expect(lines.slice(lines.lastIndexOf('  }') + 1)).toEqual([
      '  owners ||--o{ dogs : "owner_id, on delete cascade"',
      '  owners |o--o{ dogs : "walker_id, on delete set null"',
      '  owners ||--o| dogs : "chip_id, on delete restrict"',
    ]);
  });
});

describe('erdDocument', () => {
  it('is a heading, a sentence and the diagram', async () => {
    const document = erdDocument(await metadataOf([Owner]));
    expect(document).toMatch(/^# What PostgreSQL holds\n\nPrinted by [^\n]+\n\n```mermaid\nerDiagram\n[^`]*\n```\n$/);
  });
});
