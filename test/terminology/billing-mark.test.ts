// Is the mark of a billing system told from the cancer of the same letters?

import { expect, it } from 'vitest';
import { withoutBillingMark } from '../../src/terminology/billing-mark.ts';

it.each([
  ['Systemic lupus erythematosus (HCC)', 'Systemic lupus erythematosus'],
  ['Lupus nephritis (CMS/HCC)', 'Lupus nephritis'],
  ['Lupus nephritis (HHS-HCC), active', 'Lupus nephritis, active'],
  ['Liver failure (CMS-HCC)', 'Liver failure'],
])('the mark is no part of the name: %s', (name, rest) => {
  expect(withoutBillingMark(name)).toBe(rest);
});

it.each(['Mass of the liver (HCC)', 'Tumour (HCC)', 'History of (HCC) treated 2019', 'Chronic kidney disease'])(
  'what may be a carcinoma stays: %s',
  (name) => {
    expect(withoutBillingMark(name)).toBe(name);
  },
);
