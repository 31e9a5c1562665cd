// What does the answer about earlier CAR-T cells say, show, ask for and announce?

import { expect, it } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { everReceivedCarT } from '../../src/facts/car-t.ts';
import type { Evidence } from '../../src/logic/finding.ts';
import { say, type Message } from '../../src/logic/message.ts';
import { recordOf, screeningOn, type RecordOptions } from '../builders.ts';
import {
  administration,
  because,
  concept,
  condition,
  nameless,
  procedure,
  report,
  statement,
} from './history-entries.ts';
import { expected, whole, type Whole } from './whole.ts';

const cells = 'relmacabtagene autoleucel';
const what = say('car-t.what');
const absent = expected('not-met', say('history.absent', { what }));
const ask = (resources: readonly Json[], options: RecordOptions = {}): Whole =>
  whole(everReceivedCarT(recordOf(resources, options), screeningOn('2026-06-01'), 90));

const dated = (name: string, date?: string): Message =>
  date === undefined ? say('history.undated', { name }) : say('history.dated', { name, date });
const entry = (
  verdict: Whole['verdict'],
  reason: string,
  reference: string,
  label: string,
  name: string,
  date?: string,
): Whole => {
  const shown: Evidence = { reference, label: say(label), value: name, ...(date !== undefined && { date }) };
  return expected(verdict, say(reason, { what, entry: dated(name, date) }), { evidence: [shown] });
};
const drug = (verdict: Whole['verdict'], reason: string, source: string, name: string, date?: string): Whole =>
  entry(verdict, reason, `Medication${source}/r1`, `car-t.${source.toLowerCase()}`, name, date);
/** Something given whose package and content have a name each. */
const made = (text: string, content: string | Json): Json =>
  administration('', '2024-05-10', {
    medicationCodeableConcept: undefined,
    medicationReference: { reference: '#m' },
    contained: [
      {
        resourceType: 'Medication',
        id: 'm',
        code: { text },
        ingredient: [{ itemCodeableConcept: typeof content === 'string' ? { text: content } : content }],
      },
    ],
  });
const of = (verdict: Whole['verdict'], reason: string, name: string): Whole =>
  drug(verdict, `history.${reason}`, 'Administration', name, '2024-05-10');
const unread = expected('unknown', say('car-t.nameless'), {
  missing: [{ what: say('medication-history.unread', { drugs: ['99999'] }), orders: [] }],
});
const unnamed = (more: Json): Json => administration('', '2024-05-10', { ...nameless, ...more });
const lasting = (end: string): Json =>
  unnamed({ effectiveDateTime: undefined, effectivePeriod: { start: '2024-05-10', end } });
const untold = (effectivePeriod: Json | undefined): Json => ({
  resourceType: 'MedicationStatement',
  status: 'active',
  ...nameless,
  effectivePeriod,
});
const becauseOf = (reason: string): Whole => {
  const values = { name: 'cyclophosphamide', reason, what };
  return expected('needs-investigator', say('history.reason', values), {
    evidence: [
      {
        reference: 'MedicationAdministration/r1',
        label: say('history.administration'),
        value: say('history.because', values),
      },
    ],
  });
};
const medication = (text: string): Json => ({ medicationCodeableConcept: { text } });
const status = say('record.status-does-not-count', { status: 'stopped' });
const stopped = say('history.broken-off-label', { status: 'stopped' });

