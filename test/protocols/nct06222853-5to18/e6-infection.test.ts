import { describe, expect, it } from 'vitest';

import type { Json } from '../../../src/fhir/record.ts';
import { activeInfection } from '../../../src/protocols/nct06222853-5to18/e6-infection.ts';
import { ask } from '../../ask.ts';
import { day } from '../../builders.ts';

const condition = (code: Json, clinical: string | undefined, more: Json = {}): Json => ({
  resourceType: 'Condition',
  code,
  ...(clinical !== undefined && { clinicalStatus: { coding: [{ code: clinical }] } }),
  verificationStatus: { coding: [{ code: 'confirmed' }] },
  onsetDateTime: '2026-05-20',
  ...more,
});
const icd = (code: string, text: string): Json => ({
  coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code }],
  text,
});
const pneumonia = icd('J18.9', '肺炎');
const given = (drug: string, when: string, route = '静脉滴注', more: Json = {}): Json => ({
  resourceType: 'MedicationAdministration',
  status: 'completed',
  medicationCodeableConcept: { text: drug },
  effectiveDateTime: when,
  dosage: { route: { text: route } },
  ...more,
});
const ordered = (drug: string, period: Json, more: Json = {}, repeat: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text: drug },
  authoredOn: '2026-05-01',
  dosageInstruction: [{ route: { text: '口服' }, timing: { repeat: { boundsPeriod: period, ...repeat } } }],
  ...more,
});
const verdictOf = (...resources: readonly Json[]) => ask(activeInfection, resources).verdict;

describe('an infection with its treatment', () => {
  it.each([
    ['active', '2026-05-31', 'met'],
    ['active', '2026-05-25', 'met'],
    ['active', '2026-05-24', 'needs-investigator'],
    ['recurrence', '2026-05-31', 'met'],
    ['resolved', '2026-05-24', 'not-met'],
    ['resolved', '2026-05-25', 'needs-investigator'],
    ['active', '2026-05', 'unknown'],
    ['active', '2026-06-02', 'needs-investigator'],
  ])('%s, ceftriaxone on %s: %s', (clinical, when, verdict) => {
    expect(verdictOf(condition(pneumonia, clinical), given('注射用头孢曲松钠', when))).toBe(verdict);
  });

  const atVisit = (on: string, code = pneumonia): Json =>
    condition(code, undefined, { category: [{ coding: [{ code: 'encounter-diagnosis' }] }], onsetDateTime: on });
  it.each([
    ['of 90 days ago', atVisit('2026-03-03'), 'needs-investigator'],
    ['of 91 days ago', atVisit('2026-03-02'), 'not-met'],
    ['of a year of which only the month is known', atVisit('2026-03'), 'needs-investigator'],
    [
      'of 91 days ago, called active',
      { ...atVisit('2026-03-02'), clinicalStatus: { text: 'active' } },
      'needs-investigator',
    ],
    ['of 91 days ago, of tuberculosis', atVisit('2026-03-02', icd('A15.0', '肺结核')), 'needs-investigator'],
    ['on the list of problems', condition(pneumonia, undefined, { onsetDateTime: '2026-03-02' }), 'needs-investigator'],
  ])('a diagnosis of a visit, %s, without a status: %s', (_, diagnosis, verdict) => {
    expect(verdictOf(diagnosis)).toBe(verdict);
  });

  it('a diagnosis of a past visit does not speak against a drug given for an infection now', () => {
    const treated = given('注射用头孢曲松钠', '2026-05-31', '静脉滴注', { reasonCode: [icd('N10', '急性肾盂肾炎')] });
    expect([verdictOf(treated), verdictOf(treated, atVisit('2026-03-02'))]).toEqual(['met', 'met']);
    expect(verdictOf(given('注射用头孢曲松钠', '2026-05-31'), atVisit('2026-03-02'))).toBe('needs-investigator');
  });

  it.each([
    ['stopped', '2026-05-25', '静脉滴注', 'needs-investigator'],
    ['stopped', '2026-05-24', '静脉滴注', 'not-met'],
    ['unknown', '2026-05-31', '静脉滴注', 'needs-investigator'],
    ['stopped', '2026-05-31', '滴眼', 'not-met'],
    ['not-done', '2026-05-31', '静脉滴注', 'not-met'],
  ])('an administration %s on %s, %s, without an infection on record: %s', (status, when, route, verdict) => {
    expect(verdictOf(given('注射用头孢曲松钠', when, route, { status }))).toBe(verdict);
  });

  it.each([
    ['refuted', 'needs-investigator'],
    ['entered-in-error', 'needs-investigator'],
    ['provisional', 'needs-investigator'],
  ])('%s, treated: %s', (verification, verdict) => {
    const doubtful = condition(pneumonia, 'active', { verificationStatus: { coding: [{ code: verification }] } });
    expect(verdictOf(doubtful, given('ceftriaxone', '2026-05-31', 'IV'))).toBe(verdict);
  });

  it.each([
    ['active', 'needs-investigator'],
    [undefined, 'needs-investigator'],
    ['resolved', 'not-met'],
  ])('with clinical status %s and no treatment: %s', (clinical, verdict) => {
    expect(verdictOf(condition(pneumonia, clinical))).toBe(verdict);
  });

  it('is over on its abatement date', () => {
    expect(verdictOf(condition(pneumonia, undefined, { abatementDateTime: '2026-05-25' }))).toBe('not-met');
  });

  it('counts when the reason of the drug names it', () => {
    expect(verdictOf(given('ceftriaxone', '2026-05-31', 'IV', { reasonCode: [pneumonia] }))).toBe('met');
    expect(verdictOf(given('ceftriaxone', '2026-05-31', 'IV'))).toBe('needs-investigator');
  });

  it.each([
    ['氧氟沙星滴眼液', '滴眼', 'needs-investigator'],
    ['莫匹罗星软膏', '外用', 'needs-investigator'],
  ])('is not treated systemically by %s', (drug, route, verdict) => {
    expect(verdictOf(condition(pneumonia, 'active'), given(drug, '2026-05-31', route))).toBe(verdict);
    expect(verdictOf(given(drug, '2026-05-31', route))).toBe('not-met');
  });

  it('turns on the day the last dose leaves the window', () => {
    const { turns } = ask(activeInfection, [condition(pneumonia, 'active'), given('ceftriaxone', '2026-05-31', 'IV')]);
    expect(turns.map((turn) => turn.on)).toContain(day('2026-06-08'));
  });
});

