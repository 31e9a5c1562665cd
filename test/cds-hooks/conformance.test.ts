// Does the service keep to CDS Hooks 2.0.1, and does the document that says so tell the truth?

import { readFileSync } from 'node:fs';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { cdsResponseSchema, type CdsResponse } from '../../src/cards/card.ts';
import { appUnderTest } from '../app-under-test.ts';
import { namedTests, rowsOf, titlesIn } from '../named-tests.ts';
import { callOf, chart, contexts, prefetchOf, serviceFor } from './ehr.ts';
import { strictCards } from './outbound.ts';

const { app } = appUnderTest({ limits: { callsAtOnce: 100_000 } });
const call = () => callOf('patient-view', prefetchOf(chart));
const response: CdsResponse = (await request(app).post(serviceFor('patient-view')).send(call())).body;

describe('a response', () => {
  it('is 200, JSON, and an object with cards', async () => {
    const { status, type, body } = await request(app).post(serviceFor('patient-view')).send(call());
    expect([status, type, Object.keys(body)]).toEqual([200, 'application/json', ['cards']]);
  });

  it('is 200 with an empty list where there is nothing to say', async () => {
    const context = { ...contexts['order-sign'], draftOrders: { resourceType: 'Bundle' } };
    const { status, text } = await request(app)
      .post(serviceFor('order-sign'))
      .send(callOf('order-sign', prefetchOf(chart), { context }));
    expect([status, text]).toEqual([200, '{"cards":[]}']);
  });

  it('has fresh UUIDs every time, for the card and for every suggestion', async () => {
    const ids = (body: CdsResponse): readonly string[] =>
      strictCards(body).flatMap(({ uuid, suggestions = [] }) => [uuid, ...suggestions.map((each) => each.uuid)]);
    const again: CdsResponse = (await request(app).post(serviceFor('patient-view')).send(call())).body;
    const all = [...ids(response), ...ids(again)];
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(4);
  });

  it('suggests only what any FHIR server accepts: a draft proposal of one ServiceRequest for the patient', () => {
    const actions = strictCards(response).flatMap(({ suggestions = [] }) =>
      suggestions.flatMap((each) => each.actions),
    );
    expect(actions.length).toBeGreaterThan(1);
    for (const { type, description, resource } of actions) {
      expect([type, description === '']).toEqual(['create', false]);
      expect(resource).toMatchObject({
        resourceType: 'ServiceRequest',
        status: 'draft',
        intent: 'proposal',
        subject: { reference: 'Patient/p' },
      });
    }
  });

  it('holds no HTML, and no link that names the patient', () => {
    for (const { detail, links = [] } of strictCards(response)) {
      expect(detail).not.toMatch(/(?<!\\)<[a-z!/]/i);
      for (const link of links)
        expect(link).toEqual({ ...link, type: 'absolute', url: expect.not.stringMatching(/\?|Patient/) });
    }
  });

  it('says "may meet", never "eligible"', () => {
    for (const { summary, detail } of strictCards(response)) {
      expect(summary).toContain('may meet');
      expect(`${summary} ${detail}`).not.toMatch(/\beligible\b/i);
    }
  });
});

