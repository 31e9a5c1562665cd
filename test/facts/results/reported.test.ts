// Which reports and answers in words does the investigator read, and how are they shown?

import { describe, expect, it } from 'vitest';
import { lettersLost, reportedAs, reportedWithin } from '../../../src/facts/results/reported.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { recordOf, screeningOn, textObservation } from '../../builders.ts';
import { concept, report } from '../history-entries.ts';
import { expected, whole, type Whole } from '../whole.ts';

/** On 2026-06-01, of the 90 days before. */
const ask = (resource: Json): readonly Whole[] =>
  reportedWithin(recordOf([resource]), screeningOn('2026-06-01'), {
    sets: ['malignancy-history', 'malignancy'],
    windowDays: 90,
    reason: (date) => say('history.reported', { what: 'cancer', date }),
  }).map(whole);

const label = say('heart.report');
const asked = (value: string, date: string, ...days: readonly string[]): readonly Whole[] => [
  expected('needs-investigator', say('history.reported', { what: 'cancer', date }), {
    evidence: [{ reference: 'DiagnosticReport/r1', label, value, date }],
    days,
  }),
];
const undated: Json = { effectiveDateTime: undefined };

it.each<[string, Json, readonly Whole[]]>([
  ['of the first day', report('lymphoma', '2026-03-03'), asked('lymphoma', '2026-03-03', '2026-06-02')],
  ['of the day before', report('lymphoma', '2026-03-02'), []],
  ['of today', report('lymphoma', '2026-06-01'), asked('lymphoma', '2026-06-01', '2026-08-31')],
  ['of tomorrow', report('lymphoma', '2026-06-02'), []],
  ['of a month partly within', report('lymphoma', '2026-03'), asked('lymphoma', '2026-03', '2026-06-30')],
  ['of a month before', report('lymphoma', '2026-02'), []],
  [
    'that is amended',
    report('lymphoma', '2026-06-01', { status: 'amended' }),
    asked('lymphoma', '2026-06-01', '2026-08-31'),
  ],
  [
    'that is preliminary',
    report('lymphoma', '2026-06-01', { status: 'preliminary' }),
    asked('lymphoma', '2026-06-01', '2026-08-31').map((each) => ({
      ...each,
      evidence: each.evidence.map((shown) => ({ ...shown, label: say('history.preliminary-report') })),
    })),
  ],
  ['that is preliminary and of the day before', report('lymphoma', '2026-03-02', { status: 'preliminary' }), []],
  ['that is preliminary and denies it', report('No lymphoma.', '2026-06-01', { status: 'preliminary' }), []],
  ['that is only registered', report('lymphoma', '2026-06-01', { status: 'registered' }), []],
  ['that names another disease', report('pneumonia', '2026-06-01'), []],
  ['that denies it', report('No lymphoma.', '2026-06-01'), []],
  ['without words', report('', '2026-06-01'), []],
  [
    'that names it by a code alone',
    report('', '2026-06-01', { conclusionCode: [concept('sct 93143009')] }),
    asked('93143009', '2026-06-01', '2026-08-31'),
  ],
  [
    'that names another disease by its code',
    report('', '2026-06-01', { conclusionCode: [concept('sct 233604007')] }),
    [],
  ],
  [
    'whose own name speaks of a mother',
    report('lymphoma', '2026-06-01', { code: { text: 'Letter from the mother and child clinic' } }),
    asked('lymphoma', '2026-06-01', '2026-08-31'),
  ],
  [
    'that is long',
    report(`lymphoma ${'x'.repeat(200)}`, '2026-06-01'),
    asked(`lymphoma ${'x'.repeat(191)}`, '2026-06-01', '2026-08-31'),
  ],
])('a report %s', (_, resource, answer) => {
  expect(ask(resource)).toEqual(answer);
});

it('a report without a date may be of these days, and never leaves them', () => {
  expect(ask(report('lymphoma', '', undated))).toEqual([
    expected('needs-investigator', say('history.reported', { what: 'cancer', date: say('history.no-date') }), {
      evidence: [{ reference: 'DiagnosticReport/r1', label, value: 'lymphoma' }],
    }),
  ]);
});

