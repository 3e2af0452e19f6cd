import type { LoggerService } from '@nestjs/common';

/** Passes on what is wrong, and leaves out Nest's account of its own boot. */
export function quietBoot(logger: LoggerService): LoggerService {
  return {
    log: () => undefined,
    warn: (message: unknown, ...more: unknown[]) => void logger.warn(message, ...more),
    error: (message: unknown, ...more: unknown[]) => void logger.error(message, ...more),
    fatal: (message: unknown, ...more: unknown[]) => void logger.error(message, ...more),
  };
}
