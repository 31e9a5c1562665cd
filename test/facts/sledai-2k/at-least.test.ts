import { describe, expect, test } from 'vitest';
import { sledaiAtLeast } from '../../../src/facts/sledai-2k/at-least.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { observation, recordOf, screeningOn, textObservation, day } from '../../builders.ts';
import type { RecordOptions } from '../../builders.ts';
import type { Attribution } from '../../../src/facts/screening.ts';
import { diagnosis, report, total, totalNamed, withLower, withUpper } from './builders.ts';

const options = { windowDays: 30, arthritisJoints: 2 };

const asked = (
  resources: readonly Json[],
  more: RecordOptions & { attributions?: readonly Attribution[]; limit?: number } = {},
) =>
  sledaiAtLeast(
    more.limit ?? 8,
    recordOf(resources, more),
    screeningOn('2026-06-01', { attributions: more.attributions ?? [] }),
    options,
  );

/** Laboratory items of 8 points: proteinuria 4, low complement 2, DNA binding 2. */
const eightPoints = (date = '2026-05-20'): readonly Json[] => [
  observation('2889-4', 0.9, 'g/(24.h)', date),
  observation('4485-9', 0.5, 'g/L', date, withLower(0.9, 'g/L')),
  observation('5130-0', 180, '[IU]/mL', date, withUpper(100, '[IU]/mL')),
];

