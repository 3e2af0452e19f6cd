import { describe } from '@jest/globals';
import { describeCache } from '../support/cache-contract.js';
import { makeCachingUrql } from './caching-urql.js';

describe('urql', () => {
  describeCache(makeCachingUrql);
});
