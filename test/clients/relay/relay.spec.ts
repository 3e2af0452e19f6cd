import { describe } from '@jest/globals';
import { join } from 'node:path';
import { describeCache } from '../support/cache-contract.js';
import { makeCachingRelay } from './caching-relay.js';

/** The compiler leaves hashes in the place of texts, and this list of what they stand for. */
const TRUSTED_DOCUMENTS = join(import.meta.dirname, 'trusted-documents.json');

describe('Relay', () => {
  describeCache(makeCachingRelay, { TRUSTED_DOCUMENTS });
});
