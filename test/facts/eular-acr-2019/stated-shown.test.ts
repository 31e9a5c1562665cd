// How does the answer show what an investigator says of an item of the 2019 EULAR/ACR criteria?

import { expect, it } from 'vitest';
import { classificationFacts, classifiedAsSle } from '../../../src/facts/eular-acr-2019/classification.ts';
import type { Attribution } from '../../../src/facts/screening.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { day, recordOf, screeningOn } from '../../builders.ts';
import { diagnosis } from '../sledai-2k/builders.ts';
import { ana as result, sle, total } from './builders.ts';

type Stated = readonly [item: string, to: Attribution['to']];

const screeningWith = (stated: readonly Stated[]) =>
  screeningOn('2026-06-01', {
    attributions: stated.map(([item, to]) => ({
      item: `eular-acr:${item}`,
      to,
      author: 'Dr Li',
      date: day('2026-05-01'),
    })),
  });
const ana = result('1:320');
const seizure = diagnosis('癫痫发作', { onsetDateTime: '2024-05-01' });

it('is shown with its author and day beside what it judges', () => {
  const shown = (id: string, resources: readonly Json[]) =>
    classificationFacts(recordOf(resources), screeningWith([[id, 'lupus']]))
      .points()
      .counted.map(({ evidence }) => evidence);
  const stated = (id: string) => ({
    label: say(`eular.item.${id}`),
    value: say('sledai.attributed-to-lupus', { author: 'Dr Li', date: '2026-05-01' }),
  });
  expect(shown('acute-cutaneous', [])).toEqual([[stated('acute-cutaneous')]]);
  expect(shown('seizure', [seizure])).toEqual([
    [
      { reference: 'Condition/r1', label: say('sle.diagnosis'), value: '癫痫发作', date: '2024-05-01' },
      stated('seizure'),
    ],
  ]);
});

const taken = (total: string, points: number, lower = 0) => ({ total, needed: 10, points, lower });
it.each<[string, string, Parameters<typeof say>[1], readonly Json[], readonly Stated[]]>([
  [
    'the points that a total may have lost',
    'eular.withdrawn',
    taken('15', 6),
    [total(15), ana, sle],
    [['joint-involvement', 'not-lupus']],
  ],
  [
    'the highest of each domain',
    'eular.withdrawn',
    taken('17', 8),
    [total(17), ana, sle],
    [
      ['subacute-or-discoid', 'not-lupus'],
      ['acute-cutaneous', 'not-lupus'],
      ['fever', 'not-lupus'],
    ],
  ],
  [
    'them beside a total that never reached ten',
    'eular.diagnosed-total-below',
    taken('9', 2),
    [total(9), ana, sle],
    [['fever', 'not-lupus']],
  ],
  [
    'them where the only clinical item in a note may be the one that was taken away',
    'eular.total-not-clinical',
    taken('16', 6),
    [total(16, { note: [{ text: 'arthritis' }] }), ana],
    [['joint-involvement', 'not-lupus']],
  ],
])('the reason names %s', (_, id, values, resources, stated) => {
  expect(classifiedAsSle(recordOf(resources), screeningWith(stated))).toMatchObject({
    verdict: 'needs-investigator',
    reason: say(id, values),
  });
});
