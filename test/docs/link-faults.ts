import { dirname, join } from 'node:path';
import { anchorsOf } from './anchors.js';
import { proseOf } from './blocks.js';
import type { Tree } from './tree.js';

/** Links of Markdown in all its forms, and those of HTML. */
const forms = [
  /\]\(\s*<?(?<target>[^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g,
  /^ *\[[^\]]+\]: +<?(?<target>[^\s>]+)/gm,
  /<(?<target>[a-z]+:[^\s>]+)>/g,
  /\b(?:src|href|srcset)="(?<target>[^"]+)"/g,
];

const own = /^(?:127\.0\.0\.1|localhost)$/;

/** Those of the prose, in no order. */
export function linksOf(markdown: string): string[] {
  const prose = proseOf(markdown).replaceAll(/`[^`\n]*`/g, '');
  return forms.flatMap((form) => [...prose.matchAll(form)].map(({ groups }) => groups?.['target'] ?? ''));
}

/** Links that lead nowhere. Those to other hosts are not followed: only their form is looked at. */
export function linkFaults(file: string, markdown: string, tree: Tree): string[] {
  return linksOf(markdown).flatMap((link) => {
    const fault = /^[a-z]+:/.test(link) ? webFault(link) : fileFault(link, file, markdown, tree);
    return fault === null ? [] : [`${link}: ${fault}`];
  });
}

function webFault(link: string): string | null {
  if (link.startsWith('mailto:')) return /^mailto:[^@\s]+@[^@\s]+\.\w+$/.test(link) ? null : 'no address of mail';
  const { protocol, hostname } = URL.parse(link) ?? {};
  if (hostname === undefined || (!hostname.includes('.') && !own.test(hostname))) return 'no address';
  if (/…|\.\.\.|\bTODO\b|[{}]/.test(link) || /(^|\.)example\.(com|org|net)$/.test(hostname)) return 'a placeholder';
  return protocol === 'https:' || own.test(hostname) ? null : 'not https';
}

function fileFault(link: string, file: string, markdown: string, tree: Tree): string | null {
  const [path = '', anchor] = link.split('#');
  const target = join(dirname(file), path);
  if (path !== '' && !tree.has(target)) return 'no such file';
  if (anchor === undefined) return null;
  return anchorsOf(path === '' ? markdown : tree.read(target)).includes(anchor) ? null : 'no such anchor';
}