describe('the recorded total decides', () => {
  test.each([
    ['met', 'is at the limit', [total(8, '2026-05-28')]],
    ['not-met', 'is one point below', [total(7, '2026-05-28')]],
    ['met', 'is 30 days old', [total(14, '2026-05-02')]],
    ['unknown', 'is 31 days old', [total(14, '2026-05-01')]],
    [
      'met',
      'is dated in UTC on the evening before, which is the 30th day in Shanghai',
      [total(14, '2026-05-01T17:00:00Z')],
    ],
    ['unknown', 'is dated after the screening', [total(14, '2026-06-02')]],
    ['unknown', 'has no date', [total(14, '2026-05-28', { effectiveDateTime: undefined })]],
    ['unknown', 'was entered in error', [total(14, '2026-05-28', { status: 'entered-in-error' })]],
    ['unknown', 'is preliminary', [total(14, '2026-05-28', { status: 'preliminary' })]],
    ['unknown', 'is above 105', [total(106, '2026-05-28')]],
    ['met', 'is 105', [total(105, '2026-05-28')]],
    ['unknown', 'is not a whole number', [total(8.5, '2026-05-28')]],
    ['unknown', 'is unreadable and newer than a readable one', [total(14, '2026-05-20'), total(140, '2026-05-28')]],
    ['met', 'is only a text', [totalNamed('SLEDAI-2K', 8, '2026-05-28')]],
    ['met', 'repeats its name', [textObservation('SLEDAI-2K', 'SLEDAI-2K: 12', '2026-05-28')]],
    ['met', 'carries a remark', [textObservation('SLEDAI-2K评分', '14分（中重度活动）', '2026-05-28')]],
    ['unknown', 'is a remark alone', [textObservation('SLEDAI-2K评分', '重度活动', '2026-05-28')]],
    ['met', 'is a Chinese text with 分', [textObservation('SLEDAI-2K评分', '14分', '2026-05-28')]],
    ['met', 'is written SLEDAI-2000', [totalNamed('SLEDAI-2000', 9, '2026-05-28')]],
    ['not-met', 'is below in a report', [report('SLEDAI-2K评分：6分。', '2026-05-28')]],
    ['met', 'stands in a Chinese report', [report('系统性红斑狼疮，SLEDAI-2K评分：14分，建议住院。', '2026-05-28')]],
    ['met', 'stands in an English report', [report('Active disease. SLEDAI-2K: 12. Plan: admit', '2026-05-28')]],
    [
      'met',
      'is the conclusion of a report named after it',
      [report('14分', '2026-05-28', { code: { text: 'SLEDAI-2K评分' } })],
    ],
    ['unknown', 'is a change in a report', [report('SLEDAI-2K 18→6', '2026-05-28')]],
    ['unknown', 'is an earlier occasion in a report', [report('入院时SLEDAI-2K评分18分', '2026-05-28')]],
    ['unknown', 'stands in a report beside an older date', [report('2026-01-10 SLEDAI-2K评分18分', '2026-05-28')]],
    ['unknown', 'differs between two results of one day', [total(8, '2026-05-28'), total(6, '2026-05-28')]],
    [
      'met',
      'is repeated in a report of the same day',
      [total(14, '2026-05-28'), report('SLEDAI-2K：14', '2026-05-28')],
    ],
    ['not-met', 'fell since an older total', [total(14, '2026-05-10'), total(4, '2026-05-28')]],
    ['unknown', 'is an open comparison', [textObservation('SLEDAI-2K', '>5', '2026-05-28')]],
    ['met', 'is a comparison above the limit', [textObservation('SLEDAI-2K', '>8', '2026-05-28')]],
    ['not-met', 'is a comparison below the limit', [textObservation('SLEDAI-2K', '<8', '2026-05-28')]],
  ])('%s: the total %s', (verdict, _, resources) => {
    expect(asked(resources).verdict).toBe(verdict);
  });

  test('activity from 7 points accepts 7 and not 6', () => {
    expect(asked([total(7, '2026-05-28')], { limit: 7 }).verdict).toBe('met');
    expect(asked([total(6, '2026-05-28')], { limit: 7 }).verdict).toBe('not-met');
  });

  test('a total turns stale the day after its window', () => {
    const found = asked([total(14, '2026-05-28')]);
    expect(found.turns.map(({ on }) => isoDay(on))).toContain('2026-06-28');
  });

  test('a stale total is flagged and shown with its date', () => {
    const found = asked([total(14, '2026-03-18')]);
    expect(found.flags).toEqual(['STALE:SLEDAI']);
    expect(found.evidence[0]).toMatchObject({ value: '14 score', date: '2026-03-18' });
    expect(found.missing.length).toBeGreaterThan(0);
  });

  test('results that may have been missed leave it unknown', () => {
    const partial = { state: 'partial', reason: 'cut off' } as const;
    expect(asked([total(14, '2026-05-28')], { retrieved: { observations: partial } }).verdict).toBe('unknown');
    expect(asked([total(14, '2026-05-28')], { retrieved: { diagnosticReports: partial } }).verdict).toBe('unknown');
    const since = { ...partial, completeSince: day('2026-05-01') };
    expect(asked([total(14, '2026-05-28')], { retrieved: { observations: since } }).verdict).toBe('met');
  });
});

describe('other versions of the score', () => {
  test.each([
    ['met', 'a 1992 total of 8', 'SLEDAI 1992', 8],
    ['unknown', 'a 1992 total of 7', 'SLEDAI 1992', 7],
    ['needs-investigator', 'a SELENA-SLEDAI of 20', 'SELENA-SLEDAI', 20],
    ['needs-investigator', 'a SELENA-SLEDAI of 2', 'SELENA-SLEDAI', 2],
    ['met', 'a plain SLEDAI of 8', 'SLEDAI', 8],
    ['not-met', 'a plain SLEDAI of 7', 'SLEDAI', 7],
  ])('%s: %s', (verdict, _, name, value) => {
    expect(asked([totalNamed(name, value, '2026-05-28')]).verdict).toBe(verdict);
  });

  test('a plain SLEDAI is flagged', () => {
    expect(asked([totalNamed('SLEDAI', 9, '2026-05-28')]).flags).toEqual(['SLEDAI_VERSION_NOT_STATED']);
  });

  test('a SLEDAI-2K goes before a newer SELENA-SLEDAI', () => {
    const both = [total(4, '2026-05-10'), totalNamed('SELENA-SLEDAI', 20, '2026-05-28')];
    expect(asked(both).verdict).toBe('not-met');
  });
});

