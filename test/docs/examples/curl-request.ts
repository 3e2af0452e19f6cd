import type { DocumentedRequest } from './documented-request.js';

/** @throws Error for an option that the documents have no use for. */
export function curlRequest(command: string): DocumentedRequest {
  const headers: Record<string, string> = {};
  const data: string[] = [];
  let [url, isGet] = ['', false];
  const words = wordsOf(command);
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '-G') isGet = true;
    else if (word === '-d' || word === '--data-urlencode') data.push(words.shift() ?? '');
    else if (word === '-H') {
      const [, name = '', value = ''] = /^([\w-]+): *(.*)$/.exec(words.shift() ?? '') ?? [];
      headers[name] = value;
    } else if (word.startsWith('http')) url = word;
    else if (!['curl', '-s', '-i'].includes(word)) throw new Error(`The examples know no ${word} of curl.`);
  }
  return isGet
    ? { method: 'GET', url: `${url}?${data.map(encoded).join('&')}`, headers }
    : { method: 'POST', url, headers, body: data.join('&') };
}

function encoded(pair: string): string {
  const [name = '', ...value] = pair.split('=');
  return `${name}=${encodeURIComponent(value.join('='))}`;
}

/**
 * The words of a command as a shell takes them, as far as the documents need it: quotes, side by side too, and broken
 * lines. Variables stay as they are.
 */
function wordsOf(command: string): string[] {
  const words = command.replaceAll('\\\n', ' ').matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g);
  return [...words].map(([word]) => word.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double));
}
