// Which results decide the nine measured items of SLEDAI-2K, by which limits?

import type { Order } from '../../logic/finding.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';
import { cytotoxicDrug, infection, menstruation, urinaryInfection, type Guard } from './guards.ts';
import type { ItemId } from './items.ts';
import { belowRange, lessThan, moreThan, positive, proteinuria, seen, type Limit } from './limits.ts';
import { testFor } from '../orders.ts';

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
  ['urinary-casts', measured([['urineCastsCellular']], seen, [testFor.urineCasts])],
  [
    'haematuria',
    measured([['urineRBC']], moreThan(5), [testFor.urineErythrocytes], {
      guards: [urinaryInfection, menstruation],
    }),
  ],
  [
    'proteinuria',
    measured([['urineProtein24h', 'UPCR']], proteinuria, [testFor.proteinOfDay, testFor.proteinToCreatinine]),
  ],
  [
    'pyuria',
    measured([['urineWBC']], moreThan(5), [testFor.urineLeukocytes], {
      guards: [urinaryInfection],
    }),
  ],
  [
    'low-complement',
    measured([['C3'], ['C4'], ['CH50']], belowRange, [testFor.complementC3, testFor.complementC4], {
      negativesNeeded: 2,
    }),
  ],
  ['increased-dna-binding', measured([['antiDsDNA']], positive, [testFor.doubleStrandedDna])],
  ['fever', measured([['temperature']], moreThan(38), [testFor.temperature], { guards: [infection] })],
  ['thrombocytopenia', measured([['platelets']], lessThan(100), [testFor.platelets])],
  ['leukopenia', measured([['WBC']], lessThan(3), [testFor.leukocytes], { guards: [cytotoxicDrug] })],
]);

/** What to order to decide an item; nothing for the items that need an examination. */
export const ordersFor = (id: ItemId): readonly Order['coding'][] => measuredItems.get(id)?.orders ?? [];