describe('a form', () => {
  const item = (text: string, value: boolean): Json => ({ linkId: text, text, answer: [{ valueBoolean: value }] });
  const names = [
    'Seizure',
    'Psychosis',
    'Organic brain syndrome',
    'Visual disturbance',
    'Cranial nerve disorder',
    'Lupus headache',
    'CVA',
    'Vasculitis',
    'Arthritis',
    'Myositis',
    'Urinary casts',
    'Hematuria',
    'Proteinuria',
    'Pyuria',
    'Rash',
    'Alopecia',
    'Mucosal ulcers',
    'Pleurisy',
    'Pericarditis',
    'Low complement',
    'Increased DNA binding',
    'Fever',
    'Thrombocytopenia',
    'Leukopenia',
  ];
  const form = (yes: readonly string[], answered = names, more: readonly Json[] = []): Json => ({
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    questionnaire: 'http://hospital.example.org/Questionnaire/sledai-2k',
    authored: '2026-05-28',
    item: [...answered.map((name) => item(name, yes.includes(name))), ...more],
  });
  const sum = (value: number): Json => ({ linkId: 'total', text: 'Total score', answer: [{ valueInteger: value }] });

  test.each([
    ['met', '24 answers of 8 points', form(['Arthritis', 'Proteinuria'])],
    ['not-met', '24 answers of 7 points', form(['Arthritis', 'Rash', 'Fever'])],
    ['unknown', '4 points and Seizure left open', form(['Arthritis'], names.slice(1))],
    ['met', '8 points and Seizure left open', form(['Arthritis', 'Proteinuria'], names.slice(1))],
    ['met', 'only a total', form([], [], [sum(8)])],
    ['unknown', 'a total that disagrees with the answers', form(['Arthritis'], names, [sum(12)])],
    ['unknown', 'a form not completed', { ...form(['Arthritis', 'Proteinuria']), status: 'in-progress' }],
  ])('%s: %s', (verdict, _, resource) => {
    expect(asked([resource]).verdict).toBe(verdict);
  });

  test('points of the nervous system alone point at exclusion E2', () => {
    expect(asked([form(['Seizure', 'Rash'])]).flags).toEqual(['SLEDAI_CNS_ONLY']);
    expect(asked([form(['Seizure', 'Arthritis', 'Proteinuria'])]).flags).toEqual([]);
  });
});

describe('without a recorded total the items give bounds', () => {
  test('8 points of laboratory items are provisional', () => {
    const found = asked(eightPoints());
    expect(found.verdict).toBe('needs-investigator');
    expect(found.flags).toEqual(['SLEDAI_LOWER_BOUND_PROVISIONAL']);
    expect(found.reason.values).toMatchObject({ lower: 8 });
    expect(found.evidence).toHaveLength(3);
  });

  test('6 points are unknown and say what to order', () => {
    const found = asked(eightPoints().slice(0, 2));
    expect(found.verdict).toBe('unknown');
    expect(found.reason.values).toMatchObject({ lower: 6 });
    expect(found.missing.flatMap(({ orders }) => orders.map(({ coding }) => coding.code))).toContain('5130-0');
  });

  test('a negative laboratory lowers the upper bound and never makes it a no', () => {
    const found = asked([observation('2889-4', 0.1, 'g/(24.h)', '2026-05-20')]);
    expect([found.verdict, found.reason.values['upper']]).toEqual(['unknown', 101]);
  });

  test('results older than the window prove nothing', () => {
    expect(asked(eightPoints('2026-05-01')).verdict).toBe('unknown');
    expect(asked(eightPoints('2026-05-02')).verdict).toBe('needs-investigator');
  });

  test('an unusable total does not hide the items', () => {
    expect(asked([...eightPoints(), total(106, '2026-05-28')]).verdict).toBe('needs-investigator');
  });
});

