import { describe, expect, it } from 'vitest';

import type { Json } from '../../../src/fhir/record.ts';
import { otherTrial } from '../../../src/protocols/nct06222853-5to18/e12-other-trial.ts';
import { ask } from '../../ask.ts';
import { day } from '../../builders.ts';
import { study, subject } from '../../other-study.ts';

const verdictOf = (...resources: readonly Json[]) => ask(otherTrial, resources).verdict;

describe('another interventional study', () => {
  it.each([
    ['on-study', 'met'],
    ['on-study-intervention', 'met'],
    ['on-study-observation', 'met'],
    ['follow-up', 'met'],
    ['pending-on-study', 'met'],
    ['candidate', 'needs-investigator'],
    ['potential-candidate', 'needs-investigator'],
    ['eligible', 'needs-investigator'],
    ['ineligible', 'needs-investigator'],
    ['screening', 'needs-investigator'],
    ['not-registered', 'needs-investigator'],
    ['something-else', 'needs-investigator'],
  ] as const)('with status %s is %s', (status, verdict) => {
    expect(verdictOf(study(), subject(status, { start: '2025-01-01' }))).toBe(verdict);
  });

  it.each([
    ['2026-05-31', 'met'],
    ['2026-03-02', 'met'],
    ['2026-03-01', 'met'],
    ['2026-02-28', 'needs-investigator'],
    ['2026-03', 'met'],
    ['2026', 'unknown'],
    [undefined, 'unknown'],
  ] as const)('left on %s is %s', (end, verdict) => {
    expect(verdictOf(study(), subject('off-study', { start: '2025-01-01', end }))).toBe(verdict);
    expect(verdictOf(study(), subject('withdrawn', { start: '2025-01-01', end }))).toBe(verdict);
  });

  it('counts back from the planned infusion where it is known', () => {
    const resources = [study(), subject('off-study', { end: '2026-03-15' })];
    expect(ask(otherTrial, resources).verdict).toBe('met');
    const later = ask(otherTrial, resources, { screening: { plannedInfusion: day('2026-06-16') } });
    expect(later.verdict).toBe('needs-investigator');
  });

  it('names the first day on which it no longer counts', () => {
    const { turns } = ask(otherTrial, [study(), subject('off-study', { end: '2025-11-30' })], { asOf: '2026-02-01' });
    expect(turns.map((turn) => turn.on)).toContain(day('2026-03-01'));
  });

  it('does not count before it begins', () => {
    expect(verdictOf(study(), subject('on-study', { start: '2026-06-02' }))).toBe('needs-investigator');
  });

  it('goes to the investigator when recorded as going on after its end', () => {
    expect(verdictOf(study(), subject('on-study', { end: '2025-01-01' }))).toBe('needs-investigator');
  });
});

describe('whether a study is interventional', () => {
  it.each([
    [{ category: [{ text: 'Observational' }] }, 'needs-investigator'],
    [{ category: [{ text: '观察性研究' }] }, 'needs-investigator'],
    [{ category: [{ text: 'Non-interventional' }] }, 'needs-investigator'],
    [{ category: [{ text: '干预性研究' }] }, 'met'],
    [{ category: [{ coding: [{ code: 'interventional' }] }] }, 'met'],
    [{ category: undefined }, 'needs-investigator'],
    [{ category: undefined, phase: { coding: [{ code: 'phase-2' }] } }, 'met'],
    [{ category: undefined, phase: { text: 'II期' } }, 'met'],
    [{ category: undefined, title: '二期梅毒患者随访' }, 'needs-investigator'],
    [{ category: undefined, phase: { coding: [{ code: 'n-a' }] } }, 'needs-investigator'],
    [{ category: undefined, primaryPurposeType: { coding: [{ code: 'treatment' }] } }, 'met'],
    [{ category: undefined, title: 'A randomised double-blind trial' }, 'met'],
    [{ category: undefined, title: '随机双盲安慰剂对照研究' }, 'met'],
    [{ category: undefined, title: 'Lupus registry' }, 'needs-investigator'],
    [{ category: [{ text: 'Interventional' }, { text: 'Observational' }] }, 'needs-investigator'],
  ])('%j is %s', (more, verdict) => {
    expect(verdictOf(study(more), subject('on-study'))).toBe(verdict);
  });

  it.each(['phase 2', 'Phase IIa', 'phase 2b', '2期', '2b期', 'Ⅱ期', 'IIa期', 'Ⅱb 期', '二期临床试验', '第二期研究'])(
    'a title with the words %s says that it is',
    (words) => {
      const titled = study({ category: undefined, title: `Study infusion ${words}` });
      expect(verdictOf(titled, subject('on-study'))).toBe('met');
    },
  );
});

describe('this study itself', () => {
  const own = [{ system: 'https://clinicaltrials.gov', value: 'NCT06222853' }];

  it.each([
    [study({ identifier: own }), {}],
    [study({ id: 'other' }), { study: { identifier: own[0] } }],
    [study({ id: 'other' }), { study: { reference: 'https://clinicaltrials.gov/study/NCT06222853' } }],
    [study({ id: 'other' }), { study: { display: 'NCT06222853 CD19 CAR-T' } }],
    [study({ id: 'other' }), { contained: [study({ identifier: own })], study: { reference: '#s' } }],
  ])('never counts (%#)', (researchStudy, more) => {
    const found = ask(otherTrial, [researchStudy, subject('on-study', {}, more)]);
    expect(found.verdict).toBe('needs-investigator');
    expect(found.ignored).toHaveLength(1);
  });

  it('is not confused with a study whose title cites it', () => {
    const citing = study({ identifier: [{ value: 'NCT09999999' }], title: 'Follow-up after NCT06222853' });
    expect(verdictOf(citing, subject('on-study'))).toBe('met');
  });
});

it('reads the stage of later FHIR versions from progress', () => {
  const progress = [
    { subjectState: { coding: [{ code: 'on-study' }] }, startDate: '2025-01-01', endDate: '2026-05-01' },
    { subjectState: { coding: [{ code: 'off-study' }] }, startDate: '2026-05-01' },
  ];
  const found = ask(otherTrial, [study(), subject('active', {}, { progress })]);
  expect(found).toMatchObject({ verdict: 'met', evidence: [{ value: 'off-study', date: '2026-05-01' }] });
});

it('asks the family when nothing is on record, and says so when the search was incomplete', () => {
  expect(verdictOf()).toBe('needs-investigator');
  const retrieved = { researchSubjects: { state: 'unavailable', reason: 'forbidden' } } as const;
  expect(ask(otherTrial, [], { retrieved })).toMatchObject({ verdict: 'unknown' });
  expect(ask(otherTrial, [study(), subject('on-study')], { retrieved }).verdict).toBe('met');
});
