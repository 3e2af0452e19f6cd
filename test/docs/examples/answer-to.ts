import type { Api } from '../../support/api.js';
import { documentedEndpoint, type DocumentedRequest } from './documented-request.js';
import type { Example } from './example.js';
import { layOut } from './lay-out.js';
import type { NotedValues } from './noted-values.js';

/** What the app answers, in the documents' layout: equal to what the document shows where that is true. */
export async function answerTo({ request, answer }: Example, api: Api, noted: NotedValues): Promise<string> {
  const response = await send(request, api, noted);
  const text = await response.text();
  const body = text === '' ? '' : `${layOut(noted.note(JSON.parse(text)))}\n`;
  if (answer.language === 'json') return body;
  const [head = '', shownBody] = answer.text.split('\n\n');
  return shownBody === undefined ? `${headOf(response, head.trim())}\n` : `${headOf(response, head)}\n\n${body}`;
}

function send({ method, url, headers, body }: DocumentedRequest, api: Api, noted: NotedValues): Promise<Response> {
  const filled = Object.entries(headers).map(([name, value]) => [name, noted.fill(value)] as const);
  return fetch(url.replace(documentedEndpoint, api.url), {
    method,
    headers: Object.fromEntries(filled),
    ...(body !== undefined && { body: noted.fill(body) }),
  });
}

/** The status and those headers that the document shows; `…` there stands for anything. */
function headOf(response: Response, shown: string): string {
  const [, ...headers] = shown.split('\n');
  const lines = headers.map((line) => {
    const [name = ''] = line.split(':', 1);
    const actual = `${name}: ${response.headers.get(name) ?? 'there is none'}`;
    return isAlike(actual, line) ? line : actual;
  });
  return [`HTTP/1.1 ${response.status} ${response.statusText}`, ...lines].join('\n');
}

function isAlike(actual: string, shown: string): boolean {
  const parts = shown.split('…').map((part) => part.replaceAll(/[^\w\s]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.+')}$`).test(actual);
}