describe('the strict schema, which every response of the tests passes,', () => {
  type Loose = Record<string, unknown>;
  const [card] = strictCards(response);
  const changed = (change: (card: Loose) => void): unknown => {
    const copy = structuredClone(card) as unknown as Loose;
    change(copy);
    return { cards: [copy] };
  };
  const first = (list: unknown): Loose => (list as readonly Loose[])[0] ?? {};
  const action = (copy: Loose): Loose => first(first(copy['suggestions'])['actions']);

  it('takes what the service sends', () => {
    expect(cdsResponseSchema.safeParse(changed(() => {})).success).toBe(true);
  });

  it.each<readonly [string, (card: Loose) => void]>([
    ['null', (copy) => void (copy['detail'] = null)],
    ['an empty text', (copy) => void (copy['detail'] = '')],
    ['an empty list', (copy) => void (copy['links'] = [])],
    ['an unknown field', (copy) => void (copy['extra'] = 1)],
    ['no summary', (copy) => void delete copy['summary']],
    ['a summary of 140 characters', (copy) => void (copy['summary'] = 'x'.repeat(140))],
    ['no indicator', (copy) => void delete copy['indicator']],
    ['an unknown indicator', (copy) => void (copy['indicator'] = 'hard-stop')],
    ['no source', (copy) => void delete copy['source']],
    ['a source without label', (copy) => void delete (copy['source'] as Loose)['label']],
    ['a source without topic', (copy) => void delete (copy['source'] as Loose)['topic']],
    ['a relative source URL', (copy) => void ((copy['source'] as Loose)['url'] = '/study')],
    [
      'a topic code that is not alphanumeric',
      (copy) => void (((copy['source'] as Loose)['topic'] as Loose)['code'] = 'a b'),
    ],
    ['no card UUID', (copy) => void delete copy['uuid']],
    ['a card UUID that is none', (copy) => void (copy['uuid'] = 'card-1')],
    ['suggestions without selectionBehavior', (copy) => void delete copy['selectionBehavior']],
    ['selectionBehavior without suggestions', (copy) => void delete copy['suggestions']],
    ['an unknown selectionBehavior', (copy) => void (copy['selectionBehavior'] = 'all')],
    [
      'two recommended alternatives',
      (copy) => {
        copy['selectionBehavior'] = 'at-most-one';
        for (const each of copy['suggestions'] as readonly Loose[]) each['isRecommended'] = true;
      },
    ],
    ['a suggestion without label', (copy) => void delete first(copy['suggestions'])['label']],
    ['a suggestion without UUID', (copy) => void delete first(copy['suggestions'])['uuid']],
    ['actionSelectionBehavior', (copy) => void (first(copy['suggestions'])['actionSelectionBehavior'] = 'any')],
    ['an action without description', (copy) => void delete action(copy)['description']],
    ['an action type in upper case', (copy) => void (action(copy)['type'] = 'CREATE')],
    ['a resource as text', (copy) => void (action(copy)['resource'] = '{}')],
    ['a resource without subject', (copy) => void delete (action(copy)['resource'] as Loose)['subject']],
    ['an override reason without display', (copy) => void delete first(copy['overrideReasons'])['display']],
    ['an override reason without system', (copy) => void delete first(copy['overrideReasons'])['system']],
    ['a link without label', (copy) => void delete first(copy['links'])['label']],
    ['a link of unknown type', (copy) => void (first(copy['links'])['type'] = 'relative')],
    ['appContext on an absolute link', (copy) => void (first(copy['links'])['appContext'] = 'x')],
  ])('refuses %s', (_name, change) => {
    expect(cdsResponseSchema.safeParse(changed(change)).success).toBe(false);
  });

  it('takes no system action but a Task that asks a person to look', () => {
    const resource = {
      resourceType: 'Task',
      status: 'requested',
      intent: 'proposal',
      description: 'd',
      for: { reference: 'Patient/p' },
      reasonCode: { text: 'r' },
    };
    const passes = (systemActions: unknown): boolean =>
      cdsResponseSchema.safeParse({ cards: [], systemActions }).success;
    const action = { type: 'create', description: 'd', resource };
    expect(passes([action])).toBe(true);
    expect(passes([])).toBe(false);
    for (const more of [
      { status: 'accepted' },
      { intent: 'order' },
      { resourceType: 'ServiceRequest' },
      { for: { reference: 'Group/g' } },
    ])
      expect(passes([{ ...action, resource: { ...resource, ...more } }])).toBe(false);
    expect(passes([{ ...action, type: 'delete' }])).toBe(false);
  });

  it('takes appContext on a smart link', () => {
    const smart = [{ label: 'App', url: 'https://app.example/launch', type: 'smart', appContext: 'x' }];
    expect(cdsResponseSchema.safeParse(changed((copy) => void (copy['links'] = smart))).success).toBe(true);
  });
});

describe('discovery', () => {
  it('is an object whose services have all that CDS Hooks requires and recommends', async () => {
    const { status, type, body } = await request(app).get('/cds-services');
    expect([status, type, Object.keys(body)]).toEqual([200, 'application/json', ['services']]);
    for (const service of body.services) {
      expect(Object.keys(service)).toEqual(
        expect.arrayContaining(['hook', 'id', 'title', 'description', 'version', 'prefetch', 'usageRequirements']),
      );
      expect(service.version).toBe('2.0.1');
      expect(service.hookVersion).toBe(service.hook === 'order-dispatch' ? '1.1' : '1.0');
    }
  });
});

describe('docs/cds-hooks-conformance.md', () => {
  const page = readFileSync(new URL('../../docs/cds-hooks-conformance.md', import.meta.url), 'utf8');
  const rows = rowsOf(page, /^\d+\.\d+$/);
  const proofs = namedTests(rows, ['not used', 'deployment']);

  it('numbers its requirements, each once', () => {
    const numbers = rows.map(([number]) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(rows.length).toBeGreaterThan(60);
    expect(rows.filter((row) => row.length !== 4)).toEqual([]);
  });

  it.each(proofs)('names for $row a test that exists: $file, $title', ({ file, title }) => {
    expect(titlesIn(file)).toContain(title);
  });
});
