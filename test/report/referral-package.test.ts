import { describe, expect, it } from 'vitest';
import type { PatientRecord, Resource } from '../../src/fhir/record.ts';
import { isConfidential } from '../../src/cards/shown.ts';
import { referralPackage } from '../../src/report/referral-package.ts';
import { observation } from '../builders.ts';
import { stories, type Story } from '../stories.ts';
import { reportFor, storyNamed } from './reports.ts';

type Entry = { readonly fullUrl: string; readonly resource: Resource };
type Section = {
  readonly title: string;
  readonly text?: { readonly div: string };
  readonly entry?: { reference: string }[];
};

const now = '2026-06-01T04:00:00Z';

function counter(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
  };
}

const packageFor = (story: Story, consent: 'obtained' | 'not-recorded' = 'not-recorded'): Resource =>
  referralPackage(story.record, reportFor(story), { consent, now, newId: counter() });

const entriesOf = (bundle: Resource): readonly Entry[] => bundle['entry'] as Entry[];

const ofType = (bundle: Resource, type: string): readonly Resource[] =>
  entriesOf(bundle).flatMap(({ resource }) => (resource.resourceType === type ? [resource] : []));

const sectionsOf = (bundle: Resource): readonly Section[] => ofType(bundle, 'Composition')[0]?.['section'] as Section[];

/** Every `reference` anywhere. */
function referencesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'reference' && typeof each === 'string' ? [each] : referencesIn(each),
  );
}

const withMore = (story: Story, more: readonly Resource[]): Story => ({
  ...story,
  record: { ...story.record, resources: [...story.record.resources, ...more] } satisfies PatientRecord,
});

describe.each(stories)('the referral package of $name', (story) => {
  const bundle = packageFor(story);
  const entries = entriesOf(bundle);

  it('is a document: Composition first, then the patient, with status, type, date and a device as author', () => {
    expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'document', timestamp: now });
    expect(bundle['identifier']).toMatchObject({ system: 'urn:ietf:rfc:3986' });
    expect(entries.slice(0, 2).map(({ resource }) => resource.resourceType)).toEqual(['Composition', 'Patient']);
    const device = entries.find(({ resource }) => resource.resourceType === 'Device');
    expect(entries[0]?.resource).toMatchObject({
      status: 'final',
      type: { coding: [{ system: 'http://loinc.org', code: '57133-1' }] },
      subject: { reference: entries[1]?.fullUrl },
      date: now,
      author: [{ reference: device?.fullUrl }],
    });
  });

  it('has every reference resolve inside, and every URL once', () => {
    const urls = entries.map(({ fullUrl }) => fullUrl);
    expect(new Set(urls).size).toBe(urls.length);
    const outside = entries.flatMap(({ resource }) =>
      referencesIn(resource).filter((each) => !each.startsWith('#') && !urls.includes(each)),
    );
    expect(outside).toEqual([]);
  });

  it('holds one patient, and of her only who she is', () => {
    const patients = ofType(bundle, 'Patient');
    expect(patients).toHaveLength(1);
    const allowed = ['resourceType', 'id', 'identifier', 'name', 'gender', 'birthDate'];
    expect(Object.keys(patients[0] ?? {}).filter((key) => !allowed.includes(key))).toEqual([]);
    const subjects = entries.flatMap(({ resource }) => referencesIn([resource['subject'], resource['patient']]));
    expect(new Set(subjects)).toEqual(new Set([entries[1]?.fullUrl]));
  });

  it('answers every criterion, confidential ones with "see chart" only', () => {
    const { criteria } = reportFor(story);
    const items = ofType(bundle, 'QuestionnaireResponse').find((each) => each['authored'] === now)?.['item'] as {
      linkId: string;
      answer: { valueString: string; item?: unknown[] }[];
    }[];
    expect(items.map(({ linkId }) => linkId)).toEqual(criteria.map(({ id }) => id));
    for (const [index, criterion] of criteria.entries()) {
      const [answer] = items[index]?.answer ?? [];
      expect(answer?.valueString).toBe(isConfidential(criterion) ? 'see chart' : criterion.answer);
      expect(answer?.item === undefined).toBe(isConfidential(criterion));
    }
  });

  it('has no empty list, no empty object and no null', () => {
    const text = JSON.stringify(bundle);
    expect(text).not.toMatch(/\[\]|\{\}|null/);
  });
});

