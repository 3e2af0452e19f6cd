import { describe, expect, test } from '@jest/globals';
import { curlRequest } from './curl-request.js';

const url = 'http://127.0.0.1:4000/graphql';

describe('curlRequest', () => {
  test('reads a POST in several lines, with quotes side by side', () => {
    const command = `curl -s ${url} -H 'content-type: application/json' \\\n  -d '{"query": "{ a(b: \\"'"$TOKEN"'\\") }"}'\n`;
    expect(curlRequest(command)).toEqual({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json' },
      body: String.raw`{"query": "{ a(b: \"$TOKEN\") }"}`,
    });
  });

  test('reads a GET, its parameters encoded', () => {
    expect(curlRequest(`curl -G ${url} --data-urlencode 'query={ a(b: "c=d") }' --data-urlencode 'x=1'`)).toEqual({
      method: 'GET',
      url: `${url}?query=${encodeURIComponent('{ a(b: "c=d") }')}&x=1`,
      headers: {},
    });
  });

  test('refuses an option that it does not know', () => {
    expect(() => curlRequest(`curl -X PUT ${url}`)).toThrow('The examples know no -X of curl.');
  });
});
