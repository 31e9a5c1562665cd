// What does the answer about hydroxychloroquine say, show and ask for?

import { expect, it } from 'vitest';
import { exposuresOf } from '../../../src/facts/drugs/exposures.ts';
import { hydroxychloroquine } from '../../../src/facts/standard-treatment/hydroxychloroquine.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import type { Finding } from '../../../src/logic/finding.ts';
import { say, verbatim, type Message } from '../../../src/logic/message.ts';
import { defaults } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { recordOf, screeningOn, type RecordOptions } from '../../builders.ts';
import { historyComplete, order } from './lupus-drugs.ts';

const screening = screeningOn('2026-06-01');
const ask = (resources: readonly Json[], options: RecordOptions = {}): Finding => {
  const record = recordOf(resources, options);
  return hydroxychloroquine(record, exposuresOf(record, screening), screening, defaults);
};
const days = ({ turns }: Finding): readonly string[] => turns.map(({ on }) => isoDay(on));
const asked = (what: Message) => ({ what, orders: [] });

const hcq = '硫酸羟氯喹片';
const by = (route: string): Json => ({
  dosageInstruction: [
    { route: { text: route }, timing: { repeat: { boundsPeriod: { start: '2026-01-01', end: '2026-03-31' } } } },
  ],
});
const condition = (text: string, more: Json = {}): Json => ({
  resourceType: 'Condition',
  verificationStatus: { coding: [{ code: 'confirmed' }] },
  code: { text },
  ...more,
});
const allergy = (text: string): Json => ({
  resourceType: 'AllergyIntolerance',
  patient: { reference: 'Patient/p' },
  verificationStatus: { coding: [{ code: 'confirmed' }] },
  code: { text },
});
const cancelled: Json = { status: 'cancelled' };
const antimalarialGroup: Json = { coding: [{ system: 'urn:x-cn:nhsa-drug-classification', code: 'XP01BAQ999A0' }] };
const incomplete = { state: 'unavailable', reason: 'off' } as const;
const attested = {
  reference: 'List/r1',
  label: say('medication-history.statement'),
  value: '用药史完整，院外处方已核对',
  date: '2026-05-28',
};
/** The statement of the history, of 28 May, holds until 26 August. */
const lapse = ['2026-08-27', '2026-08-27'];
const missing = asked(say('hydroxychloroquine.missing'));
const chloroquineGiven = say('hydroxychloroquine.given-instead');

const cover = (from: string, to: string, count: number) => ({
  reference: 'MedicationRequest/r1',
  label: verbatim('hydroxychloroquine'),
  value: say('immunosuppressants.cover', { days: count, from, to }),
  date: to,
});

it('of 90 days it says how many, and from when to when', () => {
  expect(ask([order(hcq, '2026-01-01', '2026-03-31')])).toEqual({
    verdict: 'met',
    reason: say('hydroxychloroquine.met', { days: 90 }),
    evidence: [cover('2026-01-01', '2026-03-31', 90)],
    missing: [],
    ignored: [],
    flags: [],
    turns: [],
  });
});

it('of 89 days it says that they are too few', () => {
  expect(ask([order(hcq, '2026-01-02', '2026-03-31')])).toEqual({
    verdict: 'needs-investigator',
    reason: say('hydroxychloroquine.short', {
      shortfall: say('immunosuppressants.short', { name: 'hydroxychloroquine', days: 89 }),
    }),
    evidence: [cover('2026-01-02', '2026-03-31', 89)],
    missing: [],
    ignored: [],
    flags: [],
    turns: [],
  });
});
it('by orders alone is open while the statements that may deny it were not read', () => {
  const unread: RecordOptions = { retrieved: { medicationStatements: incomplete } };
  const open: Finding = {
    verdict: 'unknown',
    reason: say('immunosuppressants.ordered', { agents: 'hydroxychloroquine' }),
    evidence: [cover('2026-01-01', '2026-03-31', 90)],
    missing: [asked(say('immunosuppressants.statements'))],
    ignored: [],
    flags: [],
    turns: [],
  };
  expect(ask([order(hcq, '2026-01-01', '2026-03-31')], unread)).toEqual(open);
  expect(ask([order(hcq, '2026-01-02', '2026-03-31')], unread).reason.id).toBe('hydroxychloroquine.short');
});

it('an order that nothing ends covers 180 days after its first, which is flagged; a cancelled one is shown as not counted', () => {
  const undosed = { dosageInstruction: undefined };
  expect(
    ask([order(hcq, '2025-01-01', undefined, undosed), order(hcq, '2024-01-01', '2024-12-31', cancelled)]),
  ).toEqual({
    verdict: 'met',
    reason: say('hydroxychloroquine.met', { days: 181 }),
    evidence: [cover('2025-01-01', '2025-06-30', 181)],
    missing: [],
    ignored: [
      {
        reference: 'MedicationRequest/r2',
        label: say('record.status-does-not-count', { status: 'cancelled' }),
        value: hcq,
      },
    ],
    flags: ['UNBOUNDED_ORDER'],
    turns: [],
  });
});

