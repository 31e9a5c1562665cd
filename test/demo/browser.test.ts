// The demo as a person uses it, in a real browser.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDemo } from '../../src/demo/start.ts';
import { hasBrowser, launchBrowser } from '../browser.ts';

if (!hasBrowser) console.warn('Chromium is not installed: the browser tests are skipped');

describe.skipIf(!hasBrowser)('the demo in a browser', () => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let browser: Browser;
  let page: Page;
  let trouble: string[];

  beforeAll(async () => {
    demo = await startDemo({ port: 0, now: Date.now, log: () => {} });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await demo.close();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    trouble = [];
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(demo.url)) trouble.push(`a request to ${request.url()}`);
    });
    await page.goto(demo.url);
  });

  /** The chart of the patient before stays on the page for a moment: only the banner tells whose cards these are. */
  const choose = async (title: string): Promise<void> => {
    await page.locator('#patients').getByText(title).click();
    await page.locator('#banner').getByText(title).waitFor();
  };

  const open = async (title: string): Promise<void> => {
    await choose(title);
    await page.locator('article').getByText('may meet', { exact: false }).first().waitFor();
  };

  const count = async (query: string): Promise<number> => {
    const answer = (await (await fetch(`${demo.url}/fhir/${query}`)).json()) as { total: number };
    return answer.total;
  };

  it('shows a patient’s card with the verdict line, and breaks no rule of its content security policy', async () => {
    await open('Girl of 14, fully documented');
    await page.getByText('4 to confirm, 0 missing').first().waitFor();
    expect(trouble).toEqual([]);
  });

  it('creates the draft of a suggestion on the FHIR server when it is accepted', async () => {
    await open('Girl of 14, fully documented');
    const before = await count('ServiceRequest?patient=candidate-girl');
    await page.getByRole('button', { name: 'Refer for screening' }).click();
    await expect.poll(async () => await count('ServiceRequest?patient=candidate-girl')).toBe(before + 1);
  });

  it('shows a patient without lupus no card', async () => {
    await choose('Boy of 10 with arthritis, no lupus');
    await page.getByText('No card: the services have nothing to say about this patient.').waitFor();
    expect(await page.locator('article').count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  it('shows a name full of markup as text', async () => {
    await open('a record full of markup');
    expect(await page.locator('main img, main script, main iframe').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain('<img src=x');
    expect(trouble).toEqual([]);
  });
});
