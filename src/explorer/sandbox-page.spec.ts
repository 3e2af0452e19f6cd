import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { renderLocalPage } from './local-page.js';
import { renderSandboxPage } from './sandbox-page.js';

const pages = [renderSandboxPage({ name: 'About', document: '{ about { mode } }' }), renderLocalPage()];

function inlineOf(html: string, element: 'script' | 'style'): string[] {
  return [...html.matchAll(new RegExp(`<${element}>([^]*?)</${element}>`, 'g'))].map(([, text = '']) => text);
}

test.each(pages)('the policy of a page lets in what stands in it, and nothing like it', ({ html, headers }) => {
  const policy = headers['Content-Security-Policy'];
  for (const element of ['script', 'style'] as const) {
    const [, sources = ''] = new RegExp(`${element}-src ([^;]*)`).exec(policy) ?? [];
    const hashes = inlineOf(html, element).map((text) => createHash('sha256').update(text).digest('base64'));
    expect(sources.match(/(?<='sha256-)[^']+/g) ?? []).toEqual(hashes);
  }
});

describe('the page of Apollo Sandbox', () => {
  test('is not left by what an operation holds', () => {
    const document = '# </script><script>alert(1)</script>\n{ about { mode } }';
    const { html } = renderSandboxPage({ name: 'Odd', document });
    expect(inlineOf(html, 'script')).toHaveLength(1);
    expect(html).not.toContain(document);
  });

  test('sends nothing to Apollo of how it is used, and no cookies', () => {
    const [script] = inlineOf(renderSandboxPage({ name: 'About', document: '{ about { mode } }' }).html, 'script');
    expect(script).toContain('"runTelemetry":false');
    expect(script).toContain('"includeCookies":false');
  });
});
