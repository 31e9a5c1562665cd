// Signing in on the page of the list, through a real browser and a provider that checks what it is given.

import { createHash, randomUUID } from 'node:crypto';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { hasBrowser, launchBrowser } from '../browser.ts';
import { as, listOn, screenInto } from '../screening/worklist/list-under-test.ts';
import { listening } from './listening.ts';
import { watchedPage, type Watched } from './open-page.ts';

const clientId = 'list-page';

/** Gives a coordinator's token for a code, once, to whoever has the verifier. */
function providerApp(redirectUri: () => string, accessToken: string) {
  const codes = new Map<string, string>();
  const app = express();
  app.get('/authorize', (request, response) => {
    const asked = new URL(request.url, redirectUri()).searchParams;
    const wanted = {
      client_id: clientId,
      redirect_uri: redirectUri(),
      response_type: 'code',
      code_challenge_method: 'S256',
    };
    if (Object.entries(wanted).some(([name, value]) => asked.get(name) !== value)) {
      response.status(400).end();
      return;
    }
    const code = randomUUID();
    codes.set(code, asked.get('code_challenge') ?? '');
    response.redirect(`${redirectUri()}?${new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString()}`);
  });
  app.post('/token', express.urlencoded(), (request, response) => {
    const { code, code_verifier: verifier, redirect_uri: uri } = request.body as Record<string, string>;
    const challenge = codes.get(code ?? '');
    codes.delete(code ?? '');
    response.set('Access-Control-Allow-Origin', new URL(redirectUri()).origin);
    const own = createHash('sha256')
      .update(verifier ?? '')
      .digest('base64url');
    if (uri !== redirectUri() || own !== challenge) response.status(400).json({ error: 'invalid_grant' });
    else response.json({ access_token: accessToken, expires_in: 300 });
  });
  return app;
}

describe.skipIf(!hasBrowser)('signing in on the page of the list', () => {
  let browser: Browser;
  let store: Store;
  let service: Awaited<ReturnType<typeof listening>>;
  let provider: Awaited<ReturnType<typeof listening>>;
  let watched: Watched;
  let page: Page;
  let number: string;

  beforeAll(async () => {
    store = await openStore(':memory:');
    number = await screenInto(store, 'p_one');
    provider = await listening(
      providerApp(() => `${service.url}/list/`, (await as('coordinate')).replace('Bearer ', '')),
    );
    const [authorizationEndpoint, tokenEndpoint] = [`${provider.url}/authorize`, `${provider.url}/token`];
    service = await listening(listOn(store, { signIn: { clientId, authorizationEndpoint, tokenEndpoint } }));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    service.close();
    provider.close();
    await store.close();
  });
  beforeEach(async () => {
    watched = await watchedPage(browser, [service.url, provider.url]);
    ({ page } = watched);
  });
  afterEach(async () => await page.close());

  it('shows nothing before, and after it the patient that the address had named', async () => {
    await page.goto(`${service.url}/list/#/NCT06222853/patient/${number}`);
    await page.getByText('You are not signed in').waitFor();
    expect(await page.locator('#page').innerText()).not.toContain(number);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: number }).waitFor();
    expect(page.url()).toBe(`${service.url}/list/#/NCT06222853/patient/${number}`);
    await page.getByText('coordinate@example.org, coordinator').waitFor();
    await page.getByText('I6 Pregnancy test and contraception: see chart').waitFor();
    await page.getByText('cannot be read').waitFor();
    await page.getByRole('button', { name: 'Sign out here' }).click();
    await page.getByText('You are not signed in').waitFor();
    // The first question, and the one after signing out, were answered with 401; no server is known from which to read the record (422).
    expect(watched.trouble.filter((each) => !/status of (401|422)/.test(each))).toEqual([]);
  });

  it('drops a code that this window did not ask for', async () => {
    await page.goto(`${service.url}/list/?code=stolen&state=made-up`);
    await page.getByText('was not begun from this window').waitFor();
    expect(page.url()).toBe(`${service.url}/list/`);
  });
});
