import { expect, test } from '@jest/globals';
import { withoutValues } from './without-values.js';

test.each([
  [
    `select "u0".* from "users" as "u0" where "u0"."email" = 'ana@example.com' limit 1`,
    `select "u0".* from "users" as "u0" where "u0"."email" = ? limit ?`,
  ],
  [`insert into x values ('it''s', 3.5, -7, null)`, 'insert into x values (?, ?, ?, null)'],
  [String.raw`select E'it\'s hidden', 'open to the end`, 'select ?, ?'],
  ['select $tag$hidden$tag$, $$hidden$$, $1', 'select ?, ?, $1'],
  [String.raw`select '\x68696464656e'`, 'select ?'],
])('%s', (statement, shown) => {
  expect(withoutValues(statement)).toBe(shown);
});
