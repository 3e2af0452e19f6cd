import { describe } from '@jest/globals';
import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { leaveOut } from './leave-out.js';

const usualPath = '/usr/bin/chromium';
const path = process.env['CHROMIUM_PATH'] || usualPath;

/** A suite that needs a real Chromium. Left out with a printed reason where there is none. */
export function describeWithChromium(title: string, define: () => void): void {
  if (isExecutable(path)) describe(title, define);
  else leaveOut(title, 'no Chromium on this machine, and CHROMIUM_PATH does not name one', define);
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