it.each<readonly [string, Json, Whole]>([
  [
    'cells given',
    administration(cells, '2024-05-10'),
    drug('met', 'history.found', 'Administration', cells, '2024-05-10'),
  ],
  [
    'cells given today',
    administration(cells, '2026-06-01'),
    drug('met', 'history.found', 'Administration', cells, '2026-06-01'),
  ],
  ['cells planned for tomorrow', administration(cells, '2026-06-02'), { ...absent, days: ['2026-06-02'] }],
  [
    'cells by a statement',
    statement(cells, '2024-05-10'),
    drug('met', 'history.found', 'Statement', cells, '2024-05-10'),
  ],
  [
    'cells by an undated statement',
    { resourceType: 'MedicationStatement', status: 'active', ...medication(cells) },
    drug('met', 'history.found', 'Statement', cells),
  ],
  [
    'cells ordered only',
    {
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      ...medication(cells),
      authoredOn: '2026-05-01',
    },
    drug('needs-investigator', 'car-t.not-shown-given', 'Request', cells, '2026-05-01'),
  ],
  [
    'cells handed out only',
    { resourceType: 'MedicationDispense', status: 'completed', ...medication(cells), whenHandedOver: '2026-05-01' },
    drug('needs-investigator', 'car-t.not-shown-given', 'Dispense', cells, '2026-05-01'),
  ],
  [
    'other cells given',
    administration('CAR-NK cells', '2024-05-10'),
    drug('needs-investigator', 'history.judge', 'Administration', 'CAR-NK cells', '2024-05-10'),
  ],
  [
    'cells that only their words name',
    administration('UCART cells', '2024-05-10'),
    drug('met', 'history.found', 'Administration', 'UCART cells', '2024-05-10'),
  ],
  [
    'cells that only their words name, perhaps',
    administration('Suspected UCART cells', '2024-05-10'),
    drug('needs-investigator', 'history.doubtful', 'Administration', 'Suspected UCART cells', '2024-05-10'),
  ],
  ['another drug given', administration('cyclophosphamide', '2024-05-10'), absent],
  [
    'another drug given before them that only their words name',
    administration('cyclophosphamide before UCART', '2024-05-10'),
    of('needs-investigator', 'doubtful', 'cyclophosphamide before UCART'),
  ],
  [
    'something unknown given before them',
    administration('before UCART', '2024-05-10'),
    of('needs-investigator', 'doubtful', 'before UCART'),
  ],
  [
    'another drug given before other cells',
    administration('cyclophosphamide before CAR-NK cells', '2024-05-10'),
    of('needs-investigator', 'judge', 'cyclophosphamide before CAR-NK cells'),
  ],
  [
    'cells that only the second of two names names, as planned',
    made('bag', 'tisagenlecleucel (planned)'),
    of('needs-investigator', 'doubtful', 'bag'),
  ],
  [
    'another drug given before or after them',
    administration('tocilizumab after CAR-T', '2024-05-10'),
    of('needs-investigator', 'doubtful', 'tocilizumab after CAR-T'),
  ],
  [
    'another drug whose reason names them',
    administration('cyclophosphamide', '2024-05-10', because('lymphodepletion before CAR-T')),
    becauseOf('lymphodepletion before CAR-T'),
  ],
  [
    'another drug whose reason is a code of them',
    administration('cyclophosphamide', '2024-05-10', because('cpt 0540T')),
    becauseOf('0540T'),
  ],
  [
    'another drug whose reason says what they have not done',
    administration('cyclophosphamide', '2024-05-10', because('no CAR-T toxicity')),
    becauseOf('no CAR-T toxicity'),
  ],
  [
    'another drug of tomorrow whose reason names them',
    administration('cyclophosphamide', '2026-06-02', because('lymphodepletion before CAR-T')),
    { ...absent, days: ['2026-06-02'] },
  ],
  ['another drug for another reason', administration('cyclophosphamide', '2024-05-10', because('nephritis')), absent],
  [
    'two names that disagree, and words for them',
    administration('', '2024-05-10', {
      medicationCodeableConcept: { ...concept('rxnorm 2193 ceftriaxone'), text: 'vancomycin and UCART cells' },
    }),
    of('needs-investigator', 'doubtful', 'vancomycin and UCART cells'),
  ],
  [
    'the cells by a code and planned by its words',
    administration('', '2024-05-10', {
      medicationCodeableConcept: { ...concept('rxnorm 1986438'), text: 'tisagenlecleucel (planned)' },
    }),
    of('needs-investigator', 'doubtful', 'tisagenlecleucel (planned)'),
  ],
  [
    'cells that one of several names surely names',
    made('Suspected UCART cells', 'UCART cells'),
    of('met', 'found', 'Suspected UCART cells'),
  ],
  [
    'cells that one of several names may name',
    made('bag', 'Suspected UCART cells'),
    of('needs-investigator', 'doubtful', 'bag'),
  ],
  [
    'other cells that one of several names names',
    made('bag', 'CAR-NK cells'),
    of('needs-investigator', 'judge', 'bag'),
  ],
  [
    'a report about them that does not count',
    report('', '2024-05-10', { id: 'Procedure-1', status: 'cancelled', code: { text: 'CAR-T infusion' } }),
    absent,
  ],
  [
    'an infusion of them',
    procedure('CAR-T infusion', '2024-05-10'),
    entry('met', 'history.found', 'Procedure/r1', 'history.procedure', 'CAR-T infusion', '2024-05-10'),
  ],
  [
    'an undated infusion of them',
    procedure('CAR-T infusion'),
    entry('met', 'history.found', 'Procedure/r1', 'history.procedure', 'CAR-T infusion'),
  ],
  [
    'a drug whose name and code disagree',
    administration('', '2024-05-10', {
      medicationCodeableConcept: { ...concept('rxnorm 2193 ceftriaxone'), text: 'tisagenlecleucel' },
    }),
    drug('needs-investigator', 'history.doubtful', 'Administration', 'tisagenlecleucel', '2024-05-10'),
  ],
  [
    'a drug whose name, which only drugs have, and code disagree',
    administration('', '2024-05-10', {
      medicationCodeableConcept: { ...concept('rxnorm 2193 ceftriaxone'), text: 'axi-cel' },
    }),
    of('needs-investigator', 'doubtful', 'axi-cel'),
  ],
  [
    'two codes of different drugs without names',
    administration('', '2024-05-10', {
      medicationCodeableConcept: {
        coding: ['1986438', '3264'].map((code) => ({ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code })),
      },
    }),
    of('needs-investigator', 'doubtful', '1986438'),
  ],
  [
    'something whose second name has their code and says something else',
    made('bag', concept('cpt 0540T Kidney transplant')),
    of('needs-investigator', 'doubtful', 'bag'),
  ],
  [
    'another drug that says what they have not done',
    administration('dexamethasone, no UCART toxicity', '2024-05-10'),
    of('needs-investigator', 'doubtful', 'dexamethasone, no UCART toxicity'),
  ],
  ['an infusion that lies ahead', procedure('CAR-T infusion', '2026-06-10'), { ...absent, days: ['2026-06-10'] }],
  [
    'a collection of cells',
    procedure('Leukapheresis', '2026-05-10'),
    entry('needs-investigator', 'history.judge', 'Procedure/r1', 'history.procedure', 'Leukapheresis', '2026-05-10'),
  ],
  [
    'an administration that was broken off',
    administration(cells, '2024-05-10', { status: 'stopped' }),
    expected('needs-investigator', say('history.broken-off', { name: cells, status: 'stopped' }), {
      evidence: [{ reference: 'MedicationAdministration/r1', label: stopped, value: cells, date: '2024-05-10' }],
      ignored: [{ reference: 'MedicationAdministration/r1', label: status, value: cells }],
      flags: ['IGNORED_INVALID_EVIDENCE'],
    }),
  ],
  [
    'one of tomorrow that was broken off',
    administration(cells, '2026-06-02', { status: 'stopped' }),
    {
      ...absent,
      ignored: [{ reference: 'MedicationAdministration/r1', label: status, value: cells }],
      flags: ['IGNORED_INVALID_EVIDENCE'],
      days: ['2026-06-02'],
    },
  ],
  ['another drug that was broken off', administration('cyclophosphamide', '2024-05-10', { status: 'stopped' }), absent],
  ['something without a name by vein', unnamed({}), unread],
  ['something without a name by an injection', unnamed({ dosage: { route: { text: 'injection' } } }), unread],
  ['something without a name and a way', unnamed({ dosage: {} }), unread],
  ['something without a name by mouth', unnamed({ dosage: { route: { text: 'oral' } } }), absent],
  ['something without a name for a week', lasting('2024-05-17'), unread],
  ['something without a name for eight days', lasting('2024-05-18'), absent],
  ['something without a name, nobody says when', untold(undefined), unread],
  ['something without a name since then', untold({ start: '2024-05-10' }), unread],
  ['something without a name until then', untold({ end: '2024-05-10' }), unread],
  [
    'something without a name that was ordered only',
    { resourceType: 'MedicationRequest', status: 'active', intent: 'order', ...nameless, authoredOn: '2026-05-01' },
    absent,
  ],
])('%s', (_, resource, answer) => {
  expect(ask([resource])).toEqual(answer);
});

