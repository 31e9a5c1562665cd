// On which days does a drug begin that is dated ahead, and on which is what an entry covers read anew?

import { describe, expect, it } from 'vitest';
import { drugsAhead, drugTurnsAhead, windowTurns } from '../../../src/facts/drugs/turns.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import type { Turn } from '../../../src/logic/finding.ts';
import { isOneOf } from '../../../src/terminology/drugs.ts';
import { recordOf, screeningOn } from '../../builders.ts';
import { statement } from '../history-entries.ts';
import { order } from '../standard-treatment/lupus-drugs.ts';

const today = screeningOn('2026-06-01');
const days = (turns: readonly Turn[]): readonly string[] => turns.map(({ on }) => isoDay(on));

describe('a chart with drugs', () => {
  it.each<[string, readonly Json[], readonly string[]]>([
    ['no drug of today', [order('泼尼松片', '2026-06-01')], []],
    ['a drug of tomorrow, once', [order('泼尼松片', '2026-06-02')], ['2026-06-02']],
    [
      'a drug ordered tomorrow',
      [order('泼尼松片', '2026-06-02', undefined, { dosageInstruction: [] })],
      ['2026-06-02'],
    ],
    ['nothing of a drug without a day', [statement('prednisone', '', { effectivePeriod: undefined })], []],
    [
      'a drug ordered for later, on both days',
      [order('泼尼松片', '2026-06-10', undefined, { authoredOn: '2026-06-05' })],
      ['2026-06-05', '2026-06-10'],
    ],
    [
      'when a drug that was stopped is over',
      [order('泼尼松片', '2026-05-01', '2026-06-20', { status: 'stopped' })],
      ['2026-06-20'],
    ],
  ])('announces %s', (_, resources, expected) => {
    expect(days(drugTurnsAhead(recordOf(resources), today))).toEqual(expected);
  });
});

describe('a chart with drugs in question', () => {
  const undosed: Json = { dosageInstruction: undefined };
  const routeless: Json = {
    resourceType: 'MedicationStatement',
    id: 'r1',
    status: 'active',
    medicationCodeableConcept: { text: 'tacrolimus' },
  };

  it.each<[string, Json, readonly string[]]>([
    ['an agent of tomorrow', order('硫唑嘌呤片', '2026-06-02'), ['2026-06-02']],
    ['not one of today', order('硫唑嘌呤片', '2026-06-01'), []],
    ['an agent ordered tomorrow', order('硫唑嘌呤片', '2026-06-02', undefined, undosed), ['2026-06-02']],
    ['an agent taken since a later day', { ...routeless, effectivePeriod: { start: '2026-07' } }, ['2026-07-01']],
    ['not one without a day', { ...routeless, effectivePeriod: undefined }, []],
    ['not another drug', order('泼尼松片', '2026-06-02'), []],
    ['not a drug that nobody knows', order('小白片', '2026-06-02'), []],
  ])('announces %s', (_, resource, expected) => {
    const concerns = isOneOf(new Set(['azathioprine', 'tacrolimus']));
    expect(days(drugsAhead(recordOf([resource]), today, concerns))).toEqual(expected);
  });
});

describe('a window of ten days', () => {
  it.each<[string, Json, readonly string[]]>([
    [
      'a drug enters when it begins and leaves it after',
      statement('prednisone', '2026-06-05'),
      ['2026-06-05', '2026-06-16'],
    ],
    ['a drug of today only leaves', statement('prednisone', '2026-06-01'), ['2026-06-12']],
    ['a drug has left today', statement('prednisone', '2026-05-21'), []],
    ['a drug leaves tomorrow', statement('prednisone', '2026-05-22'), ['2026-06-02']],
    [
      'a drug may begin on any day of a month, and may end',
      statement('prednisone', '', { effectivePeriod: { start: '2026-06', end: '2026-07-04' } }),
      ['2026-06-12', '2026-06-30', '2026-07-04', '2026-07-11', '2026-07-15'],
    ],
    ['a drug of no day neither enters nor leaves', statement('prednisone', '', { effectivePeriod: undefined }), []],
  ])('%s', (_, resource, expected) => {
    const turns = windowTurns(recordOf([resource]).medications, today, 10);
    expect([...new Set(days(turns))].sort()).toEqual(expected);
  });
});