it('by a route that does not fit it asks for the route', () => {
  expect(ask([order(hcq, '2026-01-01', '2026-03-31', by('外用'))])).toEqual({
    verdict: 'unknown',
    reason: say('hydroxychloroquine.unclear'),
    evidence: [
      {
        reference: 'MedicationRequest/r1',
        label: verbatim('hydroxychloroquine'),
        value: say('immunosuppressants.no-time'),
      },
    ],
    missing: [asked(say('hydroxychloroquine.route'))],
    ignored: [],
    flags: [],
    turns: [],
  });
});

it.each<[string, Json, Json]>([
  ['with its first day', order('磷酸氯喹片', '2026-01-01', '2026-03-31'), { date: '2026-01-01' }],
  ['without a day', order('磷酸氯喹片', '2026-01-01', undefined, { authoredOn: undefined, dosageInstruction: [] }), {}],
  ['by a route that is not clear', order('磷酸氯喹片', '2026-01-01', '2026-03-31', by('外用')), { date: '2026-01-01' }],
])('chloroquine is shown instead, %s, beside what else is known', (_, given, date) => {
  const others = [order('泼尼松片', '2026-01-01'), condition('G6PD缺乏症')];
  expect(ask([...others, given])).toEqual({
    verdict: 'needs-investigator',
    reason: say('hydroxychloroquine.chloroquine'),
    evidence: [
      { reference: 'MedicationRequest/r3', label: chloroquineGiven, value: 'chloroquine', ...date },
      { reference: 'Condition/r2', label: say('hydroxychloroquine.contraindication'), value: 'G6PD缺乏症' },
    ],
    missing: [],
    ignored: [],
    flags: [],
    turns: [],
  });
});

it('what speaks against it is shown with its day, and no other allergy', () => {
  expect(
    ask([
      condition('Retinopathy'),
      condition('G6PD缺乏症', { onsetDateTime: '2020-05' }),
      allergy(hcq),
      allergy('青霉素'),
      allergy('little pink pill'),
    ]),
  ).toEqual({
    verdict: 'needs-investigator',
    reason: say('hydroxychloroquine.against'),
    evidence: [
      { reference: 'Condition/r1', label: say('hydroxychloroquine.contraindication'), value: 'Retinopathy' },
      {
        reference: 'Condition/r2',
        label: say('hydroxychloroquine.contraindication'),
        value: 'G6PD缺乏症',
        date: '2020-05',
      },
      { reference: 'AllergyIntolerance/r3', label: say('hydroxychloroquine.intolerance'), value: hcq },
    ],
    missing: [],
    ignored: [],
    flags: [],
    turns: [],
  });
});

it('none in a complete history shows the statement, what was not counted and when it is asked again', () => {
  const drops = order('羟氯喹滴眼液', '2026-01-01', '2026-03-31', by('滴眼'));
  const lapsed = { ...historyComplete, date: '2026-01-05' };
  const answer = ask([
    historyComplete,
    drops,
    order(hcq, '2026-07-01'),
    lapsed,
    order('氯喹滴眼液', '2026-01-01', '2026-03-31', by('滴眼')),
  ]);
  expect({ ...answer, turns: days(answer) }).toEqual({
    verdict: 'not-met',
    reason: say('hydroxychloroquine.none'),
    evidence: [attested],
    missing: [],
    ignored: [
      { ...attested, reference: 'List/r4', label: say('medication-history.lapsed'), date: '2026-01-05' },
      {
        reference: 'MedicationRequest/r2',
        label: say('immunosuppressants.not-systemic'),
        value: '羟氯喹滴眼液',
        date: '2026-01-01',
      },
    ],
    flags: ['IS_NON_SYSTEMIC_IGNORED'],
    turns: [...lapse, '2026-07-01'],
  });
});

it.each<[string, readonly Json[], RecordOptions, readonly Message[], readonly unknown[], readonly string[]]>([
  [
    'nobody says that the history is complete',
    [],
    {},
    [say('medication-history.not-attested')],
    [missing, asked(say('medication-history.missing', { days: 90 }))],
    ['MED_HISTORY_NOT_ATTESTED'],
  ],
  [
    'the diagnoses could not be searched',
    [historyComplete],
    { retrieved: { conditions: incomplete } },
    [say('hydroxychloroquine.conditions-incomplete')],
    [missing, asked(say('hydroxychloroquine.conditions-incomplete'))],
    [],
  ],
  [
    'nobody can read a drug',
    [historyComplete, order('little pink pill', '2023-01-01')],
    {},
    [say('medication-history.unread', { drugs: ['little pink pill'] })],
    [missing, asked(say('medication-history.unread', { drugs: ['little pink pill'] }))],
    [],
  ],
  [
    'a code names no more than the antimalarials',
    [historyComplete, order('', '2023-01-01', undefined, { medicationCodeableConcept: antimalarialGroup })],
    {},
    [say('medication-history.unread', { drugs: ['XP01BAQ999A0'] })],
    [missing, asked(say('medication-history.unread', { drugs: ['XP01BAQ999A0'] }))],
    [],
  ],
])('none is open where %s, and it says what to find out', (_, resources, options, reasons, what, flags) => {
  const stated = resources.length > 0;
  const answer = ask(resources, options);
  expect({ ...answer, turns: days(answer) }).toEqual({
    verdict: 'unknown',
    reason: say('hydroxychloroquine.open', { reasons }),
    evidence: stated ? [attested] : [],
    missing: what,
    ignored: [],
    flags,
    turns: stated ? lapse : [],
  });
});
