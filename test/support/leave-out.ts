import { describe, test } from '@jest/globals';

/**
 * A suite that can not run here, for a reason that is printed: its tests are skipped, so that Jest still finds some. Where
 * all tests are required, it fails.
 */
export function leaveOut(title: string, reason: string, define: () => void): void {
  if (process.env['REQUIRE_ALL_TESTS'] === '1') {
    test(title, () => {
      throw new Error(`Can not be left out: ${reason}.`);
    });
    return;
  }
  process.stderr.write(`Left out: ${title} (${reason})\n`);
  describe.skip(title, define);
}
