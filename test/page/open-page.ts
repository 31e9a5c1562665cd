// The evidence page in a real browser: opened for a patient of the demo, with everything it must not do written down.

import type { Browser, Page } from 'playwright-core';
import type { EvidenceReport } from '../../src/report/evidence-report.ts';

export type Watched = {
  readonly page: Page;
  /** Errors of the page, breaches of its policy, requests to other hosts. */
  readonly trouble: string[];
};

/** A new window. @param allowed addresses that may be asked. */
export async function watchedPage(browser: Browser, allowed: readonly string[], locale = 'en'): Promise<Watched> {
  const page = await browser.newPage({ locale, viewport: { width: 1280, height: 900 } });
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!allowed.some((each) => url.startsWith(each)) && !url.startsWith('data:') && !url.startsWith('blob:')) {
      trouble.push(`a request to ${url}`);
    }
  });
  return { page, trouble };
}

/** What the service answers to the page's next question. */
export async function nextReport(page: Page, act: () => Promise<unknown>): Promise<EvidenceReport> {
  const [response] = await Promise.all([
    page.waitForResponse((each) => new URL(each.url()).pathname.endsWith('/assessment')),
    act(),
  ]);
  const report = (await response.json()) as EvidenceReport;
  await page.locator('.view:not([aria-busy]) .verdict-panel').waitFor();
  return report;
}

/** Opens the page for a patient of the demo. */
export const openPatient = async (page: Page, url: string, patient: string): Promise<EvidenceReport> =>
  await nextReport(page, async () => {
    if (page.url().startsWith(url)) await page.evaluate('sessionStorage.clear()');
    await page.goto('about:blank');
    await page.goto(`${url}/evidence/#patient=${patient}`);
  });

/** Attributes of all elements that match: [["I1", "met"], …]. */
export async function attributesOf(
  page: Page,
  selector: string,
  ...names: readonly string[]
): Promise<readonly (readonly (string | null)[])[]> {
  const script = `[...document.querySelectorAll(${JSON.stringify(selector)})].map((each) => ${JSON.stringify(names)}.map((name) => each.getAttribute(name)))`;
  return await page.evaluate(script);
}
