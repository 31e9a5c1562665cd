// How is the whole answer about high-dose glucocorticoids written down in a few lines of a test?

import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence, Missing } from '../../../src/logic/finding.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import { ago, asked, order, prednisone, weighing } from './prednisone.ts';
import { whole, type Whole } from '../whole.ts';

/** The whole answer of a child of 40 kg; the first resource is r1, and so on. */
export const answer = (resources: readonly Json[], options: Parameters<typeof asked>[1] = {}): Whole =>
  whole(asked([...resources, ...weighing(40)], options));

/** The answer of a child whose weight nobody knows. */
export const unweighed = (resources: readonly Json[], options: Parameters<typeof asked>[1] = {}): Whole =>
  whole(asked(resources, options));

/** What is shown of a course: days on any dose, on a high one, the longest run, first and last day before the screening, peak. */
export const numbers = (
  any: string,
  high: string,
  longest: string,
  [from, to]: readonly [number, number],
  /** Without it none is known. */
  peak?: string,
) =>
  [
    ['days-any', any],
    ['days-high', high],
    ['longest-run', longest],
    ['span', `${ago(from)} – ${ago(to)}`],
    ...(peak === undefined ? [] : [['peak', `${peak} mg/kg`]]),
  ].map(([name = '', value = '']): Evidence => ({
    label: say(`glucocorticoid.${name}`),
    value,
    ...(['longest-run', 'peak'].includes(name) && { leads: true as const }),
  }));

const kinds = {
  MedicationRequest: 'request',
  MedicationStatement: 'statement',
  MedicationDispense: 'dispense',
  MedicationAdministration: 'administration',
} as const;

/** One order that was read, by its number; of equal administrations the first, with how many they are. */
export function source(
  number: number,
  doses: readonly string[],
  from: number | string,
  {
    drug = 'prednisone tablet',
    type = 'MedicationRequest',
    count,
  }: { readonly drug?: string; readonly type?: keyof typeof kinds; readonly count?: number } = {},
): Evidence {
  return {
    reference: `${type}/r${String(number)}`,
    label: say('glucocorticoid.source', { drug, source: say(`glucocorticoid.source-${kinds[type]}`) }),
    value:
      count === undefined
        ? say('glucocorticoid.doses', { doses })
        : say('glucocorticoid.doses-repeated', { doses, count }),
    date: typeof from === 'string' ? from : ago(from),
  };
}

/** What was read and not counted. */
export const ignored = (number: number, why: string, drug: string, from?: number): Evidence => ({
  reference: `MedicationRequest/r${String(number)}`,
  label: say(`glucocorticoid.ignored-${why}`),
  value: drug,
  ...(from !== undefined && { date: ago(from) }),
});

/** The statement that the history is complete, which stands after everything else. */
export const statement = (number: number): Evidence => ({
  reference: `List/r${String(number)}`,
  label: say('medication-history.statement'),
  value: 'Medication history complete, outside prescriptions reconciled',
  date: '2026-05-28',
});
/** The day on which that statement lapses. */
export const lapse = '2026-08-27';

export const toFind = (what: Message): Missing => ({ what, orders: [] });

/** A course on a dose, from the farther to the nearer day before the screening. */
export const reasonOf = (id: string, days: number, from: number, to: number, more: Message['values'] = {}): Message =>
  say(`glucocorticoid.${id}`, { dose: 1, days, from: ago(from), to: ago(to), ...more });

/** The same, as an order of prednisone on each of some stretches. */
export const orders = (milligrams: number, ...stretches: readonly (readonly [number, number])[]): readonly Json[] =>
  stretches.map(([from, to]) => prednisone(milligrams, from, to));

/** An order of some other drug by some route. */
export const by = (route: string, drug: string, dosage: Json): Json =>
  order(drug, [{ ...dosage, route: { text: route } }]);
