// What will the record say of glucocorticoids up to a day that lies ahead?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { glucocorticoidCourse, plannedPieces } from '../../../src/facts/glucocorticoids/course.ts';
import { corticosteroidsOn } from '../../../src/facts/glucocorticoids/orders.ts';
import { bodySizeOf } from '../../../src/facts/results/weight.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { day, recordOf, screeningOn } from '../../builders.ts';
import { pieceText, segmentText } from './piece.ts';
import { administration, ago, asked, daily, order, prednisone, today, weighing } from './prednisone.ts';

const now = day(today);

function courseOf(resources: readonly Json[]) {
  const record = recordOf(resources);
  const course = glucocorticoidCourse(record, corticosteroidsOn(record, now), bodySizeOf(record, screeningOn(today)));
  return { record, course };
}

/** The pieces up to 100 days ahead. */
const planned = (...resources: readonly Json[]): readonly string[] => {
  const { record, course } = courseOf(resources);
  return plannedPieces(record, course, now, now + 100).map((each) => pieceText(each).replaceAll(/ \w+\//g, ' '));
};

it('a course is its orders, its pieces and its days', () => {
  const { course } = courseOf([
    prednisone(40, 20, 5),
    prednisone(20, 9, 0),
    order('budesonide capsule', [daily(9, 9)]),
    ...weighing(40),
  ]);
  expect(course.orders.map(({ exposure }) => exposure.reference)).toEqual([
    'MedicationRequest/r1',
    'MedicationRequest/r2',
  ]);
  expect(course.notes.map(({ exposure, note }) => [exposure.reference, note])).toEqual([
    ['MedicationRequest/r3', 'not-systemic'],
  ]);
  expect([course.pieces.length, course.overlaps]).toEqual([3, true]);
  expect(course.segments.map(segmentText)).toEqual([
    '20-10: 40 mg, 1 a kg, MedicationRequest/r1',
    '9-5: 20..60 mg, 0.5..1.5 a kg, MedicationRequest/r1 MedicationRequest/r2',
    '4-0: 20 mg, 0.5 a kg, MedicationRequest/r2',
  ]);
});

describe('what is planned', () => {
  const prn = { ...daily(5, 50), asNeededBoolean: true };

  it.each<readonly [string, readonly Json[], readonly string[]]>([
    ['nothing', [], []],
    ['what ended yesterday stays', [prednisone(40, 9, 1)], ['9-1: 40 mg of r1']],
    ['what ends today', [prednisone(40, 9, 0)], ['9-0: 40 mg of r1']],
    ['what ends after today', [prednisone(40, 9, -20)], ['9--20: 40 mg of r1']],
    ['what has no end goes on', [prednisone(40, 9)], ['9--100: 40 mg of r1']],
    ['what lies ahead', [prednisone(40, -10, -20)], ['-10--20: 40 mg of r1']],
    ['what lies too far ahead', [prednisone(40, -101, -120)], []],
    [
      'what goes on to the next order',
      [prednisone(40, 9), prednisone(20, -10)],
      ['9--9: 40 mg of r1', '-10--100: 20 mg of r2'],
    ],
    [
      'what ended, and what goes on',
      [prednisone(40, 20, 12), prednisone(20, 9)],
      ['20-12: 40 mg of r1', '9--100: 20 mg of r2'],
    ],
    [
      'what was given, and what will be',
      [administration('prednisone', 40, ago(0), 'oral'), administration('prednisone', 60, ago(-3), 'oral')],
      ['0: 40 mg of r1', '-3: 60 mg of r2'],
    ],
    [
      'what is taken daily beside what is taken only when needed',
      [order('prednisone tablet', [prn, daily(50, 50)], { authoredOn: ago(50) })],
      ['50--100: 50 mg of r1'],
    ],
    ['what is taken only when needed', [order('prednisone tablet', [prn])], []],
    ['what has no equivalence', [order('meprednisone tablet', [daily(50, 50)])], ['50--100: unreadable of r1']],
    [
      'what never counts',
      [order('fludrocortisone tablet', [daily(0.1, 50)]), order('budesonide capsule', [daily(9, -5)])],
      [],
    ],
    [
      'what is local, and what has no day',
      [order('dexamethasone eye drops', [{ ...daily(1, 9), route: undefined }]), order('prednisone tablet', [])],
      [],
    ],
    ['other drugs', [order('metformin tablet', [daily(1, 9)])], []],
  ])('%s', (_, resources, expected) => {
    expect(planned(...resources)).toEqual(expected);
    // Beside another drug that goes on.
    const beside = order('hydrocortisone tablet', [daily(20, 3)], { id: 'beside' });
    expect(planned(...resources, beside).toSorted()).toEqual([...expected, '3--100: 5 mg of beside'].toSorted());
  });
});

describe('the day on which the answer changes is announced', () => {
  it.each<readonly [string, Json, string]>([
    [
      'of what is taken daily beside what is taken only when needed',
      order('prednisone tablet', [{ ...daily(5, 50), asNeededBoolean: true }, daily(50, 50)], { authoredOn: ago(50) }),
      'needs-investigator',
    ],
    [
      'of a glucocorticoid without an equivalence',
      order('meprednisone tablet', [daily(50, 50)], { authoredOn: ago(50) }),
      'unknown',
    ],
  ])('%s', (_, resource, verdict) => {
    const ask = (days: number) => asked([resource, ...weighing(40)], { on: ago(-days) });
    expect([ask(0), ask(32), ask(33)].map((each) => each.verdict)).toEqual(['not-met', 'not-met', verdict]);
    expect(ask(0).turns.map(({ on }) => isoDay(on))).toContain(ago(-33));
  });
});
