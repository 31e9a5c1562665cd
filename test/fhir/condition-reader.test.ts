// Which diagnoses may count, and how sure and how current are they?

import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { isoRange } from '../../src/logic/calendar.ts';
import { day, recordOf } from '../builders.ts';
import { condition, clinically, verified } from '../facts/history-entries.ts';

const on = (from: string, to = from): string => isoRange({ from: day(from), to: day(to) });
const written = (days: { readonly from: number; readonly to: number } | undefined): string | undefined =>
  days === undefined ? undefined : isoRange(days);

const bare = (more: Json = {}): Json => ({ resourceType: 'Condition', code: { text: 'Asthma' }, ...more });
const read = (sent: Json, patient: Json = {}) => recordOf([sent], { patient }).conditions[0];

describe('a diagnosis', () => {
  test.each<[string, Json, unknown]>([
    ['that is confirmed', verified('confirmed'), ['confirmed', true]],
    ['that is provisional', verified('provisional'), ['possible', true]],
    ['without a status', {}, ['confirmed', false]],
    ['with a status that nobody knows', verified('x-17'), ['confirmed', false]],
  ])('%s has that certainty, or is confirmed without being said so', (_, more, expected) => {
    const entry = read(bare(more));
    expect([entry?.verification, entry?.verificationStated]).toEqual(expected);
  });

  test.each(['refuted', 'entered-in-error'])('that is %s does not count, and is named with the reason', (status) => {
    const { conditions, ignored } = recordOf([bare(verified(status))]);
    expect(conditions).toEqual([]);
    expect(ignored).toEqual([
      {
        reference: 'Condition/r1',
        name: 'Asthma',
        concept: { codings: [], text: 'Asthma' },
        why: { id: 'record.refuted', values: { status } },
      },
    ]);
  });

  test('without a name is none', () => {
    const { conditions, ignored } = recordOf([{ resourceType: 'Condition', code: {} }]);
    expect([conditions, ignored]).toEqual([[], []]);
  });

  test.each<[string, Json, string]>([
    ['active', clinically('active'), 'active'],
    ['active, though it ended', { ...clinically('active'), abatementDateTime: '2026' }, 'active'],
    ['in remission', clinically('remission'), 'inactive'],
    ['nothing, and ended on a day', { abatementDateTime: '2026-01-05' }, 'inactive'],
    ['nothing, and ended with a period', { abatementPeriod: { end: '2026-01-05' } }, 'inactive'],
    ['nothing, and ended at an age', { abatementAge: { value: 8, unit: 'a' } }, 'inactive'],
    ['nothing, and ended', { abatementBoolean: true }, 'inactive'],
    ['nothing, and did not end', { abatementBoolean: false }, 'not-stated'],
    ['nothing', {}, 'not-stated'],
  ])('whose status is %s is that', (_, more, clinical) => {
    expect(read(bare(more))?.clinical).toBe(clinical);
  });

  test('is not active by its status where one of its names is of the past', () => {
    const code = { text: 'History of asthma', coding: [{ code: 'J45', display: 'Asthma' }] };
    expect(read(bare({ ...clinically('active'), code }))?.clinical).toBe('not-stated');
    expect(read(bare({ ...clinically('inactive'), code }))?.clinical).toBe('inactive');
    expect(read(bare({ abatementBoolean: true, code }))?.clinical).toBe('inactive');
  });
});

describe('the days of a diagnosis', () => {
  test.each<[string, Json, string | undefined]>([
    ['a date', { abatementDateTime: '2026-01-05' }, on('2026-01-05')],
    ['the end of a period', { abatementPeriod: { start: '2025-12-01', end: '2026-01-05' } }, on('2026-01-05')],
    ['an age', { abatementAge: { value: 8, unit: 'a' } }, on('2020-03-15', '2021-03-14')],
    ['a date before a period', { abatementDateTime: '2026-01-05', abatementPeriod: { end: '2026' } }, on('2026-01-05')],
    ['nothing', { onsetDateTime: '2026-01-05' }, undefined],
  ])('on which it ended are told by %s', (_, more, days) => {
    expect(written(read(bare(more))?.abatement)).toBe(days);
  });

  const recorded = { recordedDate: '2025-06-01' };

  test.each<[string, Json, string | undefined]>([
    ['a date', { onsetDateTime: '2026-01-05' }, on('2026-01-05')],
    ['the start of a period', { onsetPeriod: { start: '2025-12-01', end: '2026-01-05' } }, on('2025-12-01')],
    ['a date before a period', { onsetDateTime: '2026-01-05', onsetPeriod: { start: '2025' } }, on('2026-01-05')],
    ['an age', { onsetAge: { value: 8, unit: 'a' }, ...recorded }, on('2020-03-15', '2021-03-14')],
    ['words', { onsetString: '2019年', ...recorded }, on('2019-01-01', '2019-12-31')],
    [
      'words that nobody reads: all her life until it was recorded',
      { onsetString: 'early', ...recorded },
      on('2012-03-15', '2025-06-01'),
    ],
    [
      'words that nobody reads, recorded before her birth',
      { onsetString: 'early', recordedDate: '2011-06-01' },
      on('2011-06-01'),
    ],
    ['words that nobody reads, without a day of record', { onsetString: 'early' }, undefined],
    ['nothing', recorded, undefined],
  ])('on which it began are told by %s', (_, more, days) => {
    expect(written(read(bare(more))?.onset)).toBe(days);
  });

  test('on which it began nobody can tell from words without a date of birth', () => {
    expect(read(bare({ onsetString: 'early', ...recorded }), { birthDate: undefined })?.onset).toBeUndefined();
  });

  test.each<[string, Json, string | undefined]>([
    ['recordedDate', { recordedDate: '2025-06-01', assertedDate: '2025-07-01' }, on('2025-06-01')],
    ['assertedDate, as STU3 has it', { assertedDate: '2025-07-01' }, on('2025-07-01')],
    ['nothing', {}, undefined],
  ])('on which it was recorded are told by %s', (_, more, days) => {
    expect(written(read(bare(more))?.recorded)).toBe(days);
  });
});

test('a diagnosis carries its reference, its resource and its name', () => {
  const entry = read({ ...condition('sct 195967001 Asthma'), id: 'c1' });
  expect(entry).toMatchObject({
    reference: 'Condition/c1',
    resource: { id: 'c1' },
    concept: { codings: [{ code: '195967001' }], text: 'Asthma' },
  });
});
