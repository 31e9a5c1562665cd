// Which orders of glucocorticoids are read, in prednisone equivalents, and which are noted and not counted?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { exposuresOf } from '../../../src/facts/drugs/exposures.ts';
import { glucocorticoidOrders } from '../../../src/facts/glucocorticoids/orders.ts';
import { recordOf, screeningOn } from '../../builders.ts';
import { orderText } from './piece.ts';
import { by, read, tenDays } from './read.ts';
import { administration, daily, mg, order, timing, today } from './prednisone.ts';

describe('60 mg in prednisone equivalents (R-4.1)', () => {
  it.each([
    ['prednisone', '60 mg'],
    ['prednisolone', '60 mg'],
    ['methylprednisolone', '75 mg'],
    ['dexamethasone', '400 mg'],
    ['betamethasone', '400 mg'],
    ['hydrocortisone', '15 mg'],
    ['cortisone', '12 mg'],
    ['triamcinolone', '75 mg'],
    ['deflazacort', '50 mg'],
    ['meprednisone', 'unreadable'],
    ['vamorolone', 'unreadable'],
  ])('of %s are %s', (drug, dose) => {
    expect(read(by('oral', `${drug} tablet`))).toEqual([`r1 ${drug} 9 to 0; 9 to 0: ${dose}`]);
  });

  it('of a dose that cannot be read are not known', () => {
    const dosage = { timing: timing(1, 1, 'd', tenDays) };
    expect(read(order('methylprednisolone tablet', [dosage]))).toEqual([
      'r1 methylprednisolone 9 to 0; 9 to 0: unreadable',
    ]);
  });

  it('of a dose per kg are per kg, and its ceiling is converted too', () => {
    const dosage = {
      timing: timing(1, 1, 'd', tenDays),
      doseAndRate: [{ doseQuantity: { value: 1, unit: 'mg/kg' } }],
      maxDosePerAdministration: { value: 48, unit: 'mg' },
    };
    expect(read(order('methylprednisolone tablet', [dosage]))).toEqual([
      'r1 methylprednisolone 9 to 0; 9 to 0: 1.25 mg per kilogram at most 60',
    ]);
    expect(read(order('prednisone tablet', [dosage]))).toEqual([
      'r1 prednisone 9 to 0; 9 to 0: 1 mg per kilogram at most 48',
    ]);
  });

  it.each([
    // 8 mg of the phosphate are 6.08 mg of base.
    ['dexamethasone sodium phosphate 4 MG/ML Injection', 8, 'dexamethasone 9 to 0; of salt; 9 to 0: 40.53 mg'],
    ['dexamethasone injection', 6, 'dexamethasone 9 to 0; 9 to 0: 40 mg'],
    ['methylprednisolone sodium succinate 40 MG Injection', 40, 'methylprednisolone 9 to 0; 9 to 0: 50 mg'],
    ['prednisolone sodium phosphate 20 MG/ML Injection', 40, 'prednisolone 9 to 0; 9 to 0: 40 mg'],
  ])('of %s: only the strength of dexamethasone phosphate is that of a salt', (drug, milligrams, expected) => {
    expect(read(by('intravenous', drug, milligrams))).toEqual([`r1 ${expected}`]);
  });
});

describe('a depot counts on its first day only', () => {
  it.each<readonly [string, Json, string]>([
    ['betamethasone', by('intramuscular', 'Diprospan injection', 6), 'betamethasone 9 to 0; depot; 9 to 9: 40 mg'],
    ['triamcinolone', by('intramuscular', 'Kenalog injection', 40), 'triamcinolone 9 to 0; depot; 9 to 9: 50 mg'],
    [
      'prednisolone',
      by('intramuscular', 'prednisolone acetate injectable suspension'),
      'prednisolone 9 to 0; depot; 9 to 9: 60 mg',
    ],
    [
      'a depot of some day of May',
      order('Kenalog injection', [
        {
          ...daily(40, 9),
          timing: timing(1, 1, 'd', { boundsPeriod: { start: '2026-05', end: today } }),
          route: { text: 'intramuscular' },
        },
      ]),
      'triamcinolone 31~1 to 0; depot; 31~1 to 31~1: 50 mg',
    ],
  ])('%s', (_, resource, expected) => {
    expect(read(resource)).toEqual([`r1 ${expected}`]);
  });
});

describe('what is noted', () => {
  it.each<readonly [string, Json, readonly string[]]>([
    [
      'what is taken only when needed',
      by('oral', 'prednisone', 40, { asNeededBoolean: true }),
      ['r1 prednisone as-needed'],
    ],
    [
      'what is taken when needed beside what is taken daily',
      order('prednisone tablet', [{ ...daily(40, 9, 0), asNeededBoolean: true }, daily(5, 9, 0)]),
      ['r1 prednisone 9 to 0; 9 to 0: 5 mg', 'r1 prednisone as-needed'],
    ],
    [
      'what has no day',
      order('prednisone tablet', [{ timing: timing(1, 1, 'd'), doseAndRate: [mg(40)] }]),
      ['r1 prednisone undated'],
    ],
    [
      'an injection nobody says where, without a day',
      { ...administration('dexamethasone injection', 6, today, 'injection'), effectiveDateTime: undefined },
      ['r1 dexamethasone undated'],
    ],
    ['what is local and has no day', order('dexamethasone eye drops', []), ['r1 dexamethasone not-systemic']],
  ])('%s', (_, resource, expected) => {
    expect(read(resource)).toEqual(expected);
  });
});

describe('which drugs are asked', () => {
  it.each<readonly [string, Json, readonly string[]]>([
    ['no other drug', by('oral', 'metformin tablet'), []],
    ['none that nobody can name', by('oral', 'frobnicol tablet'), []],
    [
      'of a combination with another drug that is known',
      by('oral', 'prednisone and hydroxychloroquine tablet', 20),
      ['r1 prednisone 9 to 0; 9 to 0: 20 mg'],
    ],
    [
      'of a combination the glucocorticoid alone',
      by('oral', 'betamethasone 0.25 MG / dexchlorpheniramine maleate 2 MG Oral Tablet', 0.75),
      ['r1 betamethasone 9 to 0; 9 to 0: 5 mg'],
    ],
  ])('%s', (_, resource, expected) => {
    expect(read(resource)).toEqual(expected);
    const record = recordOf([resource]);
    const all = exposuresOf(record, screeningOn(today));
    expect(glucocorticoidOrders(record, all).orders.map(orderText)).toEqual(expected);
  });
});
