import { describe, expect, it } from 'vitest';

import type { Json } from '../../../src/fhir/record.ts';
import { liveVaccine } from '../../../src/protocols/nct06222853-5to18/e9-live-vaccine.ts';
import { ask } from '../../ask.ts';
import { day } from '../../builders.ts';

const cvx = (code: string) => ({ coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code }] });
const given = (vaccineCode: Json, when: string | undefined, more: Json = {}): Json => ({
  resourceType: 'Immunization',
  status: 'completed',
  vaccineCode,
  ...(when !== undefined && { occurrenceDateTime: when }),
  ...more,
});
const influenza = given(cvx('150'), '2025-10-15');
const varicella = { text: '水痘减毒活疫苗' };

describe('a live vaccine counts for 28 days', () => {
  it.each([
    ['2026-06-01', 'met', 'today'],
    ['2026-05-05', 'met', '27 days ago'],
    ['2026-05-04', 'met', '28 days ago'],
    ['2026-05-03', 'not-met', '29 days ago'],
    ['2026-05-03T16:30:00Z', 'met', 'already the 4th of May in Hangzhou'],
    ['2026-05', 'unknown', 'some day of May'],
    ['2026-04', 'not-met', 'some day of April'],
    ['2026', 'unknown', 'some day of the year'],
    ['2026-06-02', 'not-met', 'planned for tomorrow'],
  ] as const)('given %s is %s: %s', (when, verdict, _why) => {
    expect(ask(liveVaccine, [influenza, given(cvx('21'), when)]).verdict).toBe(verdict);
    expect(ask(liveVaccine, [influenza, given(varicella, when)]).verdict).toBe(verdict);
  });

  it.each([
    ['2026-05-20', 'met'],
    ['2026年5月20日', 'met'],
    ['2026/5/3', 'not-met'],
    ['as an infant', 'unknown'],
  ] as const)('reads the date written as "%s"', (occurrenceString, verdict) => {
    expect(ask(liveVaccine, [influenza, given(cvx('03'), undefined, { occurrenceString })]).verdict).toBe(verdict);
  });

  it.each(['not-done', 'entered-in-error'])('does not count with status %s', (status) => {
    expect(ask(liveVaccine, [influenza, given(cvx('03'), '2026-05-20', { status })]).verdict).toBe('not-met');
  });

  it.each(['done', undefined])('that was perhaps given, by status %s, goes to the investigator', (status) => {
    expect(ask(liveVaccine, [influenza, given(cvx('03'), '2026-05-20', { status })]).verdict).toBe(
      'needs-investigator',
    );
  });

  it('perhaps given does not show that vaccinations are recorded here', () => {
    expect(ask(liveVaccine, [{ ...influenza, status: 'done' }]).verdict).toBe('needs-investigator');
  });

  it('turns on the day after its window', () => {
    const { turns } = ask(liveVaccine, [influenza, given(cvx('21'), '2026-05-20')]);
    expect(turns.map((turn) => turn.on)).toContain(day('2026-06-18'));
  });
});

describe('a vaccine given and recorded as a medication', () => {
  const administered = (text: string, effectiveDateTime: string, more: Json = {}): Json => ({
    resourceType: 'MedicationAdministration',
    status: 'completed',
    medicationCodeableConcept: { text },
    effectiveDateTime,
    ...more,
  });

  it.each([
    ['met', '水痘减毒活疫苗', '2026-05-04', {}],
    ['not-met', '水痘减毒活疫苗', '2026-05-03', {}],
    ['not-met', '水痘减毒活疫苗', '2026-05-20', { status: 'not-done' }],
    ['needs-investigator', '乙脑疫苗', '2026-05-20', {}],
    ['not-met', '狂犬病疫苗', '2026-05-20', {}],
    ['unknown', '水痘减毒活疫苗', '2026-05', {}],
  ] as const)('%s: %s on %s', (verdict, name, date, more) => {
    expect(ask(liveVaccine, [influenza, administered(name, date, more)]).verdict).toBe(verdict);
  });

  it('does not show that vaccinations are recorded here', () => {
    expect(ask(liveVaccine, [administered('水痘减毒活疫苗', '2026-03-01')]).verdict).toBe('needs-investigator');
  });

  it('leaves the question open where administrations may be missing', () => {
    const retrieved = { medicationAdministrations: { state: 'unavailable', reason: 'denied' } } as const;
    expect(ask(liveVaccine, [influenza], { retrieved }).verdict).toBe('unknown');
  });
});

describe('without a live vaccine', () => {
  it.each([
    ['2024-06-01', 'not-met', '24 months ago'],
    ['2024-05-31', 'needs-investigator', 'a day more than 24 months ago'],
    ['2024', 'needs-investigator', 'perhaps 24 months ago'],
  ] as const)('a vaccination of %s is %s: %s', (when, verdict, _why) => {
    expect(ask(liveVaccine, [given(cvx('150'), when)]).verdict).toBe(verdict);
  });

  it('no vaccination on record must be asked for', () => {
    expect(ask(liveVaccine, []).verdict).toBe('needs-investigator');
  });

  it.each([
    ['乙脑疫苗', '2026-05-20', 'needs-investigator'],
    ['乙脑疫苗', '2026-04-20', 'not-met'],
    ['乙脑灭活疫苗', '2026-05-20', 'not-met'],
    ['疫苗', undefined, 'needs-investigator'],
  ] as const)('%s of %s is %s', (text, when, verdict) => {
    expect(ask(liveVaccine, [influenza, given({ text }, when)]).verdict).toBe(verdict);
  });

  it('asks the investigator where code and name disagree', () => {
    const vaccineCode = { ...cvx('03'), text: '重组乙型肝炎疫苗' };
    expect(ask(liveVaccine, [influenza, given(vaccineCode, '2026-05-20')]).verdict).toBe('needs-investigator');
  });

  it('takes the route for influenza vaccine of unnamed form', () => {
    const nasal = given(cvx('88'), '2026-05-20', { route: { text: 'intranasal' } });
    const injected = given(cvx('88'), '2026-05-20', { route: { coding: [{ code: 'IM' }] } });
    expect(ask(liveVaccine, [nasal]).verdict).toBe('met');
    expect(ask(liveVaccine, [injected]).verdict).toBe('not-met');
  });
});

describe('with an incomplete search', () => {
  const retrieved = { immunizations: { state: 'partial', reason: 'cut off' } } as const;

  it('a live vaccine that was found still decides', () => {
    expect(ask(liveVaccine, [given(cvx('21'), '2026-05-20')], { retrieved }).verdict).toBe('met');
  });

  it('nothing else is known', () => {
    expect(ask(liveVaccine, [influenza], { retrieved })).toMatchObject({ verdict: 'unknown' });
    expect(ask(liveVaccine, [], { retrieved }).missing).toHaveLength(1);
  });

  it('a result complete over the window is enough', () => {
    const since = { immunizations: { state: 'partial', reason: 'cut off', completeSince: day('2025-01-01') } } as const;
    expect(ask(liveVaccine, [influenza], { retrieved: since }).verdict).toBe('not-met');
  });
});
