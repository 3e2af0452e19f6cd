import { expect, jest, test } from '@jest/globals';
import { quietBoot } from './quiet-boot.logger.js';

test('what is wrong while booting is logged, and what goes its way is not', () => {
  const logger = { log: jest.fn(), warn: jest.fn(), error: jest.fn(), fatal: jest.fn() };
  const quiet = quietBoot(logger);
  quiet.log('mapped a route', 'RoutesResolver');
  quiet.warn('Redis fails', 'CacheService');
  quiet.error('no', 'Anything');
  expect(logger.log).not.toHaveBeenCalled();
  expect(logger.warn).toHaveBeenCalledWith('Redis fails', 'CacheService');
  expect(logger.error).toHaveBeenCalledWith('no', 'Anything');
});
