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

describe('the state of a participation', () => {
  const state = (code: string): Json => ({ coding: [{ display: 'x' }, { code }] });
  const stage = (code: string, startDate?: string, endDate?: string): Json => ({
    subjectState: state(code),
    startDate,
    endDate,
  });
  const progress = (...stages: readonly Json[]) => read({ status: 'active', progress: stages })[0];

  it.each<[unknown, string]>([
    ['On-Study', 'on-study'],
    [{ coding: [{ display: 'x' }, { code: 'On-Study' }], text: 'y' }, 'on-study'],
    [{ text: 'On-Study' }, 'on-study'],
    [undefined, ''],
  ])('sent as %j is "%s"', (status, expected) => {
    expect(read({ status })[0]?.status).toBe(expected);
  });

  it.each(['subjectState', 'studyState', 'state'])('of a stage is told by its %s', (key) => {
    expect(progress({ [key]: state('on-study'), startDate: '2025-01-01' })?.status).toBe('on-study');
  });

  it('is that of the latest stage, of an open one before a closed one, and of one without a date, which may be now', () => {
    const closed = stage('screening', '2025-01-01', '2025-02-01');
    const open = stage('on-study', '2025-01-01');
    expect([progress(closed, open)?.status, progress(open, closed)?.status]).toEqual(['on-study', 'on-study']);
    expect(progress(stage('withdrawn', '2025-01-01'), stage('on-study', '2026-01-01'))?.status).toBe('on-study');
    const undated = stage('x-17');
    expect([progress(closed, undated)?.status, progress(undated, closed)?.status]).toEqual(['x-17', 'x-17']);
    expect(progress({ startDate: '2026-01-01' }, closed)?.status).toBe('screening');
    expect(progress({ startDate: '2026-01-01' })?.status).toBe('active');
  });

  it('begins and ends with its stage, where no period is given', () => {
    expect(progress(stage('on-study', '2025-01-01', '2025-02-01'))).toMatchObject({
      start: { from: day('2025-01-01') },
      end: { from: day('2025-02-01') },
    });
    expect(progress(stage('Withdrawn', '2025-01-01'))).toMatchObject({
      start: undefined,
      end: { from: day('2025-01-01') },
    });
  });

  it('that was entered in error is named with the reason', () => {
    const ignored = (more: Json) =>
      recordOf([
        {
          resourceType: 'ResearchSubject',
          id: 'r',
          status: 'entered-in-error',
          individual: { reference: 'Patient/p' },
          ...more,
        },
        study,
      ]).ignored[0];
    expect(ignored({ study: { reference: 'ResearchStudy/s', display: 'shown' } })).toEqual({
      reference: 'ResearchSubject/r',
      name: 'A trial',
      why: { id: 'record.status-does-not-count', values: { status: 'entered-in-error' } },
    });
    expect(ignored({ study: { display: 'shown' } })?.name).toBe('shown');
    expect(ignored({})?.name).toBe('ResearchSubject');
  });
});
