// What is said of a drug that was begun to be given and does not count, and when does it begin and cease to matter?

import { expect, it } from 'vitest';
import { brokenOffAhead, brokenOffSince } from '../../../src/facts/drugs/broken-off.ts';
import type { MedicationEntry } from '../../../src/fhir/entries.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { say } from '../../../src/logic/message.ts';
import { nameOf } from '../../../src/terminology/concept.ts';
import { day, recordOf, screeningOn } from '../../builders.ts';
import { administration, statement } from '../history-entries.ts';
import { expected, whole, type Whole } from '../whole.ts';

const screening = screeningOn('2026-06-01');
const concerns = ({ concepts }: MedicationEntry): boolean => !concepts.map(nameOf).includes('paracetamol');

const ask = (resource: Json, since = day('2026-05-25')): readonly Whole[] =>
  brokenOffSince(recordOf([resource]), screening, { concerns, since }).map(whole);

const begun = (date: string, more: Json = {}): Json =>
  administration('ceftriaxone', date, { status: 'stopped', ...more });
const during = (effectivePeriod: Json): Json => begun('', { effectiveDateTime: undefined, effectivePeriod });

type More = { readonly date?: string; readonly status?: string; readonly name?: string };
const asked = (
  { date, status = 'stopped', name = 'ceftriaxone' }: More,
  ...days: readonly string[]
): readonly Whole[] => [
  expected('needs-investigator', say('history.broken-off', { name, status }), {
    evidence: [
      {
        reference: 'MedicationAdministration/r1',
        label: say('history.broken-off-label', { status }),
        value: name,
        ...(date !== undefined && { date }),
      },
    ],
    days,
  }),
];

it.each<[string, Json, readonly Whole[]]>([
  ['on the first day of the window', begun('2026-05-25'), asked({ date: '2026-05-25' }, '2026-06-02')],
  ['on the day before', begun('2026-05-24'), []],
  ['today', begun('2026-06-01'), asked({ date: '2026-06-01' }, '2026-06-09')],
  ['tomorrow', begun('2026-06-02'), []],
  ['in a month partly within', begun('2026-05'), asked({ date: '2026-05' }, '2026-05-09', '2026-06-08')],
  ['in a month before', begun('2026-04'), []],
  ['on a day nobody says', begun('', { effectiveDateTime: undefined }), asked({})],
  [
    'until a day within',
    during({ start: '2026-05-20', end: '2026-05-26' }),
    asked({ date: '2026-05-20' }, '2026-06-03'),
  ],
  ['until a day before', during({ start: '2026-05-20', end: '2026-05-24' }), []],
  ['until a day, from one nobody says', during({ end: '2026-05-26' }), asked({}, '2026-06-03')],
  ['since a day before, and nobody ended it', during({ start: '2026-05-24' }), []],
  [
    'since long before, and held, nobody knows since when',
    { ...during({ start: '2026-05-01' }), status: 'on-hold' },
    asked({ date: '2026-05-01', status: 'on-hold' }, '2026-05-09'),
  ],
  [
    'and held',
    begun('2026-05-25', { status: 'on-hold' }),
    asked({ date: '2026-05-25', status: 'on-hold' }, '2026-06-02'),
  ],
  [
    'and nobody knows what became of it',
    begun('2026-05-25', { status: 'unknown' }),
    asked({ date: '2026-05-25', status: 'unknown' }, '2026-06-02'),
  ],
  [
    'and nobody says how it stands',
    begun('2026-05-25', { status: undefined }),
    asked({ date: '2026-05-25', status: '-' }, '2026-06-02'),
  ],
  [
    'without a name',
    begun('2026-05-25', { medicationCodeableConcept: undefined }),
    asked({ date: '2026-05-25', name: 'MedicationAdministration/r1' }, '2026-06-02'),
  ],
  ['and is of no concern', administration('paracetamol', '2026-05-25', { status: 'stopped' }), []],
  ['to the end, which is told elsewhere', begun('2026-05-25', { status: 'completed' }), []],
  ['not at all', begun('2026-05-25', { status: 'not-done' }), []],
  ['by nobody, being told only', statement('ceftriaxone', '2026-05-25', { status: 'on-hold' }), []],
])('a drug that was given %s', (_, resource, answer) => {
  expect(ask(resource)).toEqual(answer);
});

it('where it matters whenever it was given, no day ends it', () => {
  expect(ask(begun('2001-05-25'), -Infinity)).toEqual(asked({ date: '2001-05-25' }));
});

it.each([
  ['2026-06-01', []],
  ['2026-06-02', ['2026-06-02']],
  ['2026-06', ['2026-06-30']],
  ['2026-07', ['2026-07-01', '2026-07-31']],
  [undefined, []],
])('one that is dated %s begins to matter on %j', (date, days) => {
  const record = recordOf([
    begun('', { effectiveDateTime: date }),
    administration('paracetamol', '2026-06-20', { status: 'stopped' }),
    administration('ceftriaxone', '2026-06-20'),
  ]);
  const turns = brokenOffAhead(record, screening, concerns);
  expect([...new Set(turns.map(({ on }) => isoDay(on)))]).toEqual(days);
});
