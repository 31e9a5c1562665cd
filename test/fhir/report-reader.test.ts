// When was what a diagnostic report concludes?

import { expect, it } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { isoRange } from '../../src/logic/calendar.ts';
import { recordOf } from '../builders.ts';
import { report } from '../facts/history-entries.ts';

const dayOf = (more: Json): string | undefined => {
  const when = recordOf([report('normal', '', { effectiveDateTime: undefined, ...more })]).reports[0]?.when;
  return when === undefined ? undefined : isoRange(when);
};

it.each<readonly [string, Json, string | undefined]>([
  ['the day it is about', { effectiveDateTime: '2026-05-01', issued: '2026-05-04T10:00:00+08:00' }, '2026-05-01'],
  [
    'the end of its time',
    { effectivePeriod: { start: '2026-05-01', end: '2026-05-02' }, issued: '2026-05-04T10:00:00+08:00' },
    '2026-05-02',
  ],
  ['the begin of its time', { effectivePeriod: { start: '2026-05-01' } }, '2026-05-01'],
  ['the day it was issued, where there is no other', { issued: '2026-05-04T10:00:00+08:00' }, '2026-05-04'],
  ['that day in Shanghai', { issued: '2026-05-03T17:00:00Z' }, '2026-05-04'],
  ['no day', {}, undefined],
])('%s', (_, more, day) => {
  expect(dayOf(more)).toBe(day);
});
