import { describe, expect, test } from '@jest/globals';
import { negotiate } from './media-type.js';

const json = 'application/json';
const graphql = 'application/graphql-response+json';

describe('negotiate', () => {
  test.each<[accept: string | undefined, type: string | null]>([
    [undefined, json],
    ['', json],
    [' ', json],
    ['*/*', json],
    ['application/*', json],
    [json, json],
    ['APPLICATION/JSON; charset=utf-8', json],
    [graphql, graphql],
    [`${graphql};charset=utf-8`, graphql],
    // By quality.
    [`${graphql}, ${json};q=0.9`, graphql],
    [`${json};q=0.9,${graphql}`, graphql],
    [`${graphql};q=0.1, ${json};q=0.2`, json],
    [`text/html, ${graphql};q=0.5, */*;q=0.8`, json],
    // By what is named, then by order.
    [`*/*, ${graphql}`, graphql],
    [`application/*, ${graphql}`, graphql],
    [`${graphql}, ${json}`, graphql],
    [`${json}, ${graphql}`, json],
    // What browsers and other clients send.
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', json],
    [`${graphql}, application/graphql+json, ${json}, text/event-stream, multipart/mixed`, graphql],
    ['multipart/mixed;deferSpec=20220824, application/json', json],
    // The most exact range decides on a type, whatever wider ones say.
    [`${json};q=0, */*`, graphql],
    [`*/*;q=0, ${graphql}`, graphql],
    [`${json};q=0, ${graphql};q=0`, null],
    ['*/*;q=0', null],
    ['text/html', null],
    ['application/xml, text/*', null],
    ['application/jsonx', null],
    ['nonsense', null],
    [',,;', null],
    // A quality that is none.
    [`${json};q=high`, json],
    [`${json};q=2, ${graphql};q=0.999`, json],
    [`${json};q=-1`, json],
  ])('answers %p with %p, the second time too', (accept, type) => {
    expect(negotiate(accept)).toBe(type);
    expect(negotiate(accept)).toBe(type);
  });

  test('is right after more headers than it remembers, and for long ones', () => {
    for (let index = 0; index < 1000; index += 1) negotiate(`text/x${index}`);
    expect(negotiate(graphql)).toBe(graphql);
    expect(negotiate(`${'text/x,'.repeat(1000)}${graphql}`)).toBe(graphql);
  });
});
