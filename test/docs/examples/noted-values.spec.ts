import { describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../../../src/platform/graphql/nodes/global-id.js';
import { NotedValues } from './noted-values.js';

const first = toGlobalId('ListEntry', 'f1d8ad5e-1f0f-4f9c-8f3b-0b8f3a3f6d11');
const second = toGlobalId('ListEntry', '0b8f3a3f-1f0f-4f9c-8f3b-f1d8ad5e6d11');

describe('NotedValues', () => {
  test('shows tokens and IDs of what was made just now as dots, and all else as it is', () => {
    const answer = { accessToken: 'a.b', entry: { id: first }, film: toGlobalId('Movie', 550), tokens: null };
    expect(new NotedValues().note(answer)).toEqual({ ...answer, accessToken: '…', entry: { id: '…' } });
  });

  test('shows what passes as dots', () => {
    expect(new NotedValues().note({ extensions: { code: 'A', requestId: 'b' } })).toEqual({
      extensions: { code: 'A', requestId: '…' },
    });
  });

  test('fills in the latest of each', () => {
    const noted = new NotedValues();
    noted.note([{ id: first }, { id: second }, { refreshToken: 'r' }]);
    expect(noted.fill('$LIST_ENTRY_ID $REFRESH_TOKEN $id $5')).toBe(`${second} r $id $5`);
  });

  test('refuses what no answer has told', () => {
    expect(() => new NotedValues().fill('$LIST_ID')).toThrow('No answer before this one has told $LIST_ID.');
  });
});
