// The pages as a Chinese reader meets them, from the demo hospital on: nothing of the page's own is left in English.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDemo } from '../../src/demo/start.ts';
import { hasBrowser, launchBrowser } from '../browser.ts';
import { seriousFaults } from './axe.ts';
import { openPatient, watchedPage, type Watched } from './open-page.ts';

if (!hasBrowser) console.warn('Chromium is not installed: the tests of the Chinese pages are skipped');

const chinese = /\p{Script=Han}/u;

describe.skipIf(!hasBrowser)('in Chinese', () => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let browser: Browser;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    demo = await startDemo({ port: 0, now: Date.now, log: () => {} });
    browser = await launchBrowser();
    watched = await watchedPage(browser, [demo.url], 'zh-CN');
    page = watched.page;
  });
  afterAll(async () => {
    await browser.close();
    await demo.close();
  });
  beforeEach(() => {
    watched.trouble.length = 0;
  });

  it('the demo hospital tells its stories and names its services', async () => {
    await page.goto(demo.url);
    await page.locator('#cards article').first().waitFor();
    const titles = await page.locator('#patients .title').allInnerTexts();
    expect(titles.length).toBeGreaterThan(10);
    expect(titles.filter((title) => !chinese.test(title))).toEqual([]);
    expect(await page.locator('#banner .story').innerText()).toMatch(/^14岁女孩，资料齐全。/);
    const services = await page.locator('#services summary').allInnerTexts();
    expect(services.length).toBeGreaterThan(3);
    expect(services.filter((title) => !chinese.test(title))).toEqual([]);
    expect(watched.trouble).toEqual([]);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('the card of an English browser’s reader who chose Chinese leads to the evidence page in Chinese', async () => {
    const english = await watchedPage(browser, [demo.url]);
    await english.page.goto(demo.url);
    await english.page.getByRole('button', { name: '中文' }).click();
    const link = english.page.locator('#cards article .links a').first();
    await english.page.locator('#cards article').getByText('可能符合').first().waitFor();
    const [opened] = await Promise.all([english.page.waitForEvent('popup'), link.click()]);
    await opened.locator('.verdict-panel').waitFor();
    expect(await opened.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await opened.locator('#verdict').innerText()).toBe('结论');
    await opened.getByRole('button', { name: 'English' }).click();
    await opened.getByRole('heading', { name: 'Verdict' }).waitFor();
    await opened.reload();
    await opened.getByRole('heading', { name: 'Verdict' }).waitFor();
    await english.page.close();
    expect(english.trouble).toEqual([]);
  });

  it('the evidence page has no serious fault of access, with everything open', async () => {
    await openPatient(page, demo.url, 'data-missing');
    await page.evaluate('for (const each of document.querySelectorAll(".criterion, .tables")) each.open = true');
    expect(watched.trouble).toEqual([]);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('list, patient and funnel of the worklist have none', async () => {
    await page.goto(`${demo.url}/list/`);
    await page.getByRole('heading', { name: '可能符合的患者' }).waitFor();
    expect(await page.locator('header .trial').innerText()).toMatch(chinese);
    expect(await seriousFaults(page)).toEqual([]);
    await page.locator('tbody a').first().click();
    await page.locator('.looked-up [data-score="eular-acr"]').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.goto(`${demo.url}/list/#/NCT06222853/funnel`);
    await page.locator('.funnel tbody').waitFor();
    expect(watched.trouble).toEqual([]);
    expect(await seriousFaults(page)).toEqual([]);
  });
});
