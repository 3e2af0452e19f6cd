import { describe } from '@jest/globals';
import { describeCache } from '../support/cache-contract.js';
import { makeCachingApollo } from './caching-apollo.js';

describe('Apollo Client', () => {
  describeCache(makeCachingApollo);
});