describe('infections that decide without treatment', () => {
  it.each([
    [icd('A41.9', '脓毒症'), 'active', 'met'],
    [icd('A41.9', '脓毒症'), 'resolved', 'not-met'],
    [{ coding: [{ system: 'http://snomed.info/sct', code: '91302008', display: 'Sepsis' }] }, 'active', 'met'],
    [icd('A15.0', '肺结核'), 'active', 'met'],
    [{ text: '活动性肺结核' }, 'active', 'met'],
  ])('%j, %s: %s', (code, clinical, verdict) => {
    expect(verdictOf(condition(code, clinical))).toBe(verdict);
  });
});

describe('prevention does not count', () => {
  const open = { start: '2026-01-01' };

  it.each([
    [ordered('复方磺胺甲噁唑片', open, {}, { frequency: 3, period: 1, periodUnit: 'wk' }), 'not-met'],
    [
      ordered(
        '复方磺胺甲噁唑片',
        open,
        {},
        { frequency: 1, period: 1, periodUnit: 'd', dayOfWeek: ['mon', 'wed', 'fri'] },
      ),
      'not-met',
    ],
    [ordered('复方磺胺甲噁唑片', open, {}, { frequency: 2, period: 1, periodUnit: 'd' }), 'needs-investigator'],
    [
      ordered(
        '复方磺胺甲噁唑片',
        open,
        { reasonCode: [{ text: 'PCP prophylaxis' }] },
        { frequency: 1, period: 1, periodUnit: 'd' },
      ),
      'not-met',
    ],
    [ordered('阿昔洛韦片', open, { reasonCode: [{ text: '预防用药' }] }), 'not-met'],
    [ordered('阿昔洛韦片', open), 'needs-investigator'],
    [ordered('恩替卡韦分散片', open, { reasonCode: [{ text: '预防性抗病毒' }] }), 'not-met'],
    [ordered('异烟肼片', open), 'needs-investigator'],
    [ordered('异烟肼片', open, { reasonCode: [{ text: '潜伏性结核感染' }] }), 'not-met'],
    // "LTBI" and "ppx" in the instruction passed as no purpose.
    [
      ordered('异烟肼片', open, { dosageInstruction: [{ route: { text: 'oral' }, text: 'daily for LTBI' }] }),
      'not-met',
    ],
    [
      ordered('levofloxacin', open, { dosageInstruction: [{ route: { text: 'oral' }, text: '500 mg daily ppx' }] }),
      'not-met',
    ],
  ])('%#: %s', (order, verdict) => {
    expect(verdictOf(order)).toBe(verdict);
  });

  it('knows isoniazid for latent tuberculosis by the diagnosis', () => {
    const latent = condition({ text: '潜伏性结核感染' }, 'active');
    expect(verdictOf(ordered('异烟肼片', open), latent)).toBe('not-met');
  });

  it('an active infection beside prevention is untreated', () => {
    const order = ordered('复方磺胺甲噁唑片', open, {}, { frequency: 3, period: 1, periodUnit: 'wk' });
    expect(verdictOf(order, condition(pneumonia, 'active'))).toBe('needs-investigator');
  });
});