describe('a referral package', () => {
  const story = storyNamed('candidate-girl');

  it('brings what open criteria rest on and nothing that a confidential one rests on', () => {
    const text = JSON.stringify(packageFor(story));
    expect(text).toContain('"id":"obs-14"'); // ALT
    expect(text).toContain('"id":"rx-1"'); // prednisone
    expect(text).not.toMatch(/"id":"obs-2[89]"/); // menarche, hCG
    expect(text).not.toMatch(/hCG|menarche/i);
  });

  it('notes whether the guardian agreed', () => {
    const consentIn = (bundle: Resource) =>
      sectionsOf(bundle).find(({ title }) => title.includes('consent'))?.text?.div;
    expect(consentIn(packageFor(story))).toContain('not recorded');
    expect(consentIn(packageFor(story, 'obtained'))).toContain('obtained');
  });

  it('names each piece of evidence in a section', () => {
    const bundle = packageFor(story);
    const evidence = sectionsOf(bundle).find(({ title }) => title === 'Evidence')?.entry ?? [];
    expect(evidence.map(({ reference }) => reference)).toEqual(
      entriesOf(bundle)
        .slice(4)
        .map(({ fullUrl }) => fullUrl),
    );
    expect(evidence.length).toBeGreaterThan(10);
  });

  it('leaves out who recorded something, notes, narratives and attachments, and keeps what was found', () => {
    const alt = observation('1742-6', 30, 'U/L', '2026-03-09', {
      id: 'fresh-alt',
      subject: { reference: 'Patient/g14' },
      performer: [{ reference: 'Practitioner/9', display: 'Dr Wang' }, { reference: 'Practitioner/8' }],
      encounter: { reference: 'Encounter/5' },
      text: { status: 'generated', div: '<div>Wang Li, bed 7</div>' },
      note: [{ text: 'call the mother on 555' }],
      meta: { versionId: '3' },
      code: { coding: [{ system: 'http://loinc.org', code: '1742-6' }], text: 'ALT' },
    }) as Resource;
    const copy = ofType(packageFor(withMore(story, [alt])), 'Observation').find(({ id }) => id === 'fresh-alt');
    expect(copy).toMatchObject({
      code: { text: 'ALT' },
      valueQuantity: { value: 30 },
      performer: [{ display: 'Dr Wang' }],
    });
    for (const key of ['text', 'note', 'meta', 'encounter']) expect(copy).not.toHaveProperty(key);
  });

  it('brings the Medication that an order names, and refers to it', () => {
    const order = story.record.resources.find(({ id }) => id === 'rx-1');
    if (order === undefined) throw new Error('no order');
    const { medicationCodeableConcept, ...rest } = order;
    const medication = { resourceType: 'Medication', id: 'pred', code: medicationCodeableConcept };
    const others = story.record.resources.filter((each) => each !== order);
    const moved = { ...rest, resourceType: 'MedicationRequest', medicationReference: { reference: 'Medication/pred' } };
    const record = { ...story.record, resources: [...others, moved, medication] };
    const bundle = packageFor({ ...story, record });
    const entry = entriesOf(bundle).find(
      ({ resource: { resourceType, id } }) => resourceType === 'Medication' && id === 'pred',
    );
    const copy = ofType(bundle, 'MedicationRequest').find(({ id }) => id === 'rx-1');
    expect(copy?.['medicationReference']).toEqual({ reference: entry?.fullUrl });
  });

  it('never brings a resource of another patient', () => {
    const foreign = observation('1742-6', 900, 'U/L', '2026-03-09', {
      id: 'foreign',
      subject: { reference: 'Patient/other' },
    }) as Resource;
    const text = JSON.stringify(packageFor(withMore(story, [foreign])));
    expect(text).not.toContain('foreign');
    expect(text).not.toContain('Patient/other');
  });

  it('shows markup as text', () => {
    const marked = storyNamed('markup-in-the-name');
    for (const { text } of sectionsOf(packageFor(marked))) {
      const inner = text?.div.replaceAll(/<\/?(?:div|p)(?: xmlns="[^"]*")?>/g, '') ?? '';
      expect(inner).not.toMatch(/[<>]/);
    }
  });

  it('does not change the record', () => {
    const before = JSON.stringify(story.record.resources);
    packageFor(story);
    expect(JSON.stringify(story.record.resources)).toBe(before);
  });
});
