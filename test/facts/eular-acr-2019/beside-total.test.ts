// Does what stands beside a recorded total show a clinical item, and when is the classification asked again?

import { describe, expect, it } from 'vitest';
import { classifiedAsSle } from '../../../src/facts/eular-acr-2019/classification.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';
import { observation, recordOf, screeningOn } from '../../builders.ts';
import { report } from '../sledai-2k/builders.ts';
import { whole } from '../whole.ts';
import { ana, dna, lowC3, protein, sle, total } from './builders.ts';

const ask = (resources: readonly Json[]) => whole(classifiedAsSle(recordOf(resources), screeningOn('2026-06-01')));

describe('a total and what stands beside it, without a diagnosis', () => {
  const listing = (...parts: readonly Json[]): Json => ({
    component: parts.map((part) => ({ code: { text: 'Joints' }, ...part })),
  });
  it.each<[Verdict, string, readonly Json[]]>([
    ['met', '13', [total(13)]],
    ['needs-investigator', 'one of 13 and one of 12', [total(13), total(12)]],
    ['unknown', 'one of 12 and one of 9', [total(12), total(9), protein]],
    ['met', 'one of 10 with a note and one of 11 without', [total(10, { note: [{ text: 'arthritis' }] }), total(11)]],
    ['needs-investigator', 'a note without a text', [total(10, { note: [{}] })]],
    [
      'needs-investigator',
      'a note in which the clinical items have no points',
      [total(10, { note: [{ text: 'fever 0, joints: 0分; anti-dsDNA 6 + C3 and C4 4' }] })],
    ],
    ['met', 'a note in which one clinical item has points', [total(10, { note: [{ text: 'fever 0, arthritis 6' }] })]],
    ['met', 'a component of whole points', [total(10, listing({ valueInteger: 6 }))]],
    ['met', 'a component of points', [total(10, listing({ valueDecimal: 6 }))]],
    ['met', 'a component with a quantity', [total(10, listing({ valueQuantity: { value: 6 } }))]],
    [
      'needs-investigator',
      'a component with a quantity of nothing',
      [total(10, listing({ valueQuantity: { value: 0 } }))],
    ],
    ['met', 'a component with yes', [total(10, listing({ valueBoolean: true }))]],
    ['needs-investigator', 'a component with no', [total(10, listing({ valueBoolean: false }))]],
    ['needs-investigator', 'a component without an answer', [total(10, listing({}))]],
    ['needs-investigator', 'a component without a name', [total(10, listing({ code: undefined, valueInteger: 6 }))]],
    ['met', 'a report that names an item', [report('2019 EULAR/ACR评分：10分，关节炎', '2023-03-20')]],
    ['needs-investigator', 'a report that names none', [report('2019 EULAR/ACR评分：10分', '2023-03-20')]],
  ])('is %s by %s', (verdict, _, resources) => {
    expect(ask([ana('1:80'), ...resources]).verdict).toBe(verdict);
  });
});

it.each<[string, Json, readonly string[]]>([
  ['a total', total(23, { effectiveDateTime: '2026-06-02' }), ['2026-06-02']],
  ['an antibody', ana('1:80', '2026-06-10'), ['2026-06-10']],
  ['a diagnosis', { ...sle, onsetDateTime: '2026-06-02' }, ['2026-06-02']],
  ['a diagnosis of a month', { ...sle, onsetDateTime: '2026-07' }, ['2026-07-01', '2026-07-31']],
  ['a diagnosis of this month', { ...sle, onsetDateTime: '2026-06' }, ['2026-06-30']],
  ['a result that may prove an item', { ...dna, effectiveDateTime: '2026-06-02' }, ['2026-06-02']],
  ['a result of a month', { ...lowC3, effectiveDateTime: '2026-07' }, ['2026-07-01', '2026-07-31']],
  ['a protein of the urine', { ...protein, effectiveDateTime: '2026-06-02' }, ['2026-06-02']],
  ['a sign of haemolysis', observation('2532-0', 600, 'U/L', '2026-06-02'), ['2026-06-02']],
  ['a result of something else', observation('1742-6', 600, 'U/L', '2026-06-02'), []],
  ['a report', report('狼疮性肾炎', '2026-06-02'), ['2026-06-02']],
  ['a diagnosis of today', { ...sle, onsetDateTime: '2026-06-01' }, []],
  ['a diagnosis without a date', { ...sle, onsetDateTime: undefined }, []],
])('%s is asked again on its day, if that lies ahead', (_, resource, days) => {
  expect(ask([resource]).days).toEqual(days);
});