describe('infections that tests of the blood decide on', () => {
  it('chronic hepatitis B without treatment is left to the tests', () => {
    expect(verdictOf(condition(icd('B18.1', '慢性乙型肝炎'), 'active'))).toBe('not-met');
  });

  it('chronic hepatitis B under treatment goes to the investigator', () => {
    const order = ordered('恩替卡韦分散片', { start: '2026-01-01' });
    expect(verdictOf(condition(icd('B18.1', '慢性乙型肝炎'), 'active'), order)).toBe('needs-investigator');
  });
});

describe('nothing on record', () => {
  it('is absence-based', () => {
    expect(ask(activeInfection, [])).toMatchObject({ verdict: 'not-met', reason: { id: 'history.absent' } });
  });

  it.each(['conditions', 'medicationAdministrations', 'medicationRequests'] as const)(
    'is unknown without %s',
    (search) => {
      const retrieved = { [search]: { state: 'unavailable', reason: 'forbidden' } } as const;
      const found = ask(activeInfection, [], { retrieved });
      expect(found.verdict).toBe('unknown');
      expect(found.missing).toHaveLength(1);
    },
  );

  it('what was found still decides', () => {
    const retrieved = { medicationRequests: { state: 'partial', reason: 'cut off' } } as const;
    const resources = [condition(pneumonia, 'active'), given('ceftriaxone', '2026-05-31', 'IV')];
    expect(ask(activeInfection, resources, { retrieved }).verdict).toBe('met');
    expect(ask(activeInfection, [condition(pneumonia, 'active')], { retrieved }).verdict).toBe('unknown');
  });
});

it('does not take hydroxychloroquine or a drug of another kind for an anti-infective', () => {
  expect(
    verdictOf(ordered('硫酸羟氯喹片', { start: '2023-01-01' }), ordered('奥美拉唑肠溶胶囊', { start: '2023-01-01' })),
  ).toBe('not-met');
});

describe('a medication that has only a code nobody knows', () => {
  const nameless = (when: string, more: Json = {}): Json =>
    given('', when, '静脉滴注', {
      medicationCodeableConcept: { coding: [{ system: 'urn:oid:2.16.840.1.113883.6.253', code: '99999' }] },
      ...more,
    });

  it('leaves the question open for seven days, since it may be an anti-infective', () => {
    expect(verdictOf(nameless('2026-05-25'))).toBe('unknown');
    expect(verdictOf(nameless('2026-05-24'))).toBe('not-met');
  });

  it('says which code cannot be read, and turns when the seven days are over', () => {
    const { missing, turns } = ask(activeInfection, [nameless('2026-05-25')]);
    expect(JSON.stringify(missing)).toContain('99999');
    expect(turns.map(({ on }) => on)).toContain(day('2026-06-02'));
  });

  it('changes nothing where the answer is proven, or where a name says that it is another drug', () => {
    expect(verdictOf(nameless('2026-05-30'), condition(icd('A41.9', '脓毒症'), 'active'))).toBe('met');
    expect(verdictOf(given('amlodipine', '2026-05-30'))).toBe('not-met');
  });

  it('does not take an old order without an end for one of these days', () => {
    const old = ordered(
      '',
      { start: '2024-01-01' },
      { status: 'completed', authoredOn: '2024-01-01', dosageInstruction: [] },
    );
    const code = { medicationCodeableConcept: { coding: [{ system: 'urn:x', code: '1' }] } };
    expect(verdictOf({ ...old, ...code })).toBe('not-met');
    expect(verdictOf({ ...old, ...code, status: 'active' })).toBe('unknown');
  });
});
