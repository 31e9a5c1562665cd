// What do the tests of the bounds of SLEDAI-2K ask for, and what is missing there?

import { expect, it } from 'vitest';
import type { ItemId } from '../../../src/facts/sledai-2k/items.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Missing } from '../../../src/logic/finding.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';
import { observation } from '../../builders.ts';
import { expected } from '../whole.ts';
import { withLower, withUpper } from './builders.ts';
import { askWhole, item, shown, type Asked } from './shown.ts';

export const day = '2026-05-20';
export const protein = observation('2889-4', 0.9, 'g/(24.h)', day);
export const lowC3 = observation('4485-9', 0.5, 'g/L', day, withLower(0.9, 'g/L'));
export const dna = observation('5130-0', 180, '[IU]/mL', day, withUpper(100, '[IU]/mL'));
export const eightPoints = [protein, lowC3, dna];
export const shownProtein = (n: number, why?: Message) => shown(n, item('proteinuria', why), '0.9 g/(24.h)', day);
export const shownC3 = (n: number, why?: Message) => shown(n, item('low-complement', why), '0.5 g/L', day);
export const shownDna = (n: number, why?: Message) => shown(n, item('increased-dna-binding', why), '180 [IU]/mL', day);
export const what = say('measurement.SLEDAI-2K');

export const none = say('latest.none', { what, days: 30 });
export const undecided = (lower: number, upper: number, why: Message = none, limit = 8) =>
  say(lower === 0 && upper === 105 ? 'sledai.nothing-known' : 'sledai.undecided', {
    lower,
    upper,
    limit,
    days: 30,
    why,
  });

/** LOINC codes to order for each item that results decide, as the clinical specification names them. */
export const orders: readonly (readonly [ItemId, ...(readonly [string, string])[]])[] = [
  ['urinary-casts', ['5807-3', 'RBC casts in urine sediment']],
  ['haematuria', ['13945-1', 'Erythrocytes in urine sediment per high power field']],
  ['proteinuria', ['2889-4', 'Protein in 24 hour urine'], ['2890-2', 'Protein/creatinine in urine']],
  ['pyuria', ['5821-4', 'Leukocytes in urine sediment per high power field']],
  ['low-complement', ['4485-9', 'Complement C3'], ['4498-2', 'Complement C4']],
  ['increased-dna-binding', ['5130-0', 'DNA double strand Ab']],
  ['fever', ['8310-5', 'Body temperature']],
  ['thrombocytopenia', ['777-3', 'Platelets']],
  ['leukopenia', ['6690-2', 'Leukocytes']],
];
export const missing = (...known: readonly ItemId[]): readonly Missing[] => [
  { what: say('sledai.record-total', { days: 30 }), orders: [] },
  ...orders
    .filter(([id]) => !known.includes(id))
    .map(([id, ...codes]) => ({
      what: say(`sledai.item.${id}`),
      orders: codes.map(([code, display]) => ({
        coding: { system: 'http://loinc.org', code, display },
        windowDays: 30,
      })),
    })),
];
export const measuredEight = ['proteinuria', 'low-complement', 'increased-dna-binding'] as const;

export type More = Parameters<typeof expected>[2];
export type Row = readonly [string, Verdict, Message, readonly Json[], More, Asked?];
export const table = (rows: readonly Row[]): void => {
  for (const [title, verdict, reason, resources, more, asked] of rows)
    it(`${title} is ${verdict}`, () => {
      expect(askWhole(resources, asked)).toEqual(expected(verdict, reason, more));
    });
};
