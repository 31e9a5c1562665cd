// When, on whom and on what specimen was a result made, and how was it flagged?

import { describe, expect, test } from 'vitest';
import {
  effectiveOf,
  interpretationOf,
  isAboutAnother,
  isTotalOf,
  observationStatus,
  specimenNamed,
} from '../../src/fhir/observation-reader-context.ts';
import type { ReaderContext } from '../../src/fhir/reader-context.ts';
import type { Json, Resource } from '../../src/fhir/record.ts';
import { isJson } from '../../src/fhir/json.ts';
import { isoRange, parseMoment } from '../../src/logic/calendar.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';
import { day, shanghai } from '../builders.ts';

const specimens: Readonly<Record<string, Resource>> = {
  'Specimen/blood': { resourceType: 'Specimen', type: { coding: [{ code: 'X' }, { code: '119297000' }] } },
  'Specimen/words': { resourceType: 'Specimen', type: { coding: [{ code: 'X' }], text: 'Urine' } },
  'Specimen/nothing': { resourceType: 'Specimen' },
  'Specimen/mother': { resourceType: 'Specimen', subject: { reference: 'Patient/m' } },
  'Specimen/own': { resourceType: 'Specimen', subject: { reference: 'https://host/fhir/Patient/p' } },
};
const context: ReaderContext = {
  zone: shanghai,
  birth: undefined,
  momentOf: (text) => parseMoment(text, shanghai),
  termOf: () => undefined,
  translate: (concept) => concept,
  resolve: (reference) => (isJson(reference) ? specimens[String(reference['reference'])] : undefined),
  referenceOf: () => 'Observation/o',
  lexicon: newLexicon(),
};
const observation = (fields: Json = {}): Resource => ({
  resourceType: 'Observation',
  subject: { reference: 'Patient/p' },
  ...fields,
});
const on = (from: string, to = from): string => isoRange({ from: day(from), to: day(to) });

describe('the time of a result', () => {
  const period = (start?: string, end?: string): Json => ({ effectivePeriod: { start, end } });
  const issued = { issued: '2026-05-01' };

  test.each<[string, Json, string | undefined]>([
    ['a moment', { effectiveDateTime: '2026-05-20', ...period('2026-05-01'), ...issued }, on('2026-05-20')],
    ['an instant', { effectiveInstant: '2026-05-20T08:00:00Z', ...issued }, on('2026-05-20')],
    ['the end of a period', { ...period('2026-05-18', '2026-05-20'), ...issued }, on('2026-05-20')],
    ['all of a longer period', { ...period('2026-05-17', '2026-05-20'), ...issued }, on('2026-05-17', '2026-05-20')],
    ['the start of a period without an end', { ...period('2026-05-18'), ...issued }, on('2026-05-18')],
    ['the end of a period without a start', { ...period(undefined, '2026-05-20'), ...issued }, on('2026-05-20')],
    [
      'the last of its events',
      { effectiveTiming: { event: ['2026-05-18', '2026-05-19', '2026-05-20'] }, ...issued },
      on('2026-05-20'),
    ],
    ['when it was issued, beside an empty period', { ...period(), ...issued }, on('2026-05-01')],
    ['when it was issued, beside an empty timing', { effectiveTiming: {}, ...issued }, on('2026-05-01')],
    ['when it was issued', issued, on('2026-05-01')],
    ['nothing', {}, undefined],
  ])('is told by %s', (_, fields, days) => {
    const found = effectiveOf(observation(fields), context);
    expect(found === undefined ? undefined : isoRange(found)).toBe(days);
  });
});

test.each<[unknown, string | undefined]>([
  ['final', 'valid'],
  ['amended', 'valid'],
  ['corrected', 'valid'],
  [' Final ', 'valid'],
  ['preliminary', 'preliminary'],
  ['registered', undefined],
  ['entered-in-error', undefined],
  [undefined, undefined],
  [1, undefined],
])('a result of status %j is %s', (status, standing) => {
  expect(observationStatus(observation({ status }))).toBe(standing);
});

describe('a result is about somebody else', () => {
  test.each<[string, Json, boolean]>([
    ['by its focus', { focus: [{ reference: 'Patient/fetus' }] }, true],
    ['by a focus beside no subject', { focus: [{ reference: 'Patient/p' }], subject: undefined }, true],
    ['by one of its focuses', { focus: [{ reference: 'Patient/p' }, { display: 'Donor' }] }, true],
    ['not by a focus on the patient', { focus: [{ reference: 'Patient/p' }] }, false],
    [
      'not by a focus on the patient by a longer address',
      { focus: [{ reference: 'https://host/fhir/Patient/p' }] },
      false,
    ],
    ['by a focus on a device of the same number', { focus: [{ reference: 'Device/p' }] }, true],
    ['not by a focus that says nothing', { focus: [{}] }, false],
    ['by the subject of its specimen', { specimen: { reference: 'Specimen/mother' } }, true],
    ['not by a specimen of the patient', { specimen: { reference: 'Specimen/own' } }, false],
    ['not by a specimen that names nobody', { specimen: { reference: 'Specimen/blood' } }, false],
    ['not by a specimen that is not there', { specimen: { reference: 'Specimen/gone' } }, false],
    ['not by a specimen beside no subject', { specimen: { reference: 'Specimen/mother' }, subject: undefined }, false],
    ['not where neither is named', {}, false],
  ])('%s', (_, fields, another) => {
    expect(isAboutAnother(observation(fields), context)).toBe(another);
  });
});

