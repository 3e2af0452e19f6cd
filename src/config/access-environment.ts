import { z } from 'zod';
import { count, duration, mailbox, onOff, signingSecret, smtpAddress, webAddress } from './value-schemas.js';
import type { Variable } from './variable.js';

/** Those of who asks: accounts and their mails, and what one client may. */
export const accessEnvironment = {
  JWT_SECRET: {
    schema: signingSecret,
    meaning: 'The key that signs access tokens, 32 bytes at least.',
    defaultText: undefined,
    remedy: 'Make one with `openssl rand -base64 48` and keep it secret: JWT_SECRET=….',
  },
  JWT_SECRET_PREVIOUS: {
    schema: signingSecret.optional(),
    meaning: 'The key before `JWT_SECRET`, whose tokens are still accepted; see docs/accounts.md for how keys change.',
    defaultText: 'none',
    remedy: 'Leave it out, or give the former JWT_SECRET of 32 bytes at least.',
  },
  COOKIE_SAMESITE: {
    schema: z.enum(['strict', 'none']).default('strict'),
    meaning: 'SameSite of the refresh cookie: `none` where the app and the API are on different sites.',
    defaultText: 'strict',
    remedy: 'Give COOKIE_SAMESITE=strict or COOKIE_SAMESITE=none.',
  },
  TRUSTED_PROXIES: {
    schema: count(10).default(0),
    meaning: 'How many proxies stand in front, each adding to X-Forwarded-For; 0: the header is not believed.',
    defaultText: '0',
    remedy: 'Give a number from 0 to 10, such as TRUSTED_PROXIES=1 behind one load balancer.',
  },
  ALLOW_PLAIN_HTTP: {
    schema: onOff.default(false),
    meaning:
      'Whether passwords and tokens are taken from clients that a trusted proxy says came by plain HTTP: `on` or `off`.',
    defaultText: 'off',
    remedy: 'Give ALLOW_PLAIN_HTTP=on or ALLOW_PLAIN_HTTP=off.',
  },
  REGISTRATIONS_PER_HOUR: {
    schema: count(1_000_000).pipe(z.number().min(1)).default(100),
    meaning: 'How often one client may ask for an account in an hour, refused ones counted.',
    defaultText: '100',
    remedy: 'Give a number from 1 to 1000000, such as REGISTRATIONS_PER_HOUR=100.',
  },
  RATE_LIMIT_CALLS_PER_MINUTE: {
    schema: count(1_000_000).pipe(z.number().min(1)).optional(),
    meaning: 'How many calls to TMDb one client, and one account, may cause in a minute; absent: any number.',
    defaultText: 'none',
    remedy: 'Leave it out, or give a number from 1 to 1000000, such as RATE_LIMIT_CALLS_PER_MINUTE=300.',
  },
  PASSWORD_MIN_LENGTH: {
    schema: count(64).pipe(z.number().min(8)).default(15),
    meaning: 'The fewest characters of a password.',
    defaultText: '15',
    remedy: 'Give a number from 8 to 64, such as PASSWORD_MIN_LENGTH=15.',
  },
  ARGON2_MEMORY_KIB: {
    schema: count(1_048_576).pipe(z.number().min(8192)).default(19_456),
    meaning: 'The memory that hashing one password takes. Raised, passwords are hashed anew as their owners sign in.',
    defaultText: '19456',
    remedy: 'Give kibibytes from 8192 to 1048576, such as ARGON2_MEMORY_KIB=19456.',
  },
  ARGON2_TIME_COST: {
    schema: duration(100).default(2),
    meaning: 'The passes over that memory.',
    defaultText: '2',
    remedy: 'Give a number from 1 to 100, such as ARGON2_TIME_COST=2.',
  },
  ARGON2_PARALLELISM: {
    schema: duration(16).default(1),
    meaning: 'The lanes of that memory.',
    defaultText: '1',
    remedy: 'Give a number from 1 to 16, such as ARGON2_PARALLELISM=1.',
  },
  HASHING_QUEUE_MAX: {
    schema: count(10_000).default(64),
    meaning: 'How many passwords may wait to be hashed; further ones are refused.',
    defaultText: '64',
    remedy: 'Give a number from 0 to 10000, such as HASHING_QUEUE_MAX=64.',
  },
  HASHING_QUEUE_WAIT_MS: {
    schema: duration(60_000).default(5000),
    meaning: 'How long a password may wait to be hashed before it is refused.',
    defaultText: '5000',
    remedy: 'Give milliseconds from 1 to 60000, such as HASHING_QUEUE_WAIT_MS=5000.',
  },
  SMTP_URL: {
    schema: smtpAddress.optional(),
    meaning: 'The mail server for password resets and confirmations; absent: none are sent.',
    defaultText: 'none; `npm start`: the links are printed',
    remedy: 'Leave it out, or give an address such as SMTP_URL=smtps://user:password@mail.example:465.',
  },
  MAIL_FROM: {
    schema: mailbox.default('WatchMe <no-reply@watchme.example>'),
    meaning: 'The sender of mails.',
    defaultText: 'WatchMe <no-reply@watchme.example>',
    remedy: 'Give an address such as MAIL_FROM="WatchMe <no-reply@example.com>".',
  },
  PUBLIC_APP_URL: {
    schema: webAddress.default('http://localhost:5173'),
    meaning: 'Where the app is that the links in mails lead to: `/reset-password` and `/verify-email` under it.',
    defaultText: 'http://localhost:5173',
    remedy: 'Give the address of your app, such as PUBLIC_APP_URL=https://app.example.',
  },
} as const satisfies Record<string, Variable>;
