// How much does the first view of the evidence page take, and how long? node test/page/first-view.ts
//
// A browser with an empty cache opens the page for a patient of the demo hospital on the same machine; the view is there when the
// verdict is.

import { startDemo } from '../../src/demo/start.ts';
import { buildPages } from '../../src/page/build.mjs';
import { launchBrowser } from '../browser.ts';

/** Tells when the verdict has been painted, by the page's own clock, which begins with its address. */
const watch = `window.verdictAt = new Promise((tell) => {
  new MutationObserver((_changes, observer) => {
    if (document.querySelector('.verdict-panel') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => tell(performance.now())));
  }).observe(document, { childList: true, subtree: true });
})`;

export type FirstView = {
  /** Page, scripts and styles as they came over the wire, compressed. */
  readonly bytes: number;
  /** From the address to the verdict: median and worst of the openings. */
  readonly milliseconds: { readonly median: number; readonly worst: number };
  readonly openings: number;
};

/** Opens the page so many times, each in a new window without a cache, after one that warms up the service. */
export async function measureFirstView(openings = 10, patient = 'candidate-girl'): Promise<FirstView> {
  await buildPages();
  const demo = await startDemo({ port: 0, now: Date.now, log: () => {} });
  const browser = await launchBrowser();
  try {
    const open = async () => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      const sizes: Promise<number>[] = [];
      page.on('requestfinished', (request) => {
        if (/\/(?:evidence\/|assets\/)/.test(request.url())) {
          sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
        }
      });
      await page.addInitScript(watch);
      await page.goto(`${demo.url}/evidence/#patient=${patient}`);
      const milliseconds: number = await page.evaluate('window.verdictAt');
      const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      await context.close();
      return { bytes, milliseconds };
    };
    await open();
    const opened = [];
    for (let count = 0; count < openings; count += 1) opened.push(await open());
    const times = opened.map(({ milliseconds }) => Math.round(milliseconds)).toSorted((a, b) => a - b);
    return {
      bytes: Math.max(...opened.map(({ bytes }) => bytes)),
      milliseconds: { median: times[Math.floor(times.length / 2)] ?? 0, worst: times.at(-1) ?? 0 },
      openings,
    };
  } finally {
    await browser.close();
    await demo.close();
  }
}

if (import.meta.main) console.log(JSON.stringify(await measureFirstView()));
