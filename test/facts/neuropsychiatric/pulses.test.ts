// When is one dose of a glucocorticoid by vein a pulse for lupus of the nervous system, surely or perhaps?

import { expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import { centralNervousSystemLupus } from '../../../src/protocols/nct06222853-5to18/e2-neurolupus.ts';
import { ask } from '../../ask.ts';
import { administration, condition, statement } from '../history-entries.ts';
import { order } from '../glucocorticoids/prednisone.ts';
import { expected, whole, type Whole } from '../whole.ts';

const name = 'Neuropsychiatric lupus';
const drug = 'methylprednisolone';
const kind = { Administration: 'administration', Statement: 'statement', Request: 'request' } as const;

/** Beside the present disease: what is said, the treatment that is shown, and the days on which it is asked for again. */
function beside(
  reason: string,
  source?: keyof typeof kind,
  date?: string,
  days: readonly string[] = [],
  until?: string,
): Whole {
  const value = until === undefined ? drug : say('history.drug-until', { drug, date: until });
  const shown: readonly Evidence[] =
    source === undefined
      ? []
      : [
          {
            reference: `Medication${source}/r2`,
            label: say(`history.${kind[source]}`),
            value,
            ...(date !== undefined && { date }),
          },
        ];
  return expected(
    reason === 'present-treated' ? 'met' : 'needs-investigator',
    say(`neuropsychiatric.${reason}`, { name, days: 60, treatments: source === undefined ? [] : [value] }),
    {
      evidence: [{ reference: 'Condition/r1', label: say('history.diagnosis'), value: name }, ...shown],
      days,
    },
  );
}

const byVein = { route: { text: 'intravenous' } };
/** A dose for every kg of a child whom nobody weighed. */
const perKilogram = (date: string, value = 8): Json =>
  administration(drug, date, { dosage: { ...byVein, dose: { value, unit: 'mg/kg', code: 'mg/kg' } } });
const undosed = (date: string): Json => administration(drug, date, { dosage: byVein });
const ranging = (low: number, high: number, unit: string): Json => {
  const mg = (value: number): Json => ({ value, unit, code: unit });
  return order(
    drug,
    [
      {
        ...byVein,
        timing: {
          repeat: {
            frequency: 1,
            period: 1,
            periodUnit: 'd',
            boundsPeriod: { start: '2026-05-10', end: '2026-05-12' },
          },
        },
        doseAndRate: [{ doseRange: { low: mg(low), high: mg(high) } }],
      },
    ],
    { authoredOn: '2026-05-10' },
  );
};
const asNeeded = (end: string): Json =>
  order(
    drug,
    [{ ...byVein, asNeededBoolean: true, timing: { repeat: { boundsPeriod: { start: '2026-03-01', end } } } }],
    {
      authoredOn: '2026-03-01',
    },
  );
const undated = (dosage: readonly Json[]): Json => ({
  ...statement(drug, ''),
  effectivePeriod: undefined,
  dosage,
});
const may = 'present-maybe-treated';

it.each<[string, Json, Whole]>([
  ['60 days ago', perKilogram('2026-04-02'), beside('present-treated', 'Administration', '2026-04-02', ['2026-06-02'])],
  ['61 days ago', perKilogram('2026-04-01'), beside('present')],
  ['today', perKilogram('2026-06-01'), beside('present-treated', 'Administration', '2026-06-01', ['2026-08-01'])],
  [
    'that may be enough for every kg',
    ranging(7, 9, 'mg/kg'),
    beside(may, 'Request', '2026-05-10', ['2026-07-10', '2026-07-12'], '2026-05-12'),
  ],
  [
    'that is enough for every kg at the least',
    ranging(8, 9, 'mg/kg'),
    beside('present-treated', 'Request', '2026-05-10', ['2026-07-10', '2026-07-12'], '2026-05-12'),
  ],
  [
    'that nobody states, 60 days ago',
    undosed('2026-04-02'),
    beside(may, 'Administration', '2026-04-02', ['2026-06-02']),
  ],
  ['that nobody states, 61 days ago', undosed('2026-04-01'), beside('present')],
  ['that nobody states, today', undosed('2026-06-01'), beside(may, 'Administration', '2026-06-01', ['2026-08-01'])],
  ['of no day', undated([byVein]), beside(may, 'Statement')],
  ['of no day by nobody says which way', undated([{}]), beside('present')],
  [
    'when needed in these days',
    asNeeded('2026-04-02'),
    beside(may, 'Request', '2026-03-01', ['2026-05-01', '2026-06-02'], '2026-04-02'),
  ],
  ['when needed before these days', asNeeded('2026-04-01'), beside('present')],
])('a dose %s', (_, treatment, answer) => {
  expect(whole(ask(centralNervousSystemLupus, [condition(name), treatment]))).toEqual(answer);
});
