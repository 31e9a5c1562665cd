// What does the answer about live vaccines say, show, ask for and announce?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { kindOf, liveVaccineGiven } from '../../src/facts/vaccines.ts';
import type { Evidence } from '../../src/logic/finding.ts';
import { say } from '../../src/logic/message.ts';
import { day, recordOf, screeningOn, type RecordOptions } from '../builders.ts';
import { administration, statement } from './history-entries.ts';
import { expected, whole, type Whole } from './whole.ts';

const question = { windowDays: 28, recordMonths: 24 };
const ask = (resources: readonly Json[], options: RecordOptions = {}): Whole =>
  whole(liveVaccineGiven(recordOf(resources, options), screeningOn('2026-06-01'), question));

const given = (name: string, when?: string, more: Json = {}): Json => ({
  resourceType: 'Immunization',
  status: 'completed',
  vaccineCode: { text: name },
  ...(when !== undefined && { occurrenceDateTime: when }),
  ...more,
});
const [varicella, rabies, encephalitis] = ['Varicella vaccine, live', 'Rabies vaccine', '乙脑疫苗'];
const shown = (value: string, date?: string, reference = 'Immunization/r1'): Evidence => ({
  reference,
  label: say('vaccines.vaccination'),
  value,
  ...(date !== undefined && { date }),
});

const values = (...vaccines: readonly string[]) => ({ vaccines, days: 28 });
const live = (...names: readonly string[]) => say('vaccines.live', values(...names));
const noneLive = say('vaccines.none-live', { days: 28, months: 24 });
const askFor = say('vaccines.ask', { months: 24 });
const undated = (name: string, evidence: readonly Evidence[], days: readonly string[] = []): Whole =>
  expected('unknown', say('vaccines.live-undated', values(name)), {
    evidence,
    missing: [{ what: say('vaccines.date', values(name)), orders: [] }],
    days,
  });
const unclear = (name: string, evidence: readonly Evidence[], days: readonly string[] = []): Whole =>
  expected('needs-investigator', say('vaccines.unclear', values(name)), { evidence, days });

it('one that was perhaps given goes to the investigator only if it is live', () => {
  const perhaps = (name: string): Json => given(name, '2026-05-20', { status: 'done' });
  expect(ask([given(rabies, '2026-05-01'), perhaps(varicella)]).verdict).toBe('needs-investigator');
  expect(ask([given(rabies, '2026-05-01'), perhaps(rabies)]).verdict).toBe('not-met');
});

// These passed as no vaccine.
it.each(['Masern-Mumps-Röteln-Impfstoff', 'Varilrix', 'Qdenga'])(
  'a ward gave %s and recorded it as a medication',
  (name) => {
    const answer = ask([given(rabies, '2026-05-01'), administration(name, '2026-05-20', { dosage: {} })]);
    expect(answer.verdict).toBe('met');
  },
);

// It passed as not given.
it('a live vaccine that a ward began to give, or of which it recorded 0 mL, goes to the investigator', () => {
  const none = { dosage: { dose: { value: 0, unit: 'mL' } } };
  for (const more of [{ status: 'stopped' }, none]) {
    const answer = ask([given(rabies, '2026-05-01'), administration(varicella, '2026-05-20', more)]);
    expect(answer).toMatchObject({ verdict: 'needs-investigator', reason: { id: 'vaccines.unclear' } });
  }
});

