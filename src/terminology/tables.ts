// Which data tables does an answer rest on? All of them, for the engine's digest.

import atcGroups from './data/drugs/atc-groups.json' with { type: 'json' };
import routes from './data/drugs/routes.json' with { type: 'json' };
import units from './data/units.json' with { type: 'json' };
import vaccines from './data/vaccines.json' with { type: 'json' };
import { allIngredients, products } from './drug-table.ts';
import { allMeasurements, lookalikes } from './measurement-table.ts';
import { valueSetFiles } from './value-set-files.ts';

export const tables: readonly unknown[] = [
  allIngredients,
  [...products],
  atcGroups,
  routes,
  units,
  vaccines,
  allMeasurements,
  lookalikes,
  valueSetFiles,
];
