// What does the answer about other studies say of each, show, and announce?

import { describe, expect, it } from 'vitest';
import { otherTrials } from '../../src/facts/other-trials.ts';
import type { Json } from '../../src/fhir/record.ts';
import { isoDay } from '../../src/logic/calendar.ts';
import type { Finding } from '../../src/logic/finding.ts';
import { say } from '../../src/logic/message.ts';
import { day, recordOf, screeningOn, type RecordOptions } from '../builders.ts';
import { study, subject } from '../other-study.ts';

const ask = (resources: readonly Json[], planned?: string, options: RecordOptions = {}): Finding =>
  otherTrials(
    recordOf(resources, options),
    screeningOn('2026-06-01', planned === undefined ? {} : { plannedInfusion: day(planned) }),
    { ownStudy: 'NCT06222853', months: 3 },
  );
const reasons = ({ reason }: Finding): readonly unknown[] => {
  const { reasons: several } = reason.values;
  return Array.isArray(several) ? several : [reason];
};
const days = ({ turns }: Finding): readonly string[] => turns.map(({ on }) => isoDay(on));
const named = { study: 'A study of a drug' };
const within = { start: '2025-01-01', end: '2026-05-31' };
const observing = study({ category: [{ text: 'Observational' }] });

describe('the answer', () => {
  it('asks the family where nothing is recorded', () => {
    expect(ask([])).toMatchObject({ verdict: 'needs-investigator', reason: say('trials.ask'), missing: [] });
  });

  it('asks for her participation where the search was not complete', () => {
    const retrieved = { researchSubjects: { state: 'unavailable', reason: 'refused' } } as const;
    expect(ask([], undefined, { retrieved })).toMatchObject({
      verdict: 'unknown',
      reason: say('trials.incomplete'),
      missing: [{ what: say('trials.participation'), orders: [] }],
    });
  });

  it.each<[string, Json, Json, unknown]>([
    ['on-study', study(), { start: '2025-01-01' }, say('trials.taking-part', named)],
    ['off-study', study(), within, say('trials.ended-within', { ...named, months: 3, end: '2026-05-31' })],
    ['off-study', observing, within, say('trials.observational', { ...named, end: '2026-05-31' })],
    ['off-study', study({ category: undefined }), within, say('trials.kind-unknown', { ...named, end: '2026-05-31' })],
    ['off-study', study(), {}, say('trials.end-unknown', named)],
    ['withdrawn', study(), { end: '2026' }, say('trials.end-unknown', named)],
    ['on-study', study(), { end: '2026-02-28' }, say('trials.contradictory', { ...named, end: '2026-02-28' })],
    ['something-else', study(), {}, say('trials.status-unclear', named)],
  ])('to %s, %j, %j says why', (status, of, period, reason) => {
    expect(reasons(ask([of, subject(status, period)]))).toContainEqual(reason);
  });

  it('names the end that is missing', () => {
    expect(ask([study(), subject('off-study')]).missing).toEqual([{ what: say('trials.end-date', named), orders: [] }]);
  });

  it('takes an end on the first day that counts as within, and one of the day before not', () => {
    expect(ask([study(), subject('on-study', { end: '2026-03-01' })]).verdict).toBe('met');
    expect(ask([study(), subject('on-study', { end: '2026-02-28' })]).verdict).toBe('needs-investigator');
  });
});

it.each<[string, Json, Json, unknown]>([
  ['its title', study(), {}, 'A study of a drug'],
  ['the name in the participation', study({ title: undefined }), { display: 'A named study' }, 'A named study'],
  ['its number', study({ title: undefined, identifier: [{ value: 'NCT0999' }] }), {}, 'NCT0999'],
  ['nothing', study({ title: undefined }), {}, say('trials.unnamed')],
])('a study is called by %s', (_, of, name, expected) => {
  const { evidence } = ask([of, subject('on-study', {}, { study: { reference: 'ResearchStudy/s', ...name } })]);
  expect(evidence.map(({ label }) => label)).toEqual([say('trials.evidence', { study: expected } as never)]);
});

it('each study is shown with its status and its end, or its start', () => {
  const shown = (status: string, period: Json) =>
    ask([study(), subject(status, period)]).evidence.map(({ reference, value, date }) => [reference, value, date]);
  expect(shown('on-study', within)).toEqual([['ResearchSubject/r2', 'on-study', '2026-05-31']]);
  expect(shown('on-study', { start: '2025-01-01' })).toEqual([['ResearchSubject/r2', 'on-study', '2025-01-01']]);
  expect(shown('', {})).toEqual([['ResearchSubject/r2', '-', undefined]]);
});

it('this study, and one that was never entered, are shown as not counted', () => {
  const own = study({ id: 'own', identifier: [{ value: ' nct06222853 ' }] });
  const { ignored, evidence } = ask([
    own,
    study(),
    subject('on-study', {}, { study: { reference: 'ResearchStudy/own' } }),
    subject('candidate'),
    subject('off-study'),
  ]);
  expect(ignored.map(({ reference, label }) => [reference, label])).toEqual([
    ['ResearchSubject/r3', say('trials.own')],
    ['ResearchSubject/r4', say('trials.not-entered')],
  ]);
  expect(evidence.map(({ reference }) => reference)).toEqual(['ResearchSubject/r5']);
});

describe('is asked again', () => {
  it('when the months after the end are over, for an open end at both of its ends, and after the planned infusion', () => {
    expect(days(ask([study(), subject('off-study', { end: '2026-05-31' })]))).toEqual(['2026-08-31', '2026-09-01']);
    expect(days(ask([study(), subject('off-study', { end: '2026-05' })]))).toEqual([
      '2026-08-01',
      '2026-08-02',
      '2026-08-31',
      '2026-09-01',
    ]);
    expect(days(ask([study(), subject('on-study')], '2026-06-20'))).toEqual(['2026-06-21']);
    expect(days(ask([study(), subject('on-study')]))).toEqual([]);
  });

  it('when a study begins, which does not count before', () => {
    const future = ask([study(), subject('on-study', { start: '2026-06-02' })]);
    expect([future.verdict, days(future)]).toEqual(['needs-investigator', ['2026-06-02']]);
    expect(ask([study(), subject('on-study', { start: '2026-06-01' })]).verdict).toBe('met');
  });
});

it('counts back from the planned infusion, unless that day is over', () => {
  const ended = [study(), subject('off-study', { end: '2026-03-15' })];
  expect(ask(ended, '2026-06-16').verdict).toBe('needs-investigator');
  expect(ask(ended, '2026-06-15').verdict).toBe('met');
  const before = [study(), subject('off-study', { end: '2026-02-20' })];
  expect(ask(before, '2026-05-15').verdict).toBe('needs-investigator');
});