describe('one vaccination', () => {
  it.each<readonly [string, Json, Whole]>([
    [
      'a live one of today',
      given(varicella, '2026-06-01'),
      expected('met', live(varicella), {
        evidence: [shown(varicella, '2026-06-01')],
        days: ['2026-06-30', '2028-06-01', '2028-06-02'],
      }),
    ],
    [
      'a live one of 28 days ago',
      given(varicella, '2026-05-04'),
      expected('met', live(varicella), {
        evidence: [shown(varicella, '2026-05-04')],
        days: ['2026-06-02', '2028-05-04', '2028-05-05'],
      }),
    ],
    [
      'a live one of 29 days ago shows that vaccinations are recorded',
      given(varicella, '2026-05-03'),
      expected('not-met', noneLive, {
        evidence: [shown(varicella, '2026-05-03')],
        days: ['2028-05-03', '2028-05-04'],
      }),
    ],
    [
      'a live one of tomorrow is shown as not counted',
      given(varicella, '2026-06-02'),
      expected('needs-investigator', askFor, {
        ignored: [{ ...shown(varicella, '2026-06-02'), label: say('vaccines.future') }],
        days: ['2026-06-02', '2026-07-01', '2028-06-02', '2028-06-03'],
      }),
    ],
    [
      'a live one of some day of May',
      given(varicella, '2026-05'),
      undated(
        varicella,
        [shown(varicella, '2026-05')],
        ['2026-06-29', '2028-05-01', '2028-05-02', '2028-05-31', '2028-06-01'],
      ),
    ],
    ['a live one of no day', given(varicella), undated(varicella, [shown(varicella)])],
    [
      'a live one whose day is told in words',
      given(varicella, undefined, { occurrenceString: 'as an infant' }),
      undated(varicella, [shown(`${varicella} (as an infant)`)]),
    ],
    [
      'one that may be live, of 28 days ago',
      given(encephalitis, '2026-05-04'),
      unclear(encephalitis, [shown(encephalitis, '2026-05-04')], ['2026-06-02', '2028-05-04', '2028-05-05']),
    ],
    [
      'one that may be live, of 29 days ago',
      given(encephalitis, '2026-05-03'),
      expected('not-met', noneLive, {
        evidence: [shown(encephalitis, '2026-05-03')],
        days: ['2028-05-03', '2028-05-04'],
      }),
    ],
    ['one that may be live, of no day', given(encephalitis), unclear(encephalitis, [shown(encephalitis)])],
    [
      'one that is not live, of 24 months ago',
      given(rabies, '2024-06-01'),
      expected('not-met', noneLive, { evidence: [shown(rabies, '2024-06-01')], days: ['2026-06-02'] }),
    ],
    [
      'one that is not live, of 24 months and a day ago',
      given(rabies, '2024-05-31'),
      expected('needs-investigator', askFor, { evidence: [shown(rabies, '2024-05-31')] }),
    ],
    [
      'one that is not live, of today',
      given(rabies, '2026-06-01'),
      expected('not-met', noneLive, {
        evidence: [shown(rabies, '2026-06-01')],
        days: ['2026-06-30', '2028-06-01', '2028-06-02'],
      }),
    ],
    [
      'one that is not live, of no day',
      given(rabies),
      expected('needs-investigator', askFor, { evidence: [shown(rabies)] }),
    ],
  ])('%s', (_, resource, answer) => {
    expect(ask([resource])).toEqual(answer);
  });
});

it('asks for the vaccination record where there is none', () => {
  expect(ask([])).toEqual(expected('needs-investigator', askFor));
});

describe('of several', () => {
  it('each live one of the window is named once, and only those are shown', () => {
    const answer = ask([
      given(varicella, '2026-05-20'),
      given(varicella, '2026-05-21'),
      given('BCG vaccine', '2026-05-22'),
      given(rabies, '2026-05-23'),
    ]);
    expect(answer.reason).toEqual(live(varicella, 'BCG vaccine'));
    expect(answer.evidence.map(({ reference }) => reference)).toEqual([
      'Immunization/r1',
      'Immunization/r2',
      'Immunization/r3',
    ]);
  });

  it('one that decides hides those that may be live, and an undated live one those that are unclear', () => {
    const [old, maybe] = [given(rabies, '2026-01-01'), given(encephalitis, '2026-05-20')];
    expect(ask([old, maybe, given(varicella), given(varicella, '2026-05-20')]).reason).toEqual(live(varicella));
    expect(ask([old, maybe, given(varicella)]).reason).toEqual(say('vaccines.live-undated', values(varicella)));
    expect(ask([old, maybe]).reason).toEqual(say('vaccines.unclear', values(encephalitis)));
    expect(ask([old]).reason).toEqual(noneLive);
  });

  it('only those of the last 24 months show that vaccinations are recorded', () => {
    const answer = ask([given(rabies, '2020-01-01'), given(rabies, '2026-01-01'), given(rabies)]);
    expect(answer).toEqual(
      expected('not-met', noneLive, {
        evidence: [shown(rabies, '2026-01-01', 'Immunization/r2')],
        days: ['2028-01-01', '2028-01-02'],
      }),
    );
  });
});

describe('a vaccine that was given as a medication', () => {
  const ward = (name: string, date: string, route?: string, more: Json = {}): Json =>
    administration(name, date, { dosage: route === undefined ? {} : { route: { text: route } }, ...more });
  const byWard = (value: string, date: string): Evidence => shown(value, date, 'MedicationAdministration/r1');

  it.each<readonly [string, Json, Whole]>([
    [
      'a live one counts',
      ward(varicella, '2026-05-04'),
      expected('met', live(varicella), {
        evidence: [byWard(varicella, '2026-05-04')],
        days: ['2026-06-02', '2028-05-04', '2028-05-05'],
      }),
    ],
    [
      'a live one of 29 days ago does not show that vaccinations are recorded',
      ward(varicella, '2026-05-03'),
      expected('needs-investigator', askFor, {
        evidence: [byWard(varicella, '2026-05-03')],
        days: ['2028-05-03', '2028-05-04'],
      }),
    ],
    [
      'a live one by its last day',
      ward(varicella, '', undefined, {
        effectiveDateTime: undefined,
        effectivePeriod: { start: '2026-05-03', end: '2026-05-04' },
      }),
      expected('met', live(varicella), {
        evidence: [byWard(varicella, '2026-05-04')],
        days: ['2026-06-02', '2028-05-04', '2028-05-05'],
      }),
    ],
    ['one that is not live is left out', ward(rabies, '2026-05-20'), expected('needs-investigator', askFor)],
    [
      'a vaccine that is taken as a statement says is left out',
      statement(varicella, '2026-05-20'),
      expected('needs-investigator', askFor),
    ],
    ['another drug is left out', ward('cyclophosphamide', '2026-05-20'), expected('needs-investigator', askFor)],
  ])('%s', (_, resource, answer) => {
    expect(ask([resource])).toEqual(answer);
  });

  const polio = 'Polio vaccine';
  it.each([
    ['oral', 'vaccines.live'],
    ['intranasal', 'vaccines.live'],
    ['intramuscular', 'vaccines.ask'],
    [undefined, 'vaccines.unclear'],
  ])('one that is live by mouth or nose only, given by the way %s: %s', (route, reason) => {
    expect(ask([ward(polio, '2026-05-20', route)]).reason.id).toBe(reason);
  });
});

it('a vaccination tells by its route whether it is live', () => {
  const kind = (route: Json | undefined) => {
    const record = recordOf([given('Polio vaccine', '2026-05-20', { route })]);
    return record.immunizations.map((entry) => kindOf(record, entry));
  };
  expect(kind({ text: 'oral' })).toEqual(['live']);
  expect(kind({ text: 'intramuscular' })).toEqual(['not-live']);
  expect(kind(undefined)).toEqual(['unclear']);
});

describe('where a search was not complete', () => {
  const unknown = expected('unknown', say('vaccines.incomplete'), {
    missing: [{ what: say('vaccines.record'), orders: [] }],
  });
  const partial = (search: 'immunizations' | 'medicationAdministrations', since: string): RecordOptions => ({
    retrieved: { [search]: { state: 'partial', reason: 'cut off', completeSince: day(since) } },
  });

  it.each(['immunizations', 'medicationAdministrations'] as const)(
    '%s have to be complete since the day before the window',
    (search) => {
      expect(ask([], partial(search, '2026-05-04'))).toEqual(unknown);
      expect(ask([], partial(search, '2026-05-03'))).toEqual(expected('needs-investigator', askFor));
    },
  );

  it('a live vaccine that was read decides', () => {
    expect(ask([given(varicella, '2026-05-20')], partial('immunizations', '2026-05-20')).verdict).toBe('met');
  });
});
