// A headless Chromium for the browser tests and the pictures; undefined where none is installed.

import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

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
