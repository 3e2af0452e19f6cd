import { expect, test } from '@jest/globals';
import { partsOfSearch } from './search-parts.js';

const none = { variables: null, extensions: null };

test.each([
  ['', none],
  ['?', none],
  ['?query=%7B+a%20%7D&variables=%7B%22x%22:1%7D', { ...none, query: '{ a }', variables: { x: 1 } }],
  ['query=a&operationName=A', { ...none, query: 'a', operationName: 'A' }],
  ['documentId=sha256:ab&extensions=%7B%22x%22:1%7D', { ...none, documentId: 'sha256:ab', extensions: { x: 1 } }],
  ['variables=left', { ...none, variables: '' }],
])('the parts of a GET are read from %j', (search, parts) => {
  expect(partsOfSearch(search)).toEqual({ parts });
});

test.each([
  'query=a&query=b',
  'variables=1&variables=1',
  'documentId=a&documentId=a',
  'extensions=%7B%7D&extensions=%7B%7D',
])('what is there twice is refused: %s', (search) => {
  expect(partsOfSearch(search)).toEqual({ parts: null, message: expect.stringContaining('more than once') });
});

test.each(['', '{', '5', '[]', '"x"'])('extensions that are no object are refused: %j', (extensions) => {
  const search = new URLSearchParams({ extensions }).toString();
  expect(partsOfSearch(search)).toEqual({ parts: null, message: expect.stringContaining('object') });
});
