import { createRequire } from 'node:module';

/** The release, as package.json says: two folders up both in src and in dist. */
export const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };
