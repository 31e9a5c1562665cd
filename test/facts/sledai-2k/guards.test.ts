// Which other explanation does the record give for a finding of the thirty days up to 2026-06-01, and until when?

import { describe, expect, it } from 'vitest';
import {
  cytotoxicDrug,
  infection,
  knownOf,
  menstruation,
  urinaryInfection,
  type OtherCause,
  type Guard,
} from '../../../src/facts/sledai-2k/guards.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { day, recordOf, textObservation, type RecordOptions } from '../../builders.ts';
import { diagnosis, report } from './builders.ts';

const ask = (guard: Guard, resources: readonly Json[], retrieved: RecordOptions['retrieved'] = {}) =>
  guard(knownOf(recordOf(resources, { retrieved })), day('2026-05-02'), day('2026-06-01'));
const doubt = (kind: string, reference: string, lapses?: string): OtherCause => ({
  why: say(`sledai.guard.${kind}`, { reference }),
  ...(lapses !== undefined && { lapses: day(lapses) }),
});
const partial = { state: 'partial', reason: 'cut off' } as const;
const unchecked = (kind: string): OtherCause => ({ why: say(`sledai.guard.${kind}`), unchecked: true });
type Row = readonly [title: string, answer: OtherCause | undefined, ...Json[]];
const table = (guard: Guard, rows: readonly Row[]): void => {
  for (const [title, answer, ...resources] of rows)
    it(`explains it or not: ${title}`, () => {
      expect(ask(guard, resources)).toEqual(answer);
    });
};

describe('an infection', () => {
  const pneumonia = (more: Json): Json => diagnosis('肺炎', more);
  table(infection, [
    ['that goes on', doubt('infection', 'Condition/r1'), pneumonia({})],
    [
      'that ended in the time',
      doubt('infection', 'Condition/r1', '2026-06-10'),
      pneumonia({ abatementDateTime: '2026-05-10' }),
    ],
    [
      'that ended on the first day',
      doubt('infection', 'Condition/r1', '2026-06-02'),
      pneumonia({ onsetDateTime: '2026-04-01', abatementDateTime: '2026-05-02' }),
    ],
    ['that ended before', undefined, pneumonia({ onsetDateTime: '2026-04-01', abatementDateTime: '2026-05-01' })],
    ['that began after', undefined, pneumonia({ onsetDateTime: '2026-06-02' })],
    ['that is suspected', doubt('infection', 'Condition/r1'), diagnosis('疑似肺炎')],
    ['that is none', undefined, diagnosis('Vitamin D deficiency')],
  ]);

  it('cannot be ruled out where diagnoses may have been missed', () => {
    expect(ask(infection, [], { conditions: partial })).toEqual(unchecked('conditions-incomplete'));
    expect(ask(infection, [pneumonia({})], { conditions: partial })).toEqual(doubt('infection', 'Condition/r1'));
  });
});

describe('an infection of the urinary tract', () => {
  const culture = (value: string, date = '2026-05-20', more: Json = {}): Json => ({
    ...textObservation('尿培养', value, date),
    ...more,
  });
  const reported = (conclusion: string, date = '2026-05-20', more: Json = {}): Json =>
    report(conclusion, date, { code: { text: '尿培养' }, ...more });
  const growth = doubt('infection', 'Observation/r1');
  const inReport = doubt('infection', 'DiagnosticReport/r1');
  const undated = { effectiveDateTime: undefined };
  const abnormal = (code: string): Json => ({ interpretation: [{ coding: [{ code }] }] });
  table(urinaryInfection, [
    ['by diagnosis', doubt('infection', 'Condition/r1'), diagnosis('泌尿道感染')],
    ['elsewhere', undefined, diagnosis('肺炎')],
    ['by growth', growth, culture('大肠埃希菌')],
    ['by growth on the first day', growth, culture('大肠埃希菌', '2026-05-02')],
    ['by growth the day before', undefined, culture('大肠埃希菌', '2026-05-01')],
    ['by growth of a day unknown', growth, culture('大肠埃希菌', '', undated)],
    ['by a positive culture', growth, culture('阳性')],
    ['by a negative culture', undefined, culture('阴性')],
    ['by a negative culture in which something grew', growth, culture('Negative, E. coli grew')],
    ['by a negative culture that is called abnormal', growth, culture('阴性', '2026-05-20', abnormal('A'))],
    ['by a sterile culture that is called high', growth, culture('无菌生长', '2026-05-20', abnormal('H'))],
    ['by a negative culture that is called normal', undefined, culture('阴性', '2026-05-20', abnormal('N'))],
    ['by a sterile culture', undefined, culture('无菌生长')],
    ['by a culture without significant growth', undefined, culture('No significant growth')],
    [
      'by a sterile culture in a code',
      undefined,
      culture('', '2026-05-20', {
        valueString: undefined,
        valueCodeableConcept: { text: 'No growth' },
      }),
    ],
    ['by growth of bacteria, where no fungi grew', growth, culture('No fungal growth; E. coli >100,000 CFU/mL')],
    ['by growth, where no fungi grew', growth, culture('有生长，无真菌生长')],
    ['by growth that is denied for fungi, in a report', inReport, reported('大肠埃希菌，无真菌生长')],
    ['by a culture in a report', inReport, reported('大肠埃希菌 >10^5 CFU/mL')],
    ['by a culture in a report of the first day', inReport, reported('大肠埃希菌', '2026-05-02')],
    ['by a culture in a report of the day before', undefined, reported('大肠埃希菌', '2026-05-01')],
    ['by a culture in a report of a day unknown', inReport, reported('大肠埃希菌', '', undated)],
    ['by a sterile culture in a report', undefined, reported('未见细菌生长')],
    ['by a report without a text', undefined, reported('', '2026-05-20', { conclusion: undefined })],
    ['by a report of something else', undefined, report('大肠埃希菌', '2026-05-20', { code: { text: '血培养' } })],
  ]);

  it('cannot be ruled out where diagnoses or results of that time may have been missed', () => {
    expect(ask(urinaryInfection, [], { conditions: partial })).toEqual(unchecked('conditions-incomplete'));
    expect(ask(urinaryInfection, [], { observations: partial })).toEqual(unchecked('results-incomplete'));
    expect(ask(urinaryInfection, [], { diagnosticReports: partial })).toEqual(unchecked('results-incomplete'));
    const since = (date: string) => ({ ...partial, completeSince: day(date) });
    expect(ask(urinaryInfection, [], { observations: since('2026-05-01') })).toBeUndefined();
    expect(ask(urinaryInfection, [], { observations: since('2026-05-02') })).toBeDefined();
  });
});