it('names the searches that were not complete', () => {
  const refused = { state: 'unavailable', reason: 'refused' } as const;
  const searches = ['conditions', 'procedures', 'medicationAdministrations', 'diagnosticReports'].map((each) =>
    say(`history.search.${each}`),
  );
  const retrieved = {
    conditions: refused,
    procedures: refused,
    medicationAdministrations: refused,
    diagnosticReports: refused,
  };
  expect(ask([], { retrieved })).toEqual(
    expected('unknown', say('history.incomplete', { what, searches }), {
      missing: [{ what: say('history.read-again', { searches }), orders: [] }],
    }),
  );
});

it('shows the procedure whose reason names them, and a report of the last 90 days', () => {
  const values = { name: 'Bone marrow puncture', reason: 'after CAR-T therapy', what };
  expect(ask([procedure('Bone marrow puncture', '2026-06-01', because('after CAR-T therapy'))])).toEqual(
    expected('needs-investigator', say('history.reason', values), {
      evidence: [{ reference: 'Procedure/r1', label: say('history.procedure'), value: say('history.because', values) }],
    }),
  );
  expect(ask([procedure('Bone marrow puncture', '2026-06-02', because('after CAR-T therapy'))])).toEqual(absent);
  expect(ask([report('CAR-T治疗后', '2026-03-03')])).toEqual(
    expected('needs-investigator', say('history.reported', { what, date: '2026-03-03' }), {
      evidence: [
        { reference: 'DiagnosticReport/r1', label: say('heart.report'), value: 'CAR-T治疗后', date: '2026-03-03' },
      ],
      days: ['2026-06-02'],
    }),
  );
});