describe('a recorded total beside the items', () => {
  test('7 points and 8 points of later results go to the investigator', () => {
    const found = asked([total(7, '2026-05-10'), ...eightPoints('2026-05-20')]);
    expect([found.verdict, found.flags]).toEqual(['needs-investigator', ['SLEDAI_CONTRADICTED']]);
  });

  test('7 points and later results whose cause could not be looked up are unknown', () => {
    const later = [
      observation('2889-4', 0.9, 'g/(24.h)', '2026-05-20'),
      observation('13945-1', 20, '/[HPF]', '2026-05-20'),
    ];
    const unavailable = { state: 'unavailable', reason: 'timeout' } as const;
    const resources = [total(7, '2026-05-10'), ...later];
    expect(asked(resources).verdict).toBe('needs-investigator');
    expect(asked(resources, { retrieved: { conditions: unavailable } }).verdict).toBe('unknown');
  });

  test('7 points after those results stand: whoever scored had seen them', () => {
    expect(asked([total(7, '2026-05-25'), ...eightPoints('2026-05-20')]).verdict).toBe('not-met');
  });
});

describe('an attribution by the investigator', () => {
  const to = (item: string, cause: Attribution['to'], date = '2026-05-30'): Attribution => ({
    item,
    to: cause,
    author: 'Dr. Li',
    date: day(date),
  });
  const signed = ['proteinuria', 'low-complement', 'increased-dna-binding'].map((item) => to(item, 'lupus'));

  test('to lupus settles provisional items', () => {
    expect(asked(eightPoints(), { attributions: signed }).verdict).toBe('met');
  });
  test('to another cause takes the item out', () => {
    expect(asked(eightPoints(), { attributions: [to('proteinuria', 'not-lupus')] }).verdict).toBe('unknown');
  });
  test('does not hold for results that came after it', () => {
    const early = signed.map((each) => ({ ...each, date: day('2026-05-19') }));
    expect(asked(eightPoints(), { attributions: early }).verdict).toBe('needs-investigator');
  });
  test('lapses with the window', () => {
    const old = [to('proteinuria', 'not-lupus', '2026-05-01')];
    expect(asked(eightPoints('2026-05-20'), { attributions: old }).verdict).toBe('needs-investigator');
  });
  test('to another cause after the total puts the total in doubt', () => {
    const away = { attributions: [to('proteinuria', 'not-lupus')] };
    expect(asked([total(11, '2026-05-28')], away).verdict).toBe('needs-investigator');
    expect(asked([total(12, '2026-05-28')], away).verdict).toBe('met');
  });
  test('cannot replace a result that is not there', () => {
    const items = ['proteinuria', 'haematuria'].map((item) => to(item, 'lupus'));
    expect(asked([], { attributions: items }).verdict).toBe('unknown');
  });
  test('settles a finding that only a diagnosis suggests', () => {
    const found = asked([diagnosis('vasculitis')], { attributions: [to('vasculitis', 'lupus')] });
    expect(found.verdict).toBe('met');
  });
  test('of every item to other causes is a no', () => {
    const all = asked([], {
      attributions: [
        'seizure',
        'psychosis',
        'organic-brain-syndrome',
        'visual-disturbance',
        'cranial-nerve-disorder',
        'lupus-headache',
        'cerebrovascular-accident',
        'vasculitis',
        'arthritis',
        'myositis',
        'urinary-casts',
        'haematuria',
        'proteinuria',
        'pyuria',
        'rash',
        'alopecia',
        'mucosal-ulcers',
        'pleurisy',
        'pericarditis',
      ].map((item) => to(item, 'not-lupus')),
    });
    expect([all.verdict, all.reason.values['upper']]).toEqual(['not-met', 7]);
  });
});
