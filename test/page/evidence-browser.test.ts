// The evidence page as a rheumatologist uses it, in a real browser.

import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDemo } from '../../src/demo/start.ts';
import type { EvidenceReport } from '../../src/report/evidence-report.ts';
import { hasBrowser, launchBrowser } from '../browser.ts';
import { stories } from '../stories.ts';
import { seriousFaults } from './axe.ts';
import { attributesOf, nextReport, openPatient, watchedPage, type Watched } from './open-page.ts';

if (!hasBrowser) console.warn('Chromium is not installed: the tests of the evidence page are skipped');

/** The finest of the stories: everything is on record. */
const girl = 'candidate-girl';

describe.skipIf(!hasBrowser)('the evidence page', () => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let browser: Browser;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    demo = await startDemo({ port: 0, now: Date.now, log: () => {} });
    browser = await launchBrowser();
    watched = await watchedPage(browser, [demo.url]);
    page = watched.page;
  });
  afterAll(async () => {
    await browser.close();
    await demo.close();
  });
  beforeEach(() => {
    watched.trouble.length = 0;
  });

  const text = async (selector: string): Promise<string> => await page.locator(selector).first().innerText();

  /** Everything on the page that carries a number or a verdict, beside what the service answered. */
  const shown = async (report: EvidenceReport): Promise<void> => {
    expect(await text('.verdict-panel .line')).toBe(report.verdictLine);
    const { tally, sledai, eularAcr, criteria } = report;
    expect(await attributesOf(page, '.tally li', 'data-standing', 'data-count')).toEqual(
      (['for', 'against', 'missing', 'confirm'] as const).map((each) => [each, String(tally[each])]),
    );
    const open = criteria.flatMap((each) => [each, ...(each.confidential === true ? [] : (each.parts ?? []))]);
    expect(await attributesOf(page, '[data-criterion]', 'data-criterion', 'data-verdict')).toEqual(
      open.map(({ id, verdict }) => [id, verdict]),
    );
    expect(await attributesOf(page, '[data-score]', 'data-lower', 'data-upper')).toEqual(
      [sledai, eularAcr].map(({ lower, upper }) => [String(lower), String(upper)]),
    );
    expect(await attributesOf(page, '[data-item]', 'data-item', 'data-state')).toEqual([
      ...sledai.items.map(({ id, state }) => [id, state]),
      ...eularAcr.domains.flatMap(({ items }) => items.map(({ statedAs, state }) => [statedAs, state])),
    ]);
  };

  it.each(stories.map(({ name }) => name))('shows the numbers of the assessment and no others: %s', async (name) => {
    const report = await openPatient(page, demo.url, name);
    await shown(report);
    const { glucocorticoid, drugs, series, events } = report.chart;
    const rows = [
      ...glucocorticoid.segments,
      ...drugs.flatMap(({ spans }) => spans),
      ...series.flatMap(({ points }) => points),
      ...events,
    ];
    expect(await page.locator('.tables tbody tr').count()).toBe(rows.length);
    expect(watched.trouble).toEqual([]);
  });

  it('opens from the card of the demo, with the verdict line of the card', async () => {
    await page.goto(`${demo.url}/#${girl}`);
    const link = page.getByRole('link', { name: /^Evidence:/ }).first();
    const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    const line = await opened.locator('.verdict-panel .line').innerText();
    expect(await page.locator('article').first().innerText()).toContain(line);
    await opened.close();
    expect(watched.trouble).toEqual([]);
  });

  it('counts a SLEDAI item out at once when it is judged not to be lupus, and in again when that is taken back', async () => {
    const before = await openPatient(page, demo.url, girl);
    const item = page.locator('[data-focus="judge-proteinuria-not-lupus"]');
    const after = await nextReport(page, async () => await item.click());
    expect(after.sledai.lower).toBe(before.sledai.lower - 4);
    await shown(after);
    expect(await item.getAttribute('aria-pressed')).toBe('true');
    const again = await nextReport(page, async () => await item.press('Enter'));
    expect(again.sledai.lower).toBe(before.sledai.lower);
    expect(await item.getAttribute('aria-pressed')).toBe('false');
    expect(watched.trouble).toEqual([]);
  });

  it('counts an EULAR/ACR item at once when it is confirmed or judged not to be lupus, and asks SLEDAI-2K nothing', async () => {
    const name = 'data-missing';
    const before = await openPatient(page, demo.url, name);
    const not = page.locator('[data-focus="judge-eular-acr:proteinuria-not-lupus"]');
    const without = await nextReport(page, async () => await not.click());
    expect(without.eularAcr.lower).toBe(before.eularAcr.lower - 4);
    expect(without.sledai).toEqual(before.sledai);
    expect(await page.locator('[data-criterion="I2.classification"]').getAttribute('data-verdict')).toBe(
      'needs-investigator',
    );
    await shown(without);
    const rash = page.locator('[data-focus="judge-eular-acr:acute-cutaneous-lupus"]');
    const confirmed = await nextReport(page, async () => await rash.press('Enter'));
    expect(confirmed.eularAcr.lower).toBe(without.eularAcr.lower + 6);
    expect(await page.locator('[data-criterion="I2.classification"]').getAttribute('data-verdict')).toBe('met');
    expect(await rash.getAttribute('aria-pressed')).toBe('true');
    await shown(confirmed);
    await nextReport(page, async () => await not.click());
    const again = await nextReport(page, async () => await rash.click());
    expect(again.eularAcr).toEqual(before.eularAcr);
    expect(await page.locator('[data-focus="judge-eular-acr:leukopenia-lupus"]').count()).toBe(0);
    expect(watched.trouble).toEqual([]);
  });

  it('counts a question that only a person can answer when she answers it', async () => {
    const before = await openPatient(page, demo.url, girl);
    await page.locator('#I7 > summary').click();
    const after = await nextReport(page, async () => {
      await page.locator('#I7').getByRole('button', { name: 'Met', exact: true }).click();
    });
    expect(after.tally.confirm).toBe(before.tally.confirm - 1);
    expect(after.tally.for).toBe(before.tally.for + 1);
    await shown(after);
  });

  it('speaks the other language at once, with the same verdicts', async () => {
    const english = await openPatient(page, demo.url, girl);
    const chinese = await nextReport(page, async () => {
      await page.getByRole('button', { name: '中文' }).click();
    });
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await text('#verdict')).toBe('结论');
    expect(chinese.tally).toEqual(english.tally);
    await shown(chinese);
    await page.reload();
    await page.locator('.verdict-panel').waitFor();
    expect(await text('#verdict')).toBe('结论');
  });

  it('shows a name full of markup as text', async () => {
    await openPatient(page, demo.url, 'markup-in-the-name');
    expect(await text('.patient h1')).toContain('<img src=x');
    expect(await page.locator('img, script:not([src]), iframe').count()).toBe(0);
    expect(watched.trouble).toEqual([]);
  });

  it('keeps the results of confidential criteria from the screen until somebody asks, and from paper always', async () => {
    await openPatient(page, demo.url, girl);
    const criterion = page.locator('#I6');
    await criterion.locator('summary').click();
    expect(await criterion.locator('.inside').innerText()).toBe('Show on this screen');
    await criterion.getByRole('button').click();
    expect(await criterion.locator('[data-criterion="I6.test"]').count()).toBe(1);
    const printed = page.locator('.letter tr', { hasText: 'I6' });
    expect(await printed.locator('td').allTextContents()).toEqual([
      'I6',
      'Pregnancy test and contraception',
      'see chart',
      '',
    ]);
  });

  it.each([
    ['en', 'data-missing'],
    ['en', 'steroids-one-month-short'],
    ['zh-CN', 'nephritis-dialysis'],
    ['en', 'candidate-girl'],
    ['zh-CN', 'candidate-boy-chinese'],
    ['en', 'infection-iv-antibiotic'],
    ['en', 'markup-in-the-name'],
    ['en', 'intolerant'],
    ['en', 'weight-missing'],
  ] as const)('prints on one sheet of paper: %s, %s', async (language, name) => {
    await openPatient(page, demo.url, name);
    if (language === 'zh-CN')
      await nextReport(page, async () => await page.getByRole('button', { name: '中文' }).click());
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });

  it('told only at its end which searches could not be read; now it stands under the verdict, on the screen and on paper', async () => {
    await page.route('**/fhir/Condition?*', async (route) => await route.fulfill({ status: 403, body: '{}' }));
    await openPatient(page, demo.url, girl);
    await page.unroute('**/fhir/Condition?*');
    const said = 'Not read in full: Diagnoses. What stands there is unknown here.';
    expect(await page.locator('.verdict-panel .warning').textContent()).toBe(said);
    expect(await page.locator('.letter .warning').textContent()).toBe(said);
    watched.trouble.splice(0);
    await openPatient(page, demo.url, girl);
    expect(await page.locator('.warning').count()).toBe(0);
  });

  it('printed of heart, kidney, liver and lung the saturation alone, and of the treatment the last drug', async () => {
    await openPatient(page, demo.url, girl);
    const cell = async (id: string) =>
      await page
        .locator('.letter tr', { has: page.getByText(id, { exact: true }) })
        .locator('td')
        .last()
        .textContent();
    const [treatment, organs] = [await cell('I2'), await cell('I4')];
    for (const what of ['ejection fraction: 64 %', 'eGFR', 'AST: 27 U/L', 'ALT: 22 U/L', 'oxygen saturation: 98 %'])
      expect(organs).toContain(what);
    for (const what of [
      'recorded score 12',
      '119 days at 1 mg/kg/d',
      'hydroxychloroquine',
      'mycophenolate',
      'cyclophosphamide',
    ])
      expect(treatment).toContain(what);
  });

  it('prints the course of doses on that sheet, with every dose of the last twelve months', async () => {
    const { chart } = await openPatient(page, demo.url, 'steroids-one-month-short');
    await page.emulateMedia({ media: 'print' });
    const drawing = page.locator('.letter .dose-drawing');
    const box = await drawing.boundingBox();
    expect(box?.width).toBeGreaterThan(500);
    expect(box?.height).toBeGreaterThan(60);
    expect(await drawing.locator('[data-dose]').count()).toBe(chart.glucocorticoid.segments.length);
    expect(await page.locator('main').isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    expect(await drawing.isVisible()).toBe(false);
    expect(watched.trouble).toEqual([]);
  });

  it('copies the letter of the service as text', async () => {
    const { letter } = await openPatient(page, demo.url, girl);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: demo.url });
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(letter);
  });

  it('moves and zooms by buttons and by keys', async () => {
    const { chart, asOf } = await openPatient(page, demo.url, girl);
    const range = async (): Promise<string> => await text('.range');
    const year = await range();
    await page.getByRole('button', { name: 'All', exact: true }).click();
    const all = await range();
    expect(all.slice(0, 10) <= chart.span.from).toBe(true);
    expect(all.slice(-10) >= asOf).toBe(true);
    const drawing = page.locator('.drawing');
    await drawing.press('1');
    expect(await range()).toBe(year);
    await drawing.press('ArrowLeft');
    expect((await range()) < year).toBe(true);
    await drawing.press('0');
    expect(await range()).toBe(all);
  });

  it('tells value and source of what is under the pointer', async () => {
    const { chart } = await openPatient(page, demo.url, girl);
    const plot = page.locator('.plot').first();
    const box = await plot.boundingBox();
    // The last dose lies just before the day of assessment, at the right end of the drawing.
    await plot.hover({ position: { x: (box?.width ?? 0) - 60, y: 120 } });
    const said = await text('.readout');
    expect(said).toContain('mg/kg a day');
    expect(said).toContain(chart.glucocorticoid.segments.at(-1)?.sources[0]);
  });

  it('keeps nothing from a reader who cannot see it or has no mouse', async () => {
    await openPatient(page, demo.url, girl);
    await page.evaluate('for (const each of document.querySelectorAll(".criterion, .tables")) each.open = true');
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('says what could not be read, and never takes it for nothing', async () => {
    await page.route('**/fhir/Observation?*', async (route) => await route.fulfill({ status: 403 }));
    const report = await openPatient(page, demo.url, girl);
    await page.unroute('**/fhir/Observation?*');
    expect(report.unseen).toMatchObject([{ search: 'observations', state: 'unavailable', reason: 'access refused' }]);
    expect(report.criteria.find(({ id }) => id === 'I3')?.verdict).toBe('unknown');
    await shown(report);
    expect(await text('.unseen')).toBe(report.unseen[0]?.words);
  });

  it.each([
    ['the EHR does not answer', 'abort', 'The service or the EHR could not be reached.'],
    ['the sign-in has ended', 401, 'Your sign-in has ended.'],
    ['the EHR does not know the patient', 404, 'The patient’s own entry, with a date of birth, could not be read.'],
  ] as const)('says that %s, and does not put it on the service', async (_what, answer, said) => {
    await page.route('**/fhir/**', async (route) =>
      answer === 'abort' ? await route.abort() : await route.fulfill({ status: answer }),
    );
    await page.goto('about:blank');
    await page.goto(`${demo.url}/evidence/#patient=${girl}`);
    expect(await page.getByRole('alert').innerText()).toContain(said);
    await page.unroute('**/fhir/**');
  });

  it('goes from the list of criteria to one of them, and still knows its patient after a reload', async () => {
    await openPatient(page, demo.url, girl);
    await page.locator('.strip a', { hasText: 'E8' }).click();
    expect(await page.locator('#E8 blockquote').first().isVisible()).toBe(true);
    await page.reload();
    await page.locator('.verdict-panel').waitFor();
  });

  it('opens every source as it stands in the record', async () => {
    const { criteria } = await openPatient(page, demo.url, girl);
    const reference =
      criteria.flatMap(({ evidence }) => evidence).find((each) => each.reference !== undefined)?.reference ?? '';
    await page.evaluate('for (const each of document.querySelectorAll(".criterion")) each.open = true');
    await page.locator(`.criterion [data-reference="${reference}"]`).first().click();
    const opened = JSON.parse(await page.locator('dialog pre').innerText()) as { resourceType: string; id: string };
    expect(`${opened.resourceType}/${opened.id}`).toBe(reference);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  });

  it('hands out the referral package with the guardian’s consent as it was ticked', async () => {
    await openPatient(page, demo.url, girl);
    await page.getByLabel('Guardian agreed').check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Referral package' }).click(),
    ]);
    const bundle = JSON.parse(readFileSync(await download.path(), 'utf8')) as { resourceType: string; type: string };
    expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'document' });
    expect(download.suggestedFilename()).not.toContain(girl);
  });

  it('asks nothing of a server that is not configured', async () => {
    await page.goto(`${demo.url}/evidence/#fhir=http://127.0.0.1:9/fhir&patient=${girl}`);
    expect(await page.getByRole('alert').innerText()).toContain('Nothing was asked of it.');
    expect(watched.trouble).toEqual([]);
  });
});
