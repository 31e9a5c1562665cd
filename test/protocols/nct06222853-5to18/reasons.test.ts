// What does a criterion say whose answer is always the same, and by which name does it call what it asks about?

import { expect, it } from 'vitest';
import { otherReason } from '../../../src/protocols/nct06222853-5to18/e13-other-reason.ts';
import { hepatitisB } from '../../../src/protocols/nct06222853-5to18/e8-hepatitis-b.ts';
import { hepatitisC } from '../../../src/protocols/nct06222853-5to18/e8-hepatitis-c.ts';
import { suitableForCellCollection } from '../../../src/protocols/nct06222853-5to18/i5-cell-collection.ts';
import { informedConsent } from '../../../src/protocols/nct06222853-5to18/i7-consent.ts';
import { ask } from '../../ask.ts';
import { condition } from '../../facts/history-entries.ts';

it.each([
  ['I5', suitableForCellCollection, 'human.cell-collection'],
  ['I7', informedConsent, 'human.consent'],
  ['E13', otherReason, 'human.other-reason'],
] as const)('%s says what only a human judges', (_, criterion, id) => {
  expect(ask(criterion, [])).toMatchObject({ verdict: 'needs-investigator', reason: { id } });
});

it.each([
  ['HBV', hepatitisB, 'Chronic hepatitis B'],
  ['HCV', hepatitisC, 'Chronic hepatitis C'],
] as const)(
  'the criterion about %s names it, and takes its diagnosis for positive serology',
  (virus, criterion, name) => {
    expect(ask(criterion, [condition(name)]).reason.values).toMatchObject({
      virus,
      serology: { id: 'serology.of-markers.positive' },
    });
  },
);
