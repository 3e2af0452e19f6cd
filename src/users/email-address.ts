import { domainToASCII } from 'node:url';

const maxLength = 254;
const maxLocalLength = 64;

/** Control, format and unpaired surrogate characters: unseen, or not to be stored. Whitespace is `\s`. */
const unfit = /[\p{Cc}\p{Cf}\p{Cs}\s]/u;

/** A dot-atom (RFC 5322) that may hold letters of any script (RFC 6531). Quoted local parts are not taken. */
const dotAtom = /^[^."(),:;<>@[\\\]]+(\.[^."(),:;<>@[\\\]]+)*$/u;

const domainLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The normal form of an e-mail address, by which accounts are unique: trimmed, NFKC, lower case, and the domain in
 * ASCII (`münchen.example` becomes `xn--mnchen-3ya.example`), so that both spellings of an international domain are
 * one account. Dots and `+tags` stay, since only some providers ignore them. Null for what can not be an address.
 */
export function normaliseEmail(text: string): string | null {
  const folded = fold(text.trim());
  if (unfit.test(folded)) return null;
  const [local = '', domain = '', ...more] = folded.split('@');
  if (more.length > 0 || local.length > maxLocalLength || !dotAtom.test(local)) return null;
  const asciiDomain = domainToASCII(domain);
  if (!isPlausibleDomain(asciiDomain)) return null;
  const address = `${local}@${asciiDomain}`;
  return address.length > maxLength ? null : address;
}

/** Lower case can undo NFKC, so it is done on both sides. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC');
}

function isPlausibleDomain(domain: string): boolean {
  const labels = domain.split('.');
  // A last label of digits is that of an IP address.
  return labels.length > 1 && labels.every((label) => domainLabel.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
}
