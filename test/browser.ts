// A headless Chromium for the browser tests and the pictures; undefined where none is installed.

import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const executablePath = '/usr/bin/chromium';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const hasBrowser = existsSync(executablePath);

export const launchBrowser = async (): Promise<Browser> => await chromium.launch({ executablePath, args });

/** Pixels by which the page is wider than the window: what stands there can only be reached by scrolling sideways. */
export const tooWide = async (page: Page): Promise<number> =>
  await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
