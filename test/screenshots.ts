// Makes the pictures of the README from the demo hospital: npm run screenshots

import { fileURLToPath } from 'node:url';
import { startDemo } from '../src/demo/start.ts';
import { hasBrowser, launchBrowser } from './browser.ts';

if (!hasBrowser) {
  console.error('Chromium is not installed (Debian: apt-get install chromium fonts-noto-cjk).');
  process.exit(1);
}

const image = (name: string): string => fileURLToPath(new URL(`../docs/images/${name}.png`, import.meta.url));

const demo = await startDemo({ port: 0, now: Date.now, log: () => {} });
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  const open = async (title: string): Promise<void> => {
    await page.locator('#patients').getByText(title).click();
    await page.locator('#banner').getByText(title).waitFor();
    await page.locator('#cards article').first().waitFor();
  };
  await page.goto(demo.url);
  await open('Girl of 14, fully documented');
  await page.screenshot({ path: image('demo') });
  await page.locator('.order-pad select').first().selectOption({ label: 'Varicella vaccine, live' });
  await page.getByRole('button', { name: 'Choose', exact: true }).click();
  await page.locator('.order-pad article').waitFor();
  await page.locator('.order-pad').screenshot({ path: image('orders') });
  await open('Girl of 12, one month of steroids short');
  await page.getByRole('button', { name: 'Show all' }).first().click();
  await page
    .locator('article')
    .first()
    .screenshot({ path: image('card') });
  const evidence = async (name: string, patient: string, language: string, width: number, height: number) => {
    const own = await browser.newPage({ viewport: { width, height }, locale: language });
    await own.goto(`${demo.url}/evidence/#patient=${patient}`);
    await own.locator('.verdict-panel').waitFor();
    await own.screenshot({ path: image(name) });
    await own.close();
  };
  await evidence('evidence', 'candidate-girl', 'en', 1280, 1150);
  await evidence('evidence-tablet-chinese', 'steroids-one-month-short', 'zh-CN', 820, 1180);
  const list = async (name: string, place: string, language: string, width: number, height: number) => {
    const own = await browser.newPage({ viewport: { width, height }, locale: language });
    await own.goto(`${demo.url}/list/${place}`);
    await own.locator('#page:not([aria-busy]) tbody').waitFor();
    await own.screenshot({ path: image(name) });
    await own.close();
  };
  await list('worklist', '', 'en', 1280, 720);
  await list('funnel-tablet-chinese', '#/NCT06222853/funnel', 'zh-CN', 820, 960);
  console.log('The pictures in docs/images/ are new; look at them before you commit.');
} finally {
  await browser.close();
  await demo.close();
}
