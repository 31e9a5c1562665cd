import { describe, expect, it } from 'vitest';

import type { Json } from '../../src/fhir/record.ts';
import { day, recordOf } from '../builders.ts';

const read = (more: Json) =>
  recordOf([{ resourceType: 'Immunization', status: 'completed', vaccineCode: { text: 'MMR' }, ...more }]);

describe('a vaccination', () => {
  it.each([
    [{ occurrenceDateTime: '2026-05' }, day('2026-05-01'), day('2026-05-31')],
    [{ occurrenceDateTime: '2026-05-03T16:30:00Z' }, day('2026-05-04'), day('2026-05-04')],
    [{ occurrenceString: '2026年5月3日' }, day('2026-05-03'), day('2026-05-03')],
    [{ occurrenceString: '2026年5月' }, day('2026-05-01'), day('2026-05-31')],
    [{ occurrenceString: '2026/5/3' }, day('2026-05-03'), day('2026-05-03')],
    [{ occurrenceString: '2026' }, day('2026-01-01'), day('2026-12-31')],
  ])('%j has its days', (more, from, to) => {
    expect(read(more).immunizations).toMatchObject([{ when: { from, to }, whenText: undefined }]);
  });

  it.each(['as an infant', '2026年13月', ''])('keeps "%s" as words', (occurrenceString) => {
    const [entry] = read({ occurrenceString }).immunizations;
    expect(entry?.when).toBeUndefined();
    expect(entry?.whenText ?? '').toBe(occurrenceString);
  });

  it.each([
    ['completed', true],
    ['Completed', true],
    ['done', false],
    [undefined, false],
  ])('with status %s surely given: %s', (status, sure) => {
    expect(read({ status }).immunizations).toMatchObject([{ sure }]);
  });

  it.each(['not-done', 'entered-in-error'])('with status %s is shown and does not count', (status) => {
    const record = read({ status });
    expect(record.immunizations).toEqual([]);
    expect(record.ignored).toHaveLength(1);
  });

  it('that names no vaccine is kept', () => {
    expect(read({ vaccineCode: undefined }).immunizations).toHaveLength(1);
  });
});

it('is some vaccine where none is named', () => {
  const [entry] = read({ vaccineCode: undefined }).immunizations;
  expect(entry?.concept).toStrictEqual({ codings: [], text: 'Immunization' });
  expect(read({}).immunizations[0]?.concept).toStrictEqual({ codings: [], text: 'MMR' });
});

it.each(['not-done', 'entered-in-error'])('that is %s does not count, and is named with the reason', (status) => {
  const { immunizations, ignored } = read({ status });
  expect(immunizations).toEqual([]);
  expect(ignored).toEqual([
    { reference: 'Immunization/r1', name: 'MMR', why: { id: 'record.status-does-not-count', values: { status } } },
  ]);
});
