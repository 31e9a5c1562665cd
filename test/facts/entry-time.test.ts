// Was a diagnosis, or a drug, there between 1 and 31 May, as far as its dates tell?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { mayHaveBeenGiven, mayHaveBeenOrdered, mayHaveBeenPresent } from '../../src/facts/entry-time.ts';
import { day, recordOf } from '../builders.ts';
import { administration, clinically, condition, statement } from './history-entries.ts';

const [from, to] = [day('2026-05-01'), day('2026-05-31')];
const present = (more: Json): boolean | undefined =>
  recordOf([condition('Asthma', more)]).conditions.map((entry) => mayHaveBeenPresent(entry, from, to))[0];
const given = (resource: Json): boolean | undefined =>
  recordOf([resource]).medications.map((entry) => mayHaveBeenGiven(entry, from, to))[0];

const over = clinically('resolved');
describe('a diagnosis', () => {
  it.each<readonly [boolean, string, Json]>([
    [true, 'active, undated', {}],
    [true, 'active, begun on the last day', { onsetDateTime: '2026-05-31' }],
    [false, 'active, begun on the day after', { onsetDateTime: '2026-06-01' }],
    [true, 'recorded on the last day', { recordedDate: '2026-05-31' }],
    [false, 'recorded on the day after', { recordedDate: '2026-06-01' }],
    [true, 'begun long before it was recorded', { onsetDateTime: '2026-05-01', recordedDate: '2026-06-01' }],
    [true, 'over, ended on the first day', { ...over, abatementDateTime: '2026-05-01' }],
    [false, 'over, ended on the day before', { ...over, abatementDateTime: '2026-04-30' }],
    [true, 'over, ended in the month of the first day', { ...over, abatementDateTime: '2026-05' }],
    [false, 'called active, ended on the day before', { abatementDateTime: '2026-04-30' }],
    [true, 'over, begun on the first day', { ...over, onsetDateTime: '2026-05-01' }],
    [false, 'over, begun on the day before', { ...over, onsetDateTime: '2026-04-30' }],
    [false, 'over, undated', over],
    [true, 'without a status, begun long before', { clinicalStatus: undefined, onsetDateTime: '2020' }],
  ])('%s: %s', (answer, _, more) => {
    expect(present(more)).toBe(answer);
  });
});

const handedOut = (date: string): Json => ({
  resourceType: 'MedicationDispense',
  status: 'completed',
  medicationCodeableConcept: { text: 'aspirin' },
  whenHandedOver: date,
});
const ordered = (authoredOn: string): Json => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text: 'aspirin' },
  authoredOn,
});
const taken = (period: Json | undefined): Json => statement('aspirin', '', { effectivePeriod: period });
const running = (start: string, end?: string): Json =>
  administration('aspirin', '', {
    status: 'in-progress',
    effectiveDateTime: undefined,
    effectivePeriod: { start, ...(end !== undefined && { end }) },
  });
const once = (effectiveDateTime: string): Json => ({ ...taken(undefined), effectiveDateTime });
describe('a drug', () => {
  it.each<readonly [boolean, string, Json]>([
    [true, 'taken nobody says when', taken(undefined)],
    [true, 'taken since the last day', taken({ start: '2026-05-31' })],
    [false, 'taken since the day after', taken({ start: '2026-06-01' })],
    [true, 'taken since long before, with an open end', taken({ start: '2020-01-01' })],
    [true, 'taken until the first day', taken({ start: '2020-01-01', end: '2026-05-01' })],
    [false, 'taken until the day before', taken({ start: '2020-01-01', end: '2026-04-30' })],
    [true, 'given on the first day', administration('aspirin', '2026-05-01')],
    [false, 'given on the day before', administration('aspirin', '2026-04-30')],
    [true, 'given in the month of the first day', administration('aspirin', '2026-05')],
    [true, 'given on the last day', administration('aspirin', '2026-05-31')],
    [false, 'given on the day after', administration('aspirin', '2026-06-01')],
    [
      false,
      'given since the day before, which nobody ended',
      administration('aspirin', '', { effectiveDateTime: undefined, effectivePeriod: { start: '2026-04-30' } }),
    ],
    [
      true,
      'given since the first day, which nobody ended',
      administration('aspirin', '', { effectiveDateTime: undefined, effectivePeriod: { start: '2026-05-01' } }),
    ],
    [true, 'being given since long before', running('2020-01-01')],
    [true, 'being given since the last day', running('2026-05-31')],
    [false, 'being given since the day after', running('2026-06-01')],
    [false, 'being given, until the day before', running('2020-01-01', '2026-04-30')],
    [
      true,
      'taken since long before, completed, which nobody ended',
      { ...taken({ start: '2020-01-01' }), status: 'completed' },
    ],
    [true, 'taken once on the first day', once('2026-05-01')],
    [false, 'taken once on the day before', once('2026-04-30')],
    [true, 'ordered on the last day', ordered('2026-05-31')],
    [false, 'ordered on the day after', ordered('2026-06-01')],
    [true, 'ordered long before', ordered('2020-01-01')],
    [true, 'handed out on the first day', handedOut('2026-05-01')],
  ])('%s: %s', (answer, _, resource) => {
    expect(given(resource)).toBe(answer);
  });
});

describe('a drug, where what is over and has no end is taken for its own day', () => {
  const over = (start: string | undefined, status: string, end?: string): Json => ({
    ...taken(start === undefined ? undefined : { start, ...(end !== undefined && { end }) }),
    status,
  });
  const order = (authoredOn: string, status: string): Json => ({ ...ordered(authoredOn), status });
  it.each<readonly [boolean, string, Json]>([
    [true, 'ordered long before', order('2020-01-01', 'active')],
    [true, 'ordered on the first day and completed', order('2026-05-01', 'completed')],
    [false, 'ordered on the day before and completed', order('2026-04-30', 'completed')],
    [false, 'ordered on the day before and stopped', order('2026-04-30', 'stopped')],
    [false, 'ordered on the day after', order('2026-06-01', 'active')],
    [true, 'completed, begun in the month of the first day', over('2026-05', 'completed')],
    [false, 'completed, begun on the day before', over('2026-04-30', 'completed')],
    [true, 'completed, nobody says when', over(undefined, 'completed')],
    [true, 'completed, taken until the first day', over('2020-01-01', 'completed', '2026-05-01')],
    [false, 'completed, taken until the day before', over('2020-01-01', 'completed', '2026-04-30')],
  ])('%s: %s', (answer, _, resource) => {
    expect(recordOf([resource]).medications.map((entry) => mayHaveBeenOrdered(entry, from, to))).toEqual([answer]);
  });
});
