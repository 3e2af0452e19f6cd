import { expect, test } from '@jest/globals';
import { partsOfSearch } from './search-parts.js';

test.each([
  ['', { query: null, documentId: null, extensions: null }],
  ['?', { query: null, documentId: null, extensions: null }],
  ['?query=%7B+a%20%7D&variables=left', { query: '{ a }', documentId: null, extensions: null }],
  ['documentId=sha256:ab&extensions=%7B%22x%22:1%7D', { query: null, documentId: 'sha256:ab', extensions: { x: 1 } }],
])('what names a document is read from %j', (search, parts) => {
  expect(partsOfSearch(search)).toEqual({ parts });
});

test.each(['query=a&query=b', 'documentId=a&documentId=a', 'extensions=%7B%7D&extensions=%7B%7D'])(
  'what is there twice is refused: %s',
  (search) => {
    expect(partsOfSearch(search)).toEqual({ parts: null, message: expect.stringContaining('more than once') });
  },
);

test.each(['', '{', '5', '[]', '"x"'])('extensions that are no object are refused: %j', (extensions) => {
  const search = new URLSearchParams({ extensions }).toString();
  expect(partsOfSearch(search)).toEqual({ parts: null, message: expect.stringContaining('object') });
});