it('takes a diagnosis that names it', () => {
  expect(ask([condition('History of CAR-T cell therapy', { recordedDate: '2025-01-02' })])).toEqual(
    entry('met', 'history.found', 'Condition/r1', 'history.diagnosis', 'History of CAR-T cell therapy', '2025-01-02'),
  );
});

it.each([
  'cyclophosphamide before CAR-T infusion',
  'lymphodepletion for planned CAR-T',
  'suspected CAR-T therapy',
  'CAR-T therapy declined',
  'CAR-T therapy planned',
])('a drug by the name of "%s" is no longer taken for cells given', (name) => {
  expect(ask([administration(name, '2024-05-10')])).toEqual(of('needs-investigator', 'doubtful', name));
});

it.each(['Chemotherapy before CAR-T infusion', 'CAR-T therapy declined', 'CAR-T治疗前预处理'])(
  'a procedure and a diagnosis by the name of "%s" are no longer taken for cells given',
  (name) => {
    const shown = (reference: string, label: string): Whole =>
      entry('needs-investigator', 'history.judge', reference, label, name, '2025-01-02');
    expect(ask([procedure(name, '2025-01-02')])).toEqual(shown('Procedure/r1', 'history.procedure'));
    expect(ask([condition(name, { recordedDate: '2025-01-02' })])).toEqual(shown('Condition/r1', 'history.diagnosis'));
  },
);