describe('letters that were lost', () => {
  const text = '\uFFFD血病';
  const open = (date: string, day: string): readonly Whole[] => [
    expected('unknown', say('history.illegible', { date }), {
      evidence: [{ reference: 'DiagnosticReport/r1', label, value: text, date }],
      missing: [{ what: say('history.legible', { date }), orders: [] }],
      days: [day],
    }),
  ];

  it.each<[string, string, readonly Whole[]]>([
    ['the first day', '2026-03-03', open('2026-03-03', '2026-06-02')],
    ['the day before', '2026-03-02', []],
    ['a month partly within', '2026-03', open('2026-03', '2026-06-30')],
    ['today', '2026-06-01', open('2026-06-01', '2026-08-31')],
    ['tomorrow', '2026-06-02', []],
  ])('leave a report of %s open', (_, date, answer) => {
    expect(ask(report(text, date))).toEqual(answer);
  });

  it('leave a report without a date open, which never leaves these days', () => {
    const date = say('history.no-date');
    expect(ask(report(text, '', undated))).toEqual([
      expected('unknown', say('history.illegible', { date }), {
        evidence: [{ reference: 'DiagnosticReport/r1', label, value: text }],
        missing: [{ what: say('history.legible', { date }), orders: [] }],
      }),
    ]);
  });

  it('are told with the first 200 letters of what was sent', () => {
    expect(lettersLost('x'.repeat(201))).toEqual(say('reading.letters-lost', { value: 'x'.repeat(200) }));
  });
});

it('a report is shown as one that counts unless its status says otherwise', () => {
  const shown = { reference: 'DiagnosticReport/r1', when: undefined, conclusion: 'lymphoma' };
  expect(reportedAs(shown)).toEqual({ reference: 'DiagnosticReport/r1', label, value: 'lymphoma' });
});

it.each([
  ['Lymphoma', 'yes'],
  ['淋巴瘤', '有'],
  // The answer names it itself.
  ['Pathology', 'Non-Hodgkin lymphoma'],
  ['Pathology', 'no carcinoma; lymphoma seen'],
  ['Lymphoma', 'no Hodgkin cells; non-Hodgkin lymphoma seen'],
  ['病理', '未分化癌'],
  ['病理', '无痛性淋巴结肿大，淋巴瘤'],
  // It is neither told nor excluded, or only no longer there.
  ['Lymphoma', 'nodular'],
  ['Lymphoma', 'not excluded'],
  ['Lymphoma', 'unknown'],
  ['Lymphoma', 'no longer active'],
  ['Lymphoma', 'no relapse'],
  ['淋巴瘤', '不能排除'],
  ['淋巴瘤', '未排除'],
  ['淋巴瘤', '不详'],
  ['淋巴瘤', '无复发'],
  // Blasts are no mothers, and neither is chemotherapy.
  ['淋巴母细胞淋巴瘤', '有'],
  ['Chemotherapy for lymphoma', 'yes'],
])('"%s: %s" goes to the investigator', (name, answer) => {
  const value = `${name}: ${answer}`;
  expect(ask(textObservation(name, answer, '2026-06-01'))).toEqual([
    expected('needs-investigator', say('history.reported', { what: 'cancer', date: '2026-06-01' }), {
      evidence: [{ reference: 'Observation/r1', label, value, date: '2026-06-01' }],
      days: ['2026-08-31'],
    }),
  ]);
});

it.each([
  'no',
  'No other',
  'None so far',
  'nil of note',
  'never had it',
  'n/a',
  'denies it',
  'denied',
  'negative so far',
  'absent since birth',
  'normal',
  'false',
  'not present',
  'not found',
  'not applicable',
  '  no, she says',
  '无',
  '无异常',
  '否',
  '没有',
  '未见异常',
  '未发现',
  '未患',
  '阴性',
])('"Lymphoma: %s" does not', (answer) => {
  expect(ask(textObservation('Lymphoma', answer, '2026-06-01'))).toEqual([]);
});

it.each([
  ['Lymphoma of the mother', 'yes'],
  ['Lymphoma, grandfather', 'yes'],
  ['Lymphoma, relatives', 'yes'],
  ['Lymphoma, siblings', 'yes'],
  ['Family: which cancer?', 'lymphoma'],
  ['淋巴瘤（祖母）', '有'],
  ['淋巴瘤：父', '有'],
])('"%s: %s" is of relatives', (name, answer) => {
  expect(ask(textObservation(name, answer, '2026-06-01'))).toEqual([]);
});
