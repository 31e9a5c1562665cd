// Which results decide the nine measured items of SLEDAI-2K, by which limits?

import type { Order } from '../../logic/finding.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';
import { cytotoxicDrug, infection, menstruation, urinaryInfection, type Guard } from './guards.ts';
import type { ItemId } from './items.ts';
import { belowRange, lessThan, moreThan, positive, proteinuria, seen, type Limit } from './limits.ts';

const loinc = (code: string, display: string): Order['coding'] => ({ system: 'http://loinc.org', code, display });

type Measured = {
  /** Each list is one pool of which the latest result decides; the item is present if any pool says so. */
  readonly pools: readonly (readonly MeasurementName[])[];
  readonly limit: Limit;
  /** How many pools must be known and negative before the item is absent. */
  readonly negativesNeeded: number;
  readonly guards: readonly Guard[];
  readonly orders: readonly Order['coding'][];
};

const measured = (
  pools: Measured['pools'],
  limit: Limit,
  orders: Measured['orders'],
  more: Partial<Measured> = {},
): Measured => ({ pools, limit, orders, negativesNeeded: 1, guards: [], ...more });

/** Limits and exclusions. @source clinical specification, section 3, items 11-14 and 20-24 */
export const measuredItems: ReadonlyMap<ItemId, Measured> = new Map<ItemId, Measured>([
  ['urinary-casts', measured([['urineCastsCellular']], seen, [loinc('5807-3', 'RBC casts in urine sediment')])],
  [
    'haematuria',
    measured([['urineRBC']], moreThan(5), [loinc('13945-1', 'Erythrocytes in urine sediment per high power field')], {
      guards: [urinaryInfection, menstruation],
    }),
  ],
  [
    'proteinuria',
    measured([['urineProtein24h', 'UPCR']], proteinuria, [
      loinc('2889-4', 'Protein in 24 hour urine'),
      loinc('2890-2', 'Protein/creatinine in urine'),
    ]),
  ],
  [
    'pyuria',
    measured([['urineWBC']], moreThan(5), [loinc('5821-4', 'Leukocytes in urine sediment per high power field')], {
      guards: [urinaryInfection],
    }),
  ],
  [
    'low-complement',
    measured(
      [['C3'], ['C4'], ['CH50']],
      belowRange,
      [loinc('4485-9', 'Complement C3'), loinc('4498-2', 'Complement C4')],
      { negativesNeeded: 2 },
    ),
  ],
  ['increased-dna-binding', measured([['antiDsDNA']], positive, [loinc('5130-0', 'DNA double strand Ab')])],
  ['fever', measured([['temperature']], moreThan(38), [loinc('8310-5', 'Body temperature')], { guards: [infection] })],
  ['thrombocytopenia', measured([['platelets']], lessThan(100), [loinc('777-3', 'Platelets')])],
  ['leukopenia', measured([['WBC']], lessThan(3), [loinc('6690-2', 'Leukocytes')], { guards: [cytotoxicDrug] })],
]);

/** What to order to decide an item; nothing for the items that need an examination. */
export const ordersFor = (id: ItemId): readonly Order['coding'][] => measuredItems.get(id)?.orders ?? [];
