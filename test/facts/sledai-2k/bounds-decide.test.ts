// What does the whole answer say where the bounds of the items decide?

import { describe } from 'vitest';
import { items, type ItemId } from '../../../src/facts/sledai-2k/items.ts';
import { say } from '../../../src/logic/message.ts';
import { day as date, textObservation } from '../../builders.ts';
import { diagnosis, total } from './builders.ts';
import {
  day,
  protein,
  lowC3,
  eightPoints,
  shownProtein,
  shownC3,
  shownDna,
  undecided,
  orders,
  missing,
  measuredEight,
  table,
} from './bounds.ts';
import { item, pointer, shown, to } from './shown.ts';

describe('the bounds decide', () => {
  const by = (id: string, date = '2026-05-30') => say(`sledai.${id}`, { author: 'Dr. Li', date });
  const values = (lower: number, upper: number, limit = 8) => ({ lower, upper, limit, days: 30 });
  const named = measuredEight.map((id) => say(`sledai.item.${id}`));
  const away = (...but: readonly ItemId[]) =>
    items.filter(({ id }) => !but.includes(id)).map(({ id }) => to(id, 'not-lupus'));
  table([
    [
      'eight computed points',
      'needs-investigator',
      say('sledai.provisional', { ...values(8, 105), items: named }),
      [...eightPoints, diagnosis('vasculitis'), total(14, '2026-03-18')],
      {
        evidence: [
          shownProtein(1),
          shownC3(2),
          shownDna(3),
          shown(4, item('vasculitis', say('sledai.diagnosis-only')), 'vasculitis', day, 'Condition'),
        ],
        flags: ['SLEDAI_LOWER_BOUND_PROVISIONAL', 'STALE:SLEDAI'],
        days: ['2026-04-18', '2026-06-20'],
      },
    ],
    [
      'eight computed points of which an investigator signed six',
      'needs-investigator',
      say('sledai.provisional', { ...values(8, 105), items: named }),
      eightPoints,
      {
        evidence: [shownProtein(1, by('attributed-to-lupus')), shownC3(2, by('attributed-to-lupus')), shownDna(3)],
        flags: ['SLEDAI_LOWER_BOUND_PROVISIONAL'],
        days: ['2026-06-20', '2026-06-30'],
      },
      { attributions: [to('proteinuria', 'lupus'), to('low-complement', 'lupus')] },
    ],
    [
      'eight computed points of a time in which nothing was missed',
      'needs-investigator',
      say('sledai.provisional', { ...values(8, 105), items: named }),
      eightPoints,
      {
        evidence: [shownProtein(1), shownC3(2), shownDna(3)],
        flags: ['SLEDAI_LOWER_BOUND_PROVISIONAL'],
        days: ['2026-06-20'],
      },
      { retrieved: { observations: { state: 'partial', reason: 'cut off', completeSince: date('2026-05-01') } } },
    ],
    [
      'eight signed points beside an open total',
      'met',
      say('sledai.signed', values(8, 105)),
      [...eightPoints, textObservation('SLEDAI-2K', '>5', day)],
      {
        evidence: [
          shownProtein(1, by('attributed-to-lupus')),
          shownC3(2, by('attributed-to-lupus')),
          shownDna(3, by('attributed-to-lupus')),
        ],
        days: ['2026-06-20', '2026-06-30'],
      },
      { attributions: measuredEight.map((id) => to(id, 'lupus')) },
    ],
    [
      'eight signed points of the nervous system',
      'met',
      say('sledai.signed', values(12, 97)),
      [protein],
      {
        evidence: [{ label: item('seizure', by('attributed-to-lupus')) }, shownProtein(1), pointer(8, 'seizure')],
        flags: ['SLEDAI_CNS_ONLY'],
        days: ['2026-06-20', '2026-06-30'],
      },
      { attributions: [to('seizure', 'lupus'), to('psychosis', 'not-lupus')] },
    ],
    [
      'at most seven points',
      'not-met',
      say('sledai.cannot-reach', values(2, 7)),
      [lowC3],
      {
        evidence: away('low-complement', 'increased-dna-binding', 'fever', 'thrombocytopenia', 'leukopenia').map(
          ({ item: id }) => ({
            label: item(items.find((each) => each.id === id)?.id ?? 'rash', by('attributed-elsewhere')),
          }),
        ),
        days: ['2026-06-20', '2026-06-30'],
      },
      { attributions: away('low-complement', 'increased-dna-binding', 'fever', 'thrombocytopenia', 'leukopenia') },
    ],
    [
      'at most eight points',
      'unknown',
      undecided(0, 8),
      [],
      { missing: missing(...orders.map(([id]) => id)), days: ['2026-06-30'] },
      { attributions: away('vasculitis') },
    ],
  ]);
});