test.each<[string, unknown, string | undefined]>([
  ['a code', { reference: 'Specimen/blood' }, 'blood'],
  ['words', { reference: 'Specimen/words' }, 'urine'],
  ['the display of its reference', { display: 'Urine' }, 'urine'],
  ['a code before a display', { reference: 'Specimen/blood', display: 'Urine' }, 'blood'],
  ['a display before words', { reference: 'Specimen/words', display: 'Serum' }, 'blood'],
  ['words where its display says nothing', { reference: 'Specimen/words', display: 'Tube 1' }, 'urine'],
  ['nothing', { reference: 'Specimen/nothing' }, undefined],
  ['nothing that is there', { reference: 'Specimen/gone' }, undefined],
  ['no reference', undefined, undefined],
])('a specimen is named by %s', (_, specimen, name) => {
  expect(specimenNamed(observation({ specimen }), context)).toBe(name);
});

describe('the flag of a result', () => {
  const hl7 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
  const coded = (...codes: readonly string[]): Json => ({
    interpretation: codes.map((code) => ({ coding: [{ system: hl7, code }] })),
  });
  const text = (written: string): Json => ({ interpretation: [{ text: written }] });

  test.each<[string, Json, string | undefined]>([
    ['N', coded('N'), 'normal'],
    ['h in small letters, among blanks', coded(' h '), 'high'],
    ['LL', coded('LL'), 'low'],
    ['A', coded('A'), 'abnormal'],
    ['RR', coded('RR'), 'positive'],
    ['NR', coded('NR'), 'negative'],
    ['WR', coded('WR'), 'indeterminate'],
    ['H and HH, which say the same', coded('H', 'HH'), 'high'],
    ['H and L, which differ', coded('H', 'L'), undefined],
    [
      'H of version 2',
      {
        interpretation: [
          {
            coding: [
              { system: 'urn:oid:2.16.840.1.113883.5.83', code: 'X' },
              { system: 'http://hl7.org/v2/0078', code: 'H' },
            ],
          },
        ],
      },
      'high',
    ],
    ['H without a system', { interpretation: [{ coding: [{ code: 'H' }] }] }, 'high'],
    ['H of another system', { interpretation: [{ coding: [{ system: 'urn:local', code: 'H' }] }] }, undefined],
    [
      'H of another system whose text is low',
      { interpretation: [{ coding: [{ system: 'urn:local', code: 'H' }], text: 'low' }] },
      'low',
    ],
    ['a code before a text', { interpretation: [{ coding: [{ system: hl7, code: 'H' }], text: 'low' }] }, 'high'],
    [
      'an unknown code beside a text',
      { interpretation: [{ coding: [{ system: hl7, code: 'X' }], text: 'low' }] },
      'low',
    ],
    ['a concept that is no list', { interpretation: { text: 'high' } }, 'high'],
    ['正常', text('正常'), 'normal'],
    ['Critically high', text('Critically high'), 'high'],
    ['critical low', text('critical low'), 'low'],
    ['↑↑', text('↑↑'), 'high'],
    ['↓', text('↓'), 'low'],
    ['异常', text('异常'), 'abnormal'],
    ['Abnormal', text('Abnormal'), 'abnormal'],
    ['Positive', text('Positive'), 'positive'],
    ['阴性', text('阴性'), 'negative'],
    ['borderline', text('borderline'), 'indeterminate'],
    ['<LLOQ', text('<LLOQ'), undefined],
    ['see note', text('see note'), undefined],
    ['nothing', {}, undefined],
  ])('%s is read', (_, part, flag) => {
    expect(interpretationOf(part)).toBe(flag);
  });
});

describe('a total among the components of a score', () => {
  const component = (code: unknown): Json => ({ code });
  test.each<[string, readonly string[], unknown, boolean]>([
    ['is one', ['SLEDAI-2K'], { text: 'Total' }, true],
    ['is one of a score among others', ['ALT', 'SLEDAI-2K'], { text: 'Total' }, true],
    ['is one by one of its names', ['SLEDAI-2K'], { coding: [{ code: 'X', display: 'Total score' }], text: 'x' }, true],
    ['is none of what is no score', ['ALT'], { text: 'Total' }, false],
    ['is none by another name', ['SLEDAI-2K'], { text: 'Renal' }, false],
    ['is none without a name', ['SLEDAI-2K'], undefined, false],
  ])('%s', (_, names, code, total) => {
    expect(isTotalOf(names, component(code))).toBe(total);
  });
});
