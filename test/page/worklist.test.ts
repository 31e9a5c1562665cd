// The page of the list as a coordinator uses it, in a real browser, on the demo hospital that has screened its patients.

import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startDemo } from '../../src/demo/start.ts';
import type { ListedPatient, LookedUp, PatientDetail } from '../../src/page/worklist/answers.ts';
import type { RowJson } from '../../src/screening/worklist/row-json.ts';
import { hasBrowser, launchBrowser, tooWide } from '../browser.ts';
import { seriousFaults } from './axe.ts';
import { attributesOf } from './open-page.ts';

if (!hasBrowser) console.warn('Chromium is not installed: the tests of the worklist page are skipped');

const trial = 'NCT06222853';

/** Compiles only as long as the service answers what the page reads. */
const asThePageReads = (row: RowJson): ListedPatient => row;

describe.skipIf(!hasBrowser)('the page of the list', () => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let browser: Browser;
  let page: Page;
  let trouble: string[] = [];

  beforeAll(async () => {
    demo = await startDemo({ port: 0, now: Date.now, log: () => {} });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await demo.close();
  });
  afterEach(async () => await page.close());

  const open = async (place = '', locale = 'en'): Promise<void> => {
    page = await browser.newPage({ locale, viewport: { width: 1280, height: 900 } });
    trouble = [];
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(demo.url) && !request.url().startsWith('data:'))
        trouble.push(`a request to ${request.url()}`);
    });
    await page.goto(`${demo.url}/list/${place}`);
    await page.locator('#page:not([aria-busy]) main').waitFor();
  };

  const listed = async (): Promise<readonly RowJson[]> => {
    const response = await fetch(`${demo.url}/worklist/${trial}?scope=all`);
    return ((await response.json()) as { readonly patients: readonly RowJson[] }).patients;
  };

  /** A patient of the list by her place in it, the closest first. */
  const numberAt = async (index: number): Promise<string> => (await listed())[index]?.number ?? '';

  const post = async (number: string, deed: string, body: object): Promise<number> => {
    const response = await fetch(`${demo.url}/worklist/${trial}/patients/${number}/${deed}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.status;
  };

  const clearFilters = async (): Promise<void> => {
    await page.getByRole('link', { name: 'Clear filters' }).click();
    await page.getByRole('link', { name: 'Clear filters' }).waitFor({ state: 'detached' });
  };

  const patient = (number: string): string => `#/${trial}/patient/${number}`;

  it('shows every patient whom the screening put on the list, the closest first, with the list’s own numbers', async () => {
    await open();
    const rows = (await listed()).map(asThePageReads);
    expect(rows.length).toBeGreaterThan(3);
    expect(await page.locator('tbody a').allInnerTexts()).toEqual(rows.map(({ number }) => number));
    const lines = await page.locator('.close .line').allInnerTexts();
    expect(lines).toEqual(
      rows.map(
        ({ tally }) =>
          `May meet ${String(tally.for)} of 18; ${String(tally.confirm)} to confirm, ${String(tally.missing)} missing`,
      ),
    );
    expect(trouble).toEqual([]);
  });

  it('changes a state with a note, and shows both in the history', async () => {
    const number = await numberAt(1);
    await open(patient(number));
    await page.getByLabel('New state').selectOption('contacted');
    await page.getByLabel('Note').fill('Mother asks to be called on Friday');
    await page.getByRole('button', { name: 'Change state' }).click();
    await page.getByText('Saved.').waitFor();
    const newest = page.locator('.history li').first();
    expect(await newest.innerText()).toContain('new → contacted');
    expect(await newest.innerText()).toContain('Mother asks to be called on Friday');
    expect(await newest.innerText()).toContain('Demo coordinator');
    expect(await page.getByLabel('Note').inputValue()).toBe('');
    expect((await listed()).find((each) => each.number === number)?.state).toBe('contacted');
  });

  it('does not overwrite what somebody else has changed meanwhile: says who it was and keeps what was written', async () => {
    const number = await numberAt(2);
    await open(patient(number));
    await page.getByLabel('New state').selectOption('declined');
    await page.getByLabel('Note').fill('Parents said no');
    const revision = (await listed()).find((each) => each.number === number)?.revision;
    expect(await post(number, 'state', { state: 'in-review', revision })).toBe(200);
    await page.getByRole('button', { name: 'Change state' }).click();
    await page.getByText('Nothing was changed: Demo coordinator changed this patient').waitFor();
    expect(await page.locator('.patient .state-chip').getAttribute('data-state')).toBe('in-review');
    expect(await page.getByLabel('Note').inputValue()).toBe('Parents said no');
    expect((await listed()).find((each) => each.number === number)?.state).toBe('in-review');
  });

  it('left the keyboard nowhere when a patient was opened, and at the top of the list on the way back', async () => {
    await open();
    const focused = async () =>
      await page.evaluate('document.activeElement.dataset.focus ?? document.activeElement.id');
    const link = page.locator('tbody a').nth(2);
    const number = await link.textContent();
    await link.focus();
    await page.keyboard.press('Enter');
    await page.locator('.history').waitFor();
    expect(await focused()).toBe('main');
    await page.goBack();
    await page.locator('#page:not([aria-busy]) tbody').waitFor();
    expect(await focused()).toBe(`patient-${String(number)}`);
  });

  it('filters by state, mark, person and text, and keeps the filter in the address', async () => {
    const number = await numberAt(3);
    await open(patient(number));
    await page.getByRole('button', { name: 'Assign to me' }).click();
    await page.getByText('Assigned to Demo coordinator').first().waitFor();
    await page.getByRole('link', { name: 'Patients' }).click();
    await page.getByLabel('Assigned to').selectOption('me');
    await expect.poll(async () => await page.locator('tbody a').allInnerTexts()).toEqual([number]);
    expect(page.url()).toContain('assignee=me');
    await clearFilters();
    await page.getByLabel('Mark').selectOption('one-missing');
    const marked = (await listed()).filter(({ markers }) => markers.some(({ name }) => name === 'one-missing'));
    expect(marked.length).toBeGreaterThan(0);
    await expect.poll(async () => await page.locator('tbody tr').count()).toBe(marked.length);
    await clearFilters();
    await page.getByLabel('Number or person').fill(number.slice(2, 7).toLowerCase());
    await page.getByLabel('Number or person').press('Enter');
    await expect.poll(async () => await page.locator('tbody a').allInnerTexts()).toEqual([number]);
    await page.getByLabel('State').selectOption('enrolled');
    await page.getByText('No patient fits these filters.').waitFor();
    expect(trouble).toEqual([]);
  });

  it('turns the pages of a long list, and keeps the page in the address', async () => {
    const numbers = (await listed()).map(({ number }) => number);
    await open(`#/${trial}/list?size=2&scope=all`);
    const shown = async (): Promise<readonly string[]> => await page.locator('tbody a').allInnerTexts();
    expect(await shown()).toEqual(numbers.slice(0, 2));
    expect(await page.getByRole('link', { name: 'Back', exact: true }).count()).toBe(0);
    await page.getByRole('link', { name: 'Next', exact: true }).click();
    await expect.poll(shown).toEqual(numbers.slice(2, 4));
    expect(page.url()).toContain('offset=2');
    await page.reload();
    await expect.poll(shown).toEqual(numbers.slice(2, 4));
    await page.getByRole('link', { name: 'Back', exact: true }).click();
    await expect.poll(shown).toEqual(numbers.slice(0, 2));
    expect(trouble).toEqual([]);
  });

  it('saves the filtered list as CSV: the whole of it, by numbers and not by names', async () => {
    await open(`#/${trial}/list?size=2&marker=one-missing`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`worklist-${trial}.csv`);
    const csv = readFileSync(await download.path(), 'utf8');
    const marked = (await listed()).filter(({ markers }) => markers.some(({ name }) => name === 'one-missing'));
    expect(csv.match(/S-[0-9A-Z]{5}-[0-9A-Z]{5}/g)).toEqual(marked.map(({ number }) => number));
    expect(csv).not.toContain('<img');
    expect(trouble).toEqual([]);
  });

  it('records what an investigator states, and the next screening changes the answer', async () => {
    const number = await numberAt(0);
    await open(patient(number));
    const criterion = page.locator('[data-criterion="I7"]');
    await criterion.locator('summary').click();
    await criterion.getByRole('button', { name: 'Met', exact: true }).click();
    await page.getByText('Saved.').waitFor();
    expect(await page.locator('.statements li').first().innerText()).toContain('I7: met');
    expect(await criterion.getAttribute('data-verdict')).toBe('needs-investigator');
    await page.getByRole('button', { name: 'Screen again now' }).click();
    await page.getByText('Screened again: this is the new result.').waitFor();
    expect(await criterion.getAttribute('data-verdict')).toBe('met');
    expect(await page.locator('.history .differences').first().innerText()).toContain(
      'I7 needs the investigator → met',
    );
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await page.locator('.statements .withdrawn').waitFor();
  });

  it('waits for a screening that takes its time, and says so meanwhile', async () => {
    const number = await numberAt(1);
    await open(patient(number));
    let looks = 0;
    await page.route(`**/patients/${number}?*`, async (route) => {
      looks += 1;
      const response = await route.fetch();
      const detail = (await response.json()) as PatientDetail;
      const state = looks < 3 ? 'pending' : 'done';
      await route.fulfill({ response, json: { ...detail, screening: { started: '9999', state } } });
    });
    await page.getByRole('button', { name: 'Screen again now' }).click();
    await page.getByText('Screening: the record is being read and assessed').waitFor();
    expect(await page.getByRole('button', { name: 'Screen again now' }).isDisabled()).toBe(true);
    await page.getByText('Screened again: this is the new result.').waitFor();
    expect(looks).toBe(3);
    expect(await page.getByRole('button', { name: 'Screen again now' }).isEnabled()).toBe(true);
  });

  it('says that nothing has changed where a screening finds the same', async () => {
    const number = await numberAt(1);
    await open(patient(number));
    await page.getByRole('button', { name: 'Screen again now' }).click();
    await page.getByText('Screened again:').waitFor();
    await page.getByRole('button', { name: 'Screen again now' }).click();
    await page.getByText('nothing has changed since the last screening').waitFor();
    expect(trouble).toEqual([]);
  });

  it('shows a name full of markup as text, once it is asked for, and leads to the evidence page of that patient', async () => {
    await open();
    expect(await page.locator('main').innerText()).not.toContain('<img');
    const numbers = (await listed()).map(({ number }) => number);
    const named = await Promise.all(
      numbers.map(async (number) => {
        const response = await fetch(`${demo.url}/worklist/${trial}/patients/${number}/name`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        });
        return { number, name: ((await response.json()) as { readonly name: string }).name };
      }),
    );
    const marked = named.find(({ name }) => name.includes('<img'))?.number ?? '';
    await page.goto(`${demo.url}/list/${patient(marked)}`);
    await page.getByRole('button', { name: 'Show the name' }).click();
    await page.getByRole('link', { name: 'Open the evidence page' }).waitFor();
    expect(await page.locator('.identity strong').innerText()).toContain('<img src=x');
    await page.getByLabel('Note').fill('**bold** <script>alert(1)</script>');
    await page.getByRole('button', { name: 'Add as note only' }).click();
    await page.locator('.history').getByText('**bold** <script>alert(1)</script>').waitFor();
    expect(await page.locator('main img, main script, main iframe').count()).toBe(0);
    await page.getByRole('button', { name: 'Show the name' }).click();
    await page.getByRole('link', { name: 'Open the evidence page' }).click();
    await page.locator('.verdict-panel').waitFor();
    expect(await page.locator('.patient h1').innerText()).toContain('<img src=x');
    expect(trouble).toEqual([]);
  });

  it('draws the course and fills in both score sheets of the patient, with the numbers of the service', async () => {
    const number = await numberAt(0);
    await open(patient(number));
    await page.locator('.looked-up:not([aria-busy]) .timeline canvas').first().waitFor();
    const response = await fetch(`${demo.url}/worklist/${trial}/patients/${number}/evidence`);
    const text = await response.text();
    const looked = JSON.parse(text) as LookedUp;
    expect(text).not.toContain('Patient/');
    const { glucocorticoid, drugs, series, events } = looked.chart;
    const rows = [
      ...glucocorticoid.segments,
      ...drugs.flatMap(({ spans }) => spans),
      ...series.flatMap(({ points }) => points),
      ...events,
    ];
    expect(await page.locator('.looked-up .tables tbody tr').count()).toBe(rows.length);
    const { sledai, eularAcr } = looked;
    expect(await attributesOf(page, '[data-score]', 'data-lower', 'data-upper')).toEqual(
      [sledai, eularAcr].map(({ lower, upper }) => [String(lower), String(upper)]),
    );
    expect(await page.locator('.looked-up [data-reference]').count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  it('counts at once what an investigator says a SLEDAI-2K or EULAR/ACR item is due to, and keeps it', async () => {
    const number = await numberAt(0);
    await open(patient(number));
    const lower = async (score: string): Promise<number> =>
      Number(await page.locator(`[data-score="${score}"]`).getAttribute('data-lower'));
    const press = async (button: Locator, pressed: boolean): Promise<void> => {
      await button.click();
      await page
        .locator(`[data-focus="${(await button.getAttribute('data-focus')) ?? ''}"][aria-pressed="${String(pressed)}"]`)
        .waitFor();
    };
    const sledai = page.locator('[data-focus="judge-proteinuria-not-lupus"]');
    await sledai.waitFor();
    const before = [await lower('sledai-2k'), await lower('eular-acr')];
    await press(sledai, true);
    expect(await lower('sledai-2k')).toBe((before[0] ?? 0) - 4);
    const eular = page.locator('[data-focus="judge-eular-acr:acute-cutaneous-lupus"]');
    await press(eular, true);
    expect(await lower('eular-acr')).toBe((before[1] ?? 0) + 6);
    expect((await page.locator('.statements li:not(.withdrawn) > p:first-child').allInnerTexts()).toSorted()).toEqual([
      'EULAR/ACR acute-cutaneous: due to lupus',
      'SLEDAI-2K proteinuria: not due to lupus',
    ]);
    await page.reload();
    await page.locator('[data-focus="judge-proteinuria-not-lupus"][aria-pressed="true"]').waitFor();
    await press(sledai, false);
    await press(eular, false);
    expect([await lower('sledai-2k'), await lower('eular-acr')]).toEqual(before);
    expect(trouble).toEqual([]);
  });

  it('says that course and scores cannot be read now, and reads them when asked again', async () => {
    await open();
    await page.route('**/evidence?*', async (route) => await route.fulfill({ status: 503, json: {} }));
    await page.goto(`${demo.url}/list/${patient(await numberAt(0))}`);
    await page.getByText('Course and scores could not be read just now.').waitFor();
    await page.unroute('**/evidence?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.looked-up [data-score="eular-acr"]').waitFor();
  });

  it('says nothing of a pregnancy test before somebody asks', async () => {
    await open(patient(await numberAt(0)));
    expect(await page.locator('[data-criterion="I6"] .answer').first().innerText()).toBe('see chart');
    expect(await page.locator('.dates').innerText()).not.toMatch(/pregnan|contracep/i);
  });

  it('shows how many patients each criterion excludes and leaves unknown', async () => {
    await open(`#/${trial}/funnel`);
    const answer = (await (await fetch(`${demo.url}/funnel/${trial}`)).json()) as {
      readonly criteria: readonly { readonly criterion: string; readonly excludes: number; readonly unknown: number }[];
    };
    const shown = await Promise.all(
      (await page.locator('.funnel tbody tr').all()).map(async (row) => {
        const counts = (await row.locator('.count').allInnerTexts()).map(Number);
        return { criterion: await row.locator('strong').innerText(), excludes: counts[0], unknown: counts[1] };
      }),
    );
    expect(shown).toEqual(
      answer.criteria.map(({ criterion, excludes, unknown }) => ({ criterion, excludes, unknown })),
    );
    expect(shown.some(({ excludes }) => Number(excludes) > 0)).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    expect(trouble).toEqual([]);
  });

  it.each(['', `#/${trial}/funnel`])('fits a window of 320 pixels, as at 400 % on a desk: %s', async (place) => {
    await open(place);
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await tooWide(page)).toBe(0);
  });

  it('did not say which view and language are chosen where the reader’s own colours hold', async () => {
    await open();
    await page.emulateMedia({ forcedColors: 'active' });
    const underlined = async (selector: string): Promise<unknown> =>
      await page.evaluate(
        `[...document.querySelectorAll(${JSON.stringify(selector)})].map((each) => getComputedStyle(each).textDecorationLine)`,
      );
    expect(await underlined('.top [aria-current], .top [aria-pressed="true"]')).toEqual(['underline', 'underline']);
    expect(await underlined('.top a:not([aria-current]), .top [aria-pressed="false"]')).toEqual(['none', 'none']);
    await page.emulateMedia({ forcedColors: null });
  });

  it('cut off the day of the screening in a window of 320 pixels in Chinese, where a date is longer', async () => {
    await open();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: '可能符合的患者' }).waitFor();
    await page.setViewportSize({ width: 320, height: 800 });
    const right = await page
      .locator('.days time')
      .evaluateAll((days) => days.map((each) => each.getBoundingClientRect().right));
    expect(right.length).toBeGreaterThan(3);
    expect(Math.max(...right)).toBeLessThanOrEqual(310);
    await page.getByRole('button', { name: 'English' }).click();
  });

  it('shows each patient whole on a telephone, each fact beside its name, and is still a table to who cannot see it', async () => {
    await open();
    await page.setViewportSize({ width: 390, height: 844 });
    const box = page.locator('.patients');
    expect(await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    const right = await page
      .locator('.state-chip, .chip')
      .evaluateAll((chips) => chips.map((chip) => chip.getBoundingClientRect().right));
    expect(right.length).toBeGreaterThan(3);
    expect(Math.max(...right)).toBeLessThanOrEqual(390);
    const shown = "getComputedStyle(document.querySelector('td:has(.state-chip)'), '::before').content";
    expect(await page.evaluate(shown)).toBe('"State" / ""');
    expect(await page.getByRole('row').count()).toBe((await page.locator('tbody tr').count()) + 1);
    expect(await page.getByRole('columnheader', { name: 'State' }).count()).toBe(1);
    expect(await seriousFaults(page)).toEqual([]);
    expect(trouble).toEqual([]);
  });

  it('speaks Chinese when it is asked to, list and patient alike', async () => {
    await open();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: '可能符合的患者' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
    await page.locator('tbody a').first().click();
    await page.getByRole('heading', { name: '历史记录' }).waitFor();
    expect(await page.locator('[data-criterion="I1"] .name').first().innerText()).toBe('年龄');
    expect(trouble).toEqual([]);
  });

  it.each([
    ['the list', async () => await Promise.resolve('')],
    ['a patient', async () => patient(await numberAt(0))],
  ])('has no serious fault of access: %s', async (_of, place) => {
    await open(await place());
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('says that there is no such patient where the number is wrong', async () => {
    await open(patient('S-00000-00000'));
    await page.getByText('There is no such patient on this list.').waitFor();
  });
});
