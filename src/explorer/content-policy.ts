import { createHash } from 'node:crypto';

type Directives = Readonly<Record<string, readonly string[]>>;

/** What a page may load. Nothing, but for what `directives` name. */
export function contentPolicy(directives: Directives): string {
  const all: Directives = {
    'default-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    ...directives,
  };
  return Object.entries(all)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join(';');
}

/** Lets run, or apply, what stands in the page with exactly this text. */
export function hashOf(inline: string): string {
  return `'sha256-${createHash('sha256').update(inline).digest('base64')}'`;
}
