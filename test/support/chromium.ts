import { describe, test } from '@jest/globals';
import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usualPath = '/usr/bin/chromium';
const path = process.env['CHROMIUM_PATH'] || usualPath;

/** A suite that needs a real Chromium. Left out with a printed reason where there is none. */
export function describeWithChromium(title: string, define: () => void): void {
  if (isExecutable(path)) {
    describe(title, define);
    return;
  }
  const reason = 'no Chromium on this machine, and CHROMIUM_PATH does not name one';
  if (process.env['REQUIRE_ALL_TESTS'] === '1') {
    test(title, () => {
      throw new Error(`Can not be left out: ${reason}.`);
    });
    return;
  }
  process.stderr.write(`Left out: ${title} (${reason})\n`);
  describe.skip(title, define);
}

/** Chromium without its own errands on the internet. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
