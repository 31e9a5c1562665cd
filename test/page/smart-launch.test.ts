// The launch from an EHR, through a real browser and an authorization server that checks what it is given.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fhirRouter } from '../../src/demo/fhir/router.ts';
import { createStore } from '../../src/demo/fhir/store.ts';
import { readStories } from '../../src/demo/stories.ts';
import { appUnderTest } from '../app-under-test.ts';
import { hasBrowser, launchBrowser } from '../browser.ts';
import { day } from '../builders.ts';
import { smartServer, type SmartServer } from '../smart/authorization-server.ts';
import { listening } from './listening.ts';
import { watchedPage, type Watched } from './open-page.ts';

const clientId = 'evidence-page';
const patient = 'candidate-girl';

type Listening = Awaited<ReturnType<typeof listening>>;

describe.skipIf(!hasBrowser)('a SMART launch of the evidence page', () => {
  let browser: Browser;
  let ehr: Listening & { readonly smart: SmartServer };
  let stranger: Listening & { readonly smart: SmartServer };
  let service: Listening;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    const store = createStore(
      () => new Date(0),
      () => 'new',
    );
    for (const { resources } of await readStories(day('2026-06-01')))
      for (const resource of resources) store.put(resource, String(resource['id']));
    const fhir = fhirRouter({ store, newId: () => 'new', startedAt: new Date(0) });
    const smart = () => smartServer({ clientId, redirectUri: () => `${service.url}/evidence/`, patient, fhir });
    const [own, foreign] = [smart(), smart()];
    ehr = { ...(await listening(own.app)), smart: own };
    stranger = { ...(await listening(foreign.app)), smart: foreign };
    const { app } = appUnderTest({ evidencePage: { clientId, fhirBases: [`${ehr.url}/fhir`] } });
    service = await listening(app);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    for (const each of [ehr, stranger, service]) each.close();
  });
  beforeEach(async () => {
    await page?.close();
    for (const { smart } of [ehr, stranger]) {
      smart.seen.length = 0;
      smart.refused.length = 0;
    }
    watched = await watchedPage(browser, [service.url, ehr.url]);
    page = watched.page;
  });

  const launch = async (iss: string): Promise<void> => {
    await page.goto(`${service.url}/evidence/launch.html?iss=${encodeURIComponent(iss)}&launch=from-the-ehr`);
  };
  const problem = async (): Promise<string> => await page.getByRole('alert').innerText();
  const tokensAsked = (): number => ehr.smart.seen.filter((each) => each === 'POST /token').length;

  it('ends with the patient of the EHR on the page, and the token nowhere but in this tab', async () => {
    await launch(`${ehr.url}/fhir`);
    await page.locator('.verdict-panel').waitFor();
    expect(await page.locator('.patient code').innerText()).toBe(`Patient/${patient}`);
    expect(page.url()).toBe(`${service.url}/evidence/`);
    expect(ehr.smart.refused).toEqual([]);
    expect(tokensAsked()).toBe(1);
    const kept: string = await page.evaluate('JSON.stringify(sessionStorage)');
    expect(kept).toContain('access_token');
    expect(await page.evaluate('localStorage.length')).toBe(0);
    expect(await page.evaluate('document.cookie')).toBe('');
    expect(watched.trouble).toEqual([]);
  });

  it('shows the page again after a reload, without another sign-in', async () => {
    await launch(`${ehr.url}/fhir`);
    await page.locator('.verdict-panel').waitFor();
    await page.reload();
    await page.locator('.verdict-panel').waitFor();
    expect(tokensAsked()).toBe(1);
  });

  it('can begin on the page itself, where the user chooses a patient at the EHR', async () => {
    await page.goto(`${service.url}/evidence/`);
    await page.getByRole('button', { name: `Sign in at ${ehr.url}/fhir` }).click();
    await page.locator('.verdict-panel').waitFor();
    expect(ehr.smart.refused).toEqual([]);
  });

  it('asks nothing of a server that is not configured', async () => {
    await launch(`${stranger.url}/fhir`);
    expect(await problem()).toContain('Nothing was asked of it.');
    expect([...stranger.smart.seen, ...ehr.smart.seen]).toEqual([]);
  });

  it.each(['fhirServiceUrl', 'iss'])('takes no server from a second parameter of the address: %s', async (name) => {
    const query = `iss=${encodeURIComponent(`${stranger.url}/fhir`)}&${name}=${encodeURIComponent(`${ehr.url}/fhir`)}`;
    await page.goto(`${service.url}/evidence/launch.html?${query}`);
    expect(await problem()).toContain('Nothing was asked of it.');
    expect([...stranger.smart.seen, ...ehr.smart.seen]).toEqual([]);
  });

  it('asks for no token with a state that this tab did not make', async () => {
    await page.goto(`${service.url}/evidence/?code=stolen&state=${crypto.randomUUID()}`);
    expect(await problem()).toContain('was not begun from this window');
    expect(tokensAsked()).toBe(0);
    expect(page.url()).toBe(`${service.url}/evidence/`);
  });

  it('gets no token without the verifier of its challenge', async () => {
    await page.route('**/token', async (route) => {
      const body = new URLSearchParams(route.request().postData() ?? '');
      body.delete('code_verifier');
      await route.continue({ postData: body.toString() });
    });
    await launch(`${ehr.url}/fhir`);
    expect(await problem()).toContain('Signing in was refused');
    expect(ehr.smart.refused).toEqual(['code_verifier']);
  });

  it('says so when the user or the server refuses', async () => {
    await page.goto(`${service.url}/evidence/?error=access_denied&error_description=%3Cb%3Eno%3C/b%3E`);
    expect(await problem()).toContain('Signing in was refused');
    expect(await problem()).not.toContain('<b>');
  });
});
