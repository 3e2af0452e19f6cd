import { z } from 'zod';

/** `on` or `off`. */
export const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');

// Digits alone: `Number` takes a space, 1e3 and 0x10 too.
const wholeNumber = (lowest: number, highest: number) =>
  z
    .string()
    .regex(/^\d+$/, { message: 'is not a whole number' })
    .transform(Number)
    .pipe(z.number().min(lowest).max(highest));

/** 0 means any free one. */
export const port = wholeNumber(0, 65_535);

/** In the unit of the variable's name, 1 at least. */
export const duration = (highest: number) => wholeNumber(1, highest);

/** How many, 0 included. */
export const count = (highest: number) => wholeNumber(0, highest);

/** An absolute address of one of these protocols, each with its colon. */
export const address = (...protocols: string[]) =>
  z
    .string()
    .trim()
    .refine((text) => protocols.includes(URL.parse(text)?.protocol ?? ''), {
      message: `is not an absolute ${protocols.map((protocol) => `${protocol}//`).join(' or ')} address`,
      abort: true,
    });

/** The prefix of other addresses; without slashes at its end. */
export const webAddress = address('http:', 'https:')
  .refine((text) => !/[?#]/.test(text) && !hasCredentials(new URL(text)), {
    message: 'is an address with a query, a fragment or credentials',
  })
  .transform((text) => text.replace(/\/+$/, ''));

/** What the Redis client can read: it decodes user and password, and takes the path for a number. */
export const redisAddress = address('redis:', 'rediss:')
  .refine((text) => areCredentialsDecodable(new URL(text)), {
    message: 'is an address whose user or password has a `%` that begins no escape (`%` itself is `%25`)',
  })
  .refine((text) => /^(\/\d*)?$/.test(new URL(text).pathname), {
    message: 'is an address whose path is not the number of a database, such as `/0`',
  });

export const smtpAddress = address('smtp:', 'smtps:').refine((text) => areCredentialsDecodable(new URL(text)), {
  message: 'is an address whose user or password has a `%` that begins no escape (`%` itself is `%25`)',
});

/** HS256 wants a key as long as its hash (RFC 7518, 3.2). */
export const signingSecret = z.string().refine((text) => Buffer.byteLength(text) >= 32, {
  message: 'is shorter than 32 bytes',
});

/** `name@host`, or `Name <name@host>`. */
export const mailbox = z
  .string()
  .regex(/^([^<>\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, { message: 'is not an address of mail' });

function hasCredentials({ username, password }: URL): boolean {
  return username !== '' || password !== '';
}

/** Whether user and password can be read: a `%` may stand for nothing but the beginning of an escape. */
export function areCredentialsDecodable({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username);
    decodeURIComponent(password);
    return true;
  } catch {
    return false;
  }
}

const commaList = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

/** A comma list, as the browser writes origins: no path and no slash at the end; `:*` stands for any port. */
export const origins = commaList.refine((list) => list.every(isOrigin), {
  message: 'is not a comma-separated list of origins',
});

/** A comma list of a language with or without a country, in the case that is usual: `pt-BR, en`. */
export const locales = commaList.refine((list) => list.every((locale) => /^[a-z]{2,3}(-[A-Z]{2})?$/.test(locale)), {
  message: 'is not a comma-separated list of locales',
});

function isOrigin(text: string): boolean {
  const origin = text.replace(/:\*$/, '');
  return URL.parse(origin)?.origin === origin;
}
