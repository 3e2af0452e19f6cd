import { expect, test } from '@jest/globals';
import { imageOfFile, imageOfPath } from './image.mapper.js';
import { ImageKind } from './image.model.js';

const file = { path: '/a.jpg', aspectRatio: 0.66, width: 2000, height: 3000, language: 'en' };

test('a picture without its measures has another ID than the same one with them', () => {
  expect(imageOfPath(ImageKind.POSTER, '/a.jpg')?.id).not.toBe(imageOfFile(ImageKind.POSTER, file).id);
  expect(imageOfPath(ImageKind.POSTER, '/a.jpg')).toEqual(imageOfPath(ImageKind.POSTER, '/a.jpg'));
});

test.each(['a.jpg', '//elsewhere.example/a.jpg', '/a b.jpg', '/a,b.jpg', '/../a.jpg', '/'])(
  'the path %j makes no picture',
  (path) => {
    expect(imageOfPath(ImageKind.POSTER, path)).toBeNull();
  },
);
