import { describe, expect, it } from 'vitest';

import type { Json } from '../../src/fhir/record.ts';
import { day, recordOf } from '../builders.ts';

const study: Json = {
  resourceType: 'ResearchStudy',
  id: 's',
  title: 'A trial',
  identifier: [{ value: 'NCT01234567' }],
};
const read = (more: Json, ...others: readonly Json[]) =>
  recordOf([
    { resourceType: 'ResearchSubject', status: 'on-study', individual: { reference: 'Patient/p' }, ...more },
    ...others,
  ]).trials;

describe('a study participation', () => {
  it.each([
    [{ study: { reference: 'ResearchStudy/s' } }],
    [{ study: { reference: '#c' }, contained: [{ ...study, id: 'c' }] }],
    [{ study: { identifier: { value: 'NCT01234567' } } }],
    [{ study: { reference: 'https://clinicaltrials.gov/study/NCT01234567' } }],
    [{ study: { display: 'Trial NCT01234567' } }],
  ])('finds the identifier of its study: %j', (more) => {
    expect(read(more, study)[0]?.studyIdentifiers.map(({ value }) => value)).toEqual(['NCT01234567']);
  });

  it('of a study that cites another number in its title keeps its own', () => {
    const citing = { ...study, title: 'Follow-up of NCT06222853' };
    const [trial] = read({ study: { reference: 'ResearchStudy/s' } }, citing);
    expect(trial?.studyIdentifiers.map(({ value }) => value)).toEqual(['NCT01234567']);
  });

  it('reads its period', () => {
    const [trial] = read({ period: { start: '2025-11', end: '2026-04-01' } });
    expect(trial).toMatchObject({ start: { from: day('2025-11-01') }, end: { from: day('2026-04-01') } });
  });

  it('takes the latest stage of later FHIR versions, in whatever order they are sent', () => {
    const stages = [
      { subjectState: { coding: [{ code: 'on-study' }] }, startDate: '2025-01-01' },
      { subjectState: { coding: [{ code: 'withdrawn' }] }, startDate: '2026-02-01' },
    ];
    for (const progress of [stages, stages.toReversed()]) {
      expect(read({ status: 'active', progress })).toMatchObject([
        { status: 'withdrawn', end: { from: day('2026-02-01') } },
      ]);
    }
  });

  it('entered in error does not count', () => {
    expect(read({ status: 'entered-in-error' })).toEqual([]);
  });

  it('without its study is of unknown kind', () => {
    expect(read({ study: { reference: 'ResearchStudy/elsewhere' } })).toMatchObject([
      { study: undefined, interventional: 'not-stated' },
    ]);
  });
});
