import { describe, expect, test } from '@jest/globals';
import { buildSchema, getOperationAST, isObjectType, parse } from 'graphql';
import { accessExtension } from '../access/access.decorator.js';
import { KnownDocuments, type KnownOperation, type Study } from './known-documents.js';

const schema = buildSchema('type Query { a: Int mine: Int } type Mutation { b: Int }');
const root = schema.getQueryType();
if (isObjectType(root)) Object.assign(root.getFields()['mine'] ?? {}, { extensions: { [accessExtension]: 'VIEWER' } });

function learn(documents: KnownDocuments, text: string, operationName: string | null = null): void {
  const document = parse(text);
  const operation = getOperationAST(document, operationName);
  if (operation) documents.learn(schema, { text, operationName, document, operation });
}

async function find(
  documents: KnownDocuments,
  text: string,
  operationName: string | null = null,
): Promise<KnownOperation> {
  return operationIn(await documents.find(text, operationName));
}

function operationIn(found: KnownOperation | Study): KnownOperation {
  if ('end' in found) throw new Error('It is not known.');
  return found;
}

function studyIn(found: KnownOperation | Study): Study {
  if ('end' in found) return found;
  throw new Error('It is known.');
}

describe('an operation', () => {
  test('is known once it was learnt, by its text and its name', async () => {
    const documents = new KnownDocuments();
    const text = 'query A { a } query B { mine }';
    learn(documents, text, 'A');
    expect(await find(documents, text, 'A')).toMatchObject({ isQuery: true, touchesViewer: true, name: 'A' });
    studyIn(await documents.find(text, 'B')).end();
    studyIn(await documents.find(text, null)).end();
    studyIn(await documents.find(`${text} `, 'A')).end();
  });

  test('says whether it asks anything of a viewer, and whether it is a query', async () => {
    const documents = new KnownDocuments();
    for (const text of ['{ a }', '{ a ...F } fragment F on Query { mine }', 'mutation { b }']) learn(documents, text);
    expect(await find(documents, '{ a }')).toMatchObject({ isQuery: true, touchesViewer: false, name: undefined });
    expect((await find(documents, '{ a ...F } fragment F on Query { mine }')).touchesViewer).toBe(true);
    const mutation = await find(documents, 'mutation { b }');
    expect([mutation.isQuery, mutation.compiled()]).toEqual([false, null]);
  });

  test('is compiled once, at its first use', async () => {
    const documents = new KnownDocuments();
    learn(documents, '{ a }');
    const operation = await find(documents, '{ a }');
    expect(operation.compiled()).not.toBeNull();
    expect(operation.compiled()).toBe(operation.compiled());
  });

  test('of a long name is known by the beginning of it', async () => {
    const documents = new KnownDocuments();
    const text = `query ${'a'.repeat(5000)} { a }`;
    learn(documents, text);
    expect((await find(documents, text)).name).toBe('a'.repeat(100));
  });

  test('learnt twice stays what it was', async () => {
    const documents = new KnownDocuments();
    learn(documents, '{ a }');
    const first = await find(documents, '{ a }');
    learn(documents, '{ a }');
    expect(await find(documents, '{ a }')).toBe(first);
  });
});

describe('who asks while another is at it for the first time', () => {
  test('waits until it is learnt', async () => {
    const documents = new KnownDocuments();
    const study = studyIn(await documents.find('{ a }', null));
    const others = Promise.all([documents.find('{ a }', null), documents.find('{ a }', null)]);
    learn(documents, '{ a }');
    expect((await others).map((found) => operationIn(found).isQuery)).toEqual([true, true]);
    study.end();
  });

  test('is let go when it comes to nothing, and the next one looks anew', async () => {
    const documents = new KnownDocuments();
    const study = studyIn(await documents.find('{ nothing }', null));
    const other = documents.find('{ nothing }', null);
    study.end();
    studyIn(await other).end();
    const next = studyIn(await documents.find('{ nothing }', null));
    const waiting = documents.find('{ nothing }', null);
    // One that has ended does not end those after it.
    study.end();
    expect(await Promise.race([waiting, Promise.resolve('waits')])).toBe('waits');
    next.end();
    await waiting;
  });
});

test('what is kept is bounded, and the last used stay', async () => {
  const documents = new KnownDocuments();
  const texts = Array.from({ length: 300 }, (_, index) => `{ a } # ${index} ${'x'.repeat(10_000)}`);
  for (const text of texts) learn(documents, text);
  expect((await find(documents, texts.at(-1) ?? '')).isQuery).toBe(true);
  studyIn(await documents.find(texts[0] ?? '', null)).end();
});