describe('menstruation', () => {
  const period = (value: Json): Json => ({
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '8665-2' }] },
    effectiveDateTime: '2026-05-20',
    ...value,
  });
  const found = doubt('menstruation', 'Observation/r1');
  table(menstruation, [
    ['that began seven days before', found, period({ valueDateTime: '2026-04-25' })],
    ['that began eight days before', undefined, period({ valueDateTime: '2026-04-24' })],
    ['that began on the last day', found, period({ valueDateTime: '2026-06-01' })],
    ['that began later', undefined, period({ valueDateTime: '2026-06-02' })],
    ['that is told in words', found, period({ valueString: '2026-05-18' })],
    ['of a day nobody knows', undefined, period({ valueString: '不详' })],
    [
      'of which one of two tells the day',
      doubt('menstruation', 'Observation/r2'),
      period({ valueString: '不详' }),
      period({ valueDateTime: '2026-05-18' }),
    ],
  ]);
});

describe('a cytotoxic drug', () => {
  const given = (text: string, date = '2026-05-10'): Json => ({
    resourceType: 'MedicationAdministration',
    status: 'completed',
    medicationCodeableConcept: { text },
    effectiveDateTime: date,
  });
  const ordered = (more: Json): Json => ({
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: 'azathioprine' },
    authoredOn: '2026-01-01',
    ...more,
  });
  const until = (end: string): Json => ({
    dosageInstruction: [{ timing: { repeat: { boundsPeriod: { start: '2026-01-01', end } } } }],
  });
  const drug = (lapses?: string) => doubt('cytotoxic', 'MedicationRequest/r1', lapses);
  const dose = (lapses?: string) => doubt('cytotoxic', 'MedicationAdministration/r1', lapses);
  table(cytotoxicDrug, [
    ...[
      'cyclophosphamide',
      'azathioprine',
      'mycophenolate mofetil',
      'mycophenolic acid',
      'methotrexate',
      'leflunomide',
      'mercaptopurine',
      'fludarabine',
    ].map((name): Row => [name, dose('2026-06-10'), given(name)]),
    ['given on the first day', dose('2026-06-02'), given('cyclophosphamide', '2026-05-02')],
    ['given the day before', undefined, given('cyclophosphamide', '2026-05-01')],
    ['given the day after', undefined, given('cyclophosphamide', '2026-06-02')],
    ['of another kind', undefined, given('prednisone')],
    ['that nobody knows', undefined, given('study drug 17')],
    ['ordered without an end', drug(), ordered({})],
    [
      'taken for a time nobody knows',
      doubt('cytotoxic', 'MedicationStatement/r1'),
      {
        resourceType: 'MedicationStatement',
        status: 'active',
        medicationCodeableConcept: { text: 'azathioprine' },
      },
    ],
    ['ordered until the first day', drug('2026-06-02'), ordered(until('2026-05-02'))],
    ['ordered until the day before', undefined, ordered(until('2026-05-01'))],
    [
      'of which code and name disagree',
      dose('2026-06-10'),
      {
        ...given(''),
        medicationCodeableConcept: {
          coding: [{ system: 'http://www.whocc.no/atc', code: 'L04AX01' }],
          text: 'prednisone',
        },
      },
    ],
  ]);

  const searches = ['Requests', 'Statements', 'Administrations', 'Dispenses'] as const;
  it.each(searches)('cannot be ruled out without all medication%s', (kind) => {
    expect(ask(cytotoxicDrug, [], { [`medication${kind}`]: partial })).toEqual(unchecked('medications-incomplete'));
  });
});
