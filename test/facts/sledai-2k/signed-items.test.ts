// What do forms and attributions say of one item of SLEDAI-2K?

import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../../src/facts/sledai-2k/items.ts';
import type { Attribution } from '../../../src/facts/screening.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import { day, observation } from '../../builders.ts';
import { total } from './builders.ts';
import { askItem, nothing, type Answer, type Stated } from './one-item.ts';

describe('the form behind a recorded total', () => {
  const scored = (answer: Json, more: Json = {}): Json =>
    total(8, '2026-05-28', { component: [{ code: { text: 'Vasculitis' }, ...answer }], ...more });
  const onForm = (state: Answer['state']): Answer => ({
    ...nothing,
    state,
    signed: true,
    why: say('sledai.on-form'),
  });
  it.each<[string, ItemId, Answer, readonly Json[]]>([
    ['yes', 'vasculitis', onForm('present'), [scored({ valueInteger: 8 })]],
    ['no', 'vasculitis', onForm('absent'), [scored({ valueInteger: 0 })]],
    ['nothing', 'vasculitis', nothing, [scored({})]],
    [
      'nothing of an item that results decide',
      'fever',
      nothing,
      [scored({ code: { text: 'Fever' }, valueInteger: 1 })],
    ],
    [
      'what the form says beside a bare total',
      'vasculitis',
      onForm('present'),
      [total(8, '2026-05-28'), scored({ valueInteger: 8 })],
    ],
    [
      'nothing once the form is too old',
      'vasculitis',
      nothing,
      [scored({ valueInteger: 8 }, { effectiveDateTime: '2026-05-01' })],
    ],
  ])('says %s of %s', (_, id, answer, resources) => {
    expect(askItem(id, resources)).toEqual(answer);
  });
});

describe('an attribution', () => {
  const protein = observation('2889-4', 0.9, 'g/(24.h)', '2026-05-20');
  const little = observation('2889-4', 0.1, 'g/(24.h)', '2026-05-20');
  const by = (id: string, date: string): Message => say(`sledai.${id}`, { author: 'Dr. Li', date });
  const settled = (to: Attribution['to'], date: string, base: Answer, id: ItemId): Answer => ({
    ...base,
    state: to === 'lupus' ? 'present' : 'absent',
    signed: true,
    why: by(to === 'lupus' ? 'attributed-to-lupus' : 'attributed-elsewhere', date),
    attribution: { item: id, to, author: 'Dr. Li', date: day(date) },
  });
  const result = (state: Answer['state'], value: string): Answer => ({
    ...nothing,
    state,
    evidence: [{ reference: 'Observation/r1', label: say('measurement.urineProtein24h'), value, date: '2026-05-20' }],
    on: '2026-05-20',
    days: ['2026-06-20'],
  });
  const found = result('present', '0.9 g/(24.h)');
  const normal = result('absent', '0.1 g/(24.h)');
  it.each<[string, ItemId, Answer, readonly Json[], readonly Stated[]]>([
    [
      'to lupus',
      'proteinuria',
      settled('lupus', '2026-05-30', found, 'proteinuria'),
      [protein],
      [['lupus', '2026-05-30']],
    ],
    [
      'on the day of the result',
      'proteinuria',
      settled('lupus', '2026-05-20', found, 'proteinuria'),
      [protein],
      [['lupus', '2026-05-20']],
    ],
    ['before the result', 'proteinuria', found, [protein], [['lupus', '2026-05-19']]],
    [
      'today',
      'proteinuria',
      settled('lupus', '2026-06-01', found, 'proteinuria'),
      [protein],
      [['lupus', '2026-06-01']],
    ],
    ['tomorrow', 'proteinuria', found, [protein], [['not-lupus', '2026-06-02']]],
    [
      'to another cause',
      'proteinuria',
      settled('not-lupus', '2026-05-30', found, 'proteinuria'),
      [protein],
      [['not-lupus', '2026-05-30']],
    ],
    ['of a normal result', 'proteinuria', normal, [little], [['lupus', '2026-05-30']]],
    [
      'of a normal result to another cause',
      'proteinuria',
      askItem('proteinuria', [little]),
      [little],
      [['not-lupus', '2026-05-30']],
    ],
    ['of no result', 'proteinuria', nothing, [], [['lupus', '2026-05-30']]],
    [
      'of no result to another cause',
      'proteinuria',
      settled('not-lupus', '2026-05-30', nothing, 'proteinuria'),
      [],
      [['not-lupus', '2026-05-30']],
    ],
    [
      'of what an examination shows',
      'rash',
      settled('lupus', '2026-05-30', nothing, 'rash'),
      [],
      [['lupus', '2026-05-30']],
    ],
    [
      'on the first day of the time',
      'rash',
      settled('lupus', '2026-05-02', nothing, 'rash'),
      [],
      [['lupus', '2026-05-02']],
    ],
    ['the day before', 'rash', nothing, [], [['lupus', '2026-05-01']]],
    [
      'that another follows',
      'rash',
      settled('not-lupus', '2026-05-31', nothing, 'rash'),
      [],
      [
        ['not-lupus', '2026-05-31'],
        ['lupus', '2026-05-30'],
      ],
    ],
    [
      'and the last of a day',
      'rash',
      settled('lupus', '2026-05-30', nothing, 'rash'),
      [],
      [
        ['not-lupus', '2026-05-30'],
        ['lupus', '2026-05-30'],
      ],
    ],
  ])('%s of %s', (_, id, answer, resources, stated) => {
    expect(askItem(id, resources, ...stated)).toEqual(answer);
  });
});
