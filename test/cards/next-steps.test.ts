// What stands under "what to do next", where much is missing?

import { expect, it } from 'vitest';
import { waitingFor } from '../../src/cards/next-steps.ts';
import { say, verbatim } from '../../src/logic/message.ts';
import { criterion } from './assessments.ts';

const search = (name: string) => say(`history.search.${name}`);
const readAgain = (...names: readonly string[]) => ({
  what: say('history.read-again', { searches: names.map(search) }),
  orders: [],
});

it('searches to be read again stood on the card for every criterion anew, before results that somebody can order', () => {
  const height = { what: verbatim('body height'), orders: [] };
  const open = [
    criterion('E1', 'unknown', { missing: [readAgain('conditions', 'procedures')] }),
    criterion('E4', 'unknown', { missing: [readAgain('conditions'), readAgain('conditions', 'diagnosticReports')] }),
    criterion('I4', 'unknown', { missing: [height, readAgain('procedures')] }),
  ];
  expect(waitingFor(open, 'en').map(({ criteria, things }) => [criteria.map(({ id }) => id), things])).toEqual([
    [['I4'], ['body height']],
    [['E1', 'E4', 'I4'], ['complete search for diagnoses; procedures; reports']],
  ]);
});

it('a thing named the tests of everything that its criterion waits for: casts in the urine as what settles a dose', () => {
  const order = (code: string) => ({ coding: { system: 'http://loinc.org', code, display: code }, windowDays: 30 });
  const casts = { what: verbatim('urinary casts'), orders: [order('casts')] };
  const dose = { what: verbatim('the daily dose'), orders: [] };
  const open = [
    criterion('I2', 'unknown', { missing: [casts, dose] }),
    criterion('I3', 'unknown', { missing: [casts, casts] }),
  ];
  expect(
    waitingFor(open, 'en').map(({ criteria, things, orders }) => [
      criteria.map(({ id }) => id),
      things,
      [...new Set(orders.map(({ coding }) => coding.code))],
    ]),
  ).toEqual([
    [['I2', 'I3'], ['urinary casts'], ['casts']],
    [['I2'], ['the daily dose'], []],
  ]);
});
