// The demo as a person uses it, in a real browser.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDemo } from '../../src/demo/start.ts';
import { hasBrowser, launchBrowser, tooWide } from '../browser.ts';
import { seriousFaults } from '../page/axe.ts';

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

  const choice = async (order: string): Promise<void> => {
    await page.locator('.order-pad select').first().selectOption({ label: order });
    await page.getByRole('button', { name: 'Choose', exact: true }).click();
  };

  /** What became of the cards, as the service counts. */
  const feedbackReport = async (): Promise<string> => {
    const { services } = (await (await fetch(`${demo.url}/feedback-report`)).json()) as { services: unknown };
    return JSON.stringify(services);
  };

  it('shows a patient’s card with the verdict line, and breaks no rule of its content security policy', async () => {
    await open('Girl of 14, fully documented');
    await page.getByText('4 to confirm, 0 missing').first().waitFor();
    const evidence = page.locator('#cards article').getByRole('link', { name: 'Evidence' });
    expect(await evidence.getAttribute('href')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/evidence\/#.*candidate-girl/);
    expect(trouble).toEqual([]);
  });

  it('creates the draft of a suggestion on the FHIR server when it is accepted', async () => {
    await open('Girl of 14, fully documented');
    const before = await count('ServiceRequest?patient=candidate-girl');
    await page.getByRole('button', { name: 'Refer for screening' }).click();
    await expect.poll(async () => await count('ServiceRequest?patient=candidate-girl')).toBe(before + 1);
    await page.locator('#cards').getByText('"stored":1').waitFor();
    expect(await feedbackReport()).toMatch(/"accepted":[1-9]/);
  });

  it('shows a patient without lupus no card', async () => {
    await choose('Boy of 10 with arthritis, no lupus');
    await page.getByText('No card: the services have nothing to say about this patient.').waitFor();
    expect(await page.locator('article').count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  it('shows a name full of markup as text', async () => {
    await open('a record full of markup');
    await choice('Haemodialysis');
    await page.locator('.order-pad article').first().waitFor();
    expect(await page.locator('main img, main script, main iframe').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain('<img src=x');
    expect(trouble).toEqual([]);
  });

  it('warns while a live vaccine is chosen, and not while an inactivated one is', async () => {
    await open('Girl of 14, fully documented');
    await choice('Influenza vaccine, inactivated');
    await page.locator('.order-pad .order-cards').getByText('No card').waitFor();
    await choice('Varicella vaccine, live');
    const card = page.locator('.order-pad .order-cards article');
    await card.getByText('E9 Live vaccine within 4 weeks would be present').first().waitFor();
    expect(await card.count()).toBe(1);
    expect(trouble).toEqual([]);
  });

  it('says from which date a drug would count', async () => {
    await open('Girl of 13, tacrolimus only as an ointment');
    await choice('Mycophenolate mofetil 500 mg tablet');
    await page.locator('.order-pad .order-cards article.info').getByText('I2').first().waitFor();
  });

  it('creates a signed order that no service minds', async () => {
    await open('Girl of 14, fully documented');
    const before = await count('MedicationRequest?patient=candidate-girl&status=active');
    await choice('Influenza vaccine, inactivated');
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.locator('.signing').getByText('Created MedicationRequest/').waitFor();
    expect(await count('MedicationRequest?patient=candidate-girl&status=active')).toBe(before + 1);
    expect(trouble).toEqual([]);
  });

  it('creates an order that a service warns of only after the warning was shown', async () => {
    await open('Girl of 12, one month of steroids short');
    const query = 'ServiceRequest?patient=steroids-one-month-short&status=active';
    const before = await count(query);
    await choice('Haemodialysis');
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    const anyway = page.getByRole('button', { name: 'Sign anyway' });
    await anyway.waitFor();
    await page.locator('.order-pad .order-cards article.warning').getByText('E3').first().waitFor();
    expect(await count(query)).toBe(before);
    await anyway.click();
    await page.locator('.signing').getByText('Created ServiceRequest/').waitFor();
    expect(await count(query)).toBe(before + 1);
  });

  it('tells the service why a card was overridden, and says afterwards why there is none', async () => {
    const title = 'Girl of 17, laboratory 45 days old';
    await open(title);
    const reason = 'Patient or family declined';
    const card = page.locator('#cards article').first();
    await card.getByLabel('Reason for overriding').selectOption({ label: reason });
    await card.getByRole('button', { name: 'Override' }).click();
    await card.getByText('"stored":1').waitFor();
    expect(await feedbackReport()).toContain('declined');
    await page.reload();
    await choose(title);
    await page.locator('#cards').getByText(`overridden for this patient (“${reason}”)`).waitFor();
    expect(await page.locator('#cards article').count()).toBe(0);
  });

  it('keeps an override open that the service did not take', async () => {
    await open('Girl of 14, fully documented');
    await page.route('**/feedback', async (route) => await route.fulfill({ status: 503, json: {} }));
    const card = page.locator('#cards article').first();
    await card.getByLabel('Reason for overriding').selectOption({ label: 'Patient or family declined' });
    await card.getByRole('button', { name: 'Override' }).click();
    await card.getByText('The service answered 503 to the feedback.').waitFor();
    expect(await card.getByRole('button', { name: 'Override' }).isEnabled()).toBe(true);
    await page.reload();
    await open('Girl of 14, fully documented');
  });

  it('shows the card again when a rheumatologist is booked, and none for an eye clinic', async () => {
    await open('Girl of 14, fully documented');
    const cards = page.locator('.appointment .order-cards');
    const book = async (clinic: string): Promise<void> => {
      await page.locator('.appointment select').first().selectOption({ label: clinic });
      await page.getByRole('button', { name: 'Book', exact: true }).click();
    };
    await book('Rheumatology clinic');
    await cards.locator('article').getByText('may meet', { exact: false }).first().waitFor();
    await book('Ophthalmology clinic');
    await cards.getByText('No card').waitFor();
    expect(trouble).toEqual([]);
  });

  it('speaks Chinese, and so do the services', async () => {
    await open('Girl of 14, fully documented');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: '决策支持' }).waitFor();
    await page.locator('#cards article').getByText('可能符合').first().waitFor();
    await page.locator('.order-pad select').first().selectOption({ label: '水痘减毒活疫苗' });
    await page.getByRole('button', { name: '选择', exact: true }).click();
    await page.locator('.order-pad .order-cards article').getByText('E9').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(trouble).toEqual([]);
  });

  it('never shows one patient’s banner for another, and says that nobody answers, where the server has gone', async () => {
    await open('Girl of 14, fully documented');
    await page.route(/\/(fhir|cds-services)\//, async (route) => await route.abort());
    await page.locator('#patients').getByText('Boy of 11, recorded in Chinese').click();
    for (const place of ['#banner', '#chart', '#cards'])
      await page.locator(place).getByText('The hospital’s server does not answer').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('Girl of 14');
    await page.unroute(/\/(fhir|cds-services)\//);
    await page.reload();
    await page.locator('#banner').getByText('Boy of 11, recorded in Chinese').waitFor();
  });

  it('fits the window of a telephone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open('Girl of 14, fully documented');
    await page.getByRole('tab', { name: 'Conditions' }).waitFor();
    expect(await tooWide(page)).toBe(0);
  });

  it('keeps nothing from a reader who cannot see it or has no mouse', async () => {
    await open('Girl of 14, fully documented');
    await choice('Haemodialysis');
    await page.locator('.order-pad .order-cards article').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});
