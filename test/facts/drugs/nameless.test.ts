// Which medications that have no name may be the one that is asked for, and when?

import { expect, it } from 'vitest';
import { codesOf, namelessEver, namelessSince, namelessTurns } from '../../../src/facts/drugs/nameless.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { say } from '../../../src/logic/message.ts';
import { day, recordOf, screeningOn } from '../../builders.ts';

const screening = screeningOn('2026-06-01');
const since = day('2026-05-01');
const nameless = (more: Json = {}, code = 'X123'): Json => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  authoredOn: '2026-05-10',
  medicationCodeableConcept: { coding: [{ system: 'urn:oid:1.2.3', code }] },
  ...more,
});
const named = (text: string): Json => nameless({ medicationCodeableConcept: { text } });
const valid = (start: string, end: string): Json => ({ dispenseRequest: { validityPeriod: { start, end } } });
const unread = (...drugs: readonly string[]) => ({ what: say('medication-history.unread', { drugs }), orders: [] });
const asked = (...resources: readonly Json[]) => namelessSince(recordOf(resources), screening, since);

it('leave the question open, each code named once', () => {
  expect(asked(nameless({}, 'Y'), nameless({}, 'X'), nameless({}, 'Y'))).toEqual([
    {
      verdict: 'unknown',
      reason: say('history.nameless-drug', { since: '2026-05-01' }),
      evidence: [],
      missing: [unread('X', 'Y')],
      ignored: [],
      flags: [],
      turns: [],
    },
  ]);
  expect(codesOf(recordOf([nameless({}, 'Y'), nameless({}, 'X')]).medications)).toEqual(unread('X', 'Y'));
});

it.each(['\uFFFD\uFFFD霉素片', '?????'])('count also where their name was damaged on the way: %s', (text) => {
  expect(asked(named(text))).toHaveLength(1);
});

it.each<[string, Json, boolean]>([
  ['one with a code alone', nameless(), true],
  ['one with a name that nobody knows', named('little pink pill'), false],
  ['a drug that is known', named('azathioprine'), false],
  [
    'a drug that is known by its code alone',
    nameless({
      medicationCodeableConcept: { coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '1256' }] },
    }),
    false,
  ],
  [
    'one with a code, and a name beside it that nobody knows',
    nameless({
      contained: [{ resourceType: 'Medication', id: 'm', code: { coding: [{ system: 'urn:oid:1.2.3', code: 'X' }] } }],
      medicationCodeableConcept: undefined,
      medicationReference: { reference: '#m', display: 'little pink pill' },
    }),
    false,
  ],
  ['one of today', nameless({ authoredOn: '2026-06-01' }), true],
  ['one of tomorrow', nameless({ authoredOn: '2026-06-02' }), false],
  ['one without a day', nameless({ authoredOn: undefined }), true],
  ['an old one that goes on', nameless({ authoredOn: '2020-01-01' }), true],
  ['an old one that is completed', nameless({ authoredOn: '2020-01-01', status: 'completed' }), false],
  ['an old one that was stopped', nameless({ authoredOn: '2020-01-01', status: 'stopped' }), false],
  ['one completed, of the day before', nameless({ authoredOn: '2026-04-30', status: 'completed' }), false],
  ['one completed, of the first day', nameless({ authoredOn: '2026-05-01', status: 'completed' }), true],
  ['one completed, without a day', nameless({ authoredOn: undefined, status: 'completed' }), true],
  [
    'one completed, that ended on the first day',
    nameless({ status: 'completed', ...valid('2020-01-01', '2026-05-01') }),
    true,
  ],
  [
    'one completed, that ended on the day before',
    nameless({ status: 'completed', ...valid('2020-01-01', '2026-04-30') }),
    false,
  ],
])('%s may be it: %s', (_, resource, may) => {
  expect(asked(resource).length === 1).toBe(may);
});

it('only those count that may be it by what else they say', () => {
  const record = recordOf([nameless({}, 'X'), nameless({ status: 'completed' }, 'Y'), named('azathioprine')]);
  const active = ({ status }: { readonly status: string }) => status === 'active';
  expect(namelessSince(record, screening, since, active).flatMap(({ missing }) => missing)).toEqual([unread('X')]);
  expect(namelessEver(record, screening, active).map(({ reference }) => reference)).toEqual(['MedicationRequest/r1']);
  const old = recordOf([
    nameless({ authoredOn: '2001-01-01' }),
    nameless({ authoredOn: '2026-06-02' }),
    nameless(valid('2001-01-01', '2001-02-01')),
  ]);
  expect(namelessEver(old, screening, active).map(({ reference }) => reference)).toEqual([
    'MedicationRequest/r1',
    'MedicationRequest/r3',
  ]);
});

it('the days on which one enters or leaves the window are announced', () => {
  const turns = (...resources: readonly Json[]) =>
    namelessTurns(recordOf(resources), screening, 7).map(({ on }) => isoDay(on));
  expect(turns(nameless({ authoredOn: '2026-05-24' }))).toEqual([]);
  expect(turns(nameless({ authoredOn: '2026-05-25' }))).toEqual(['2026-06-02', '2026-06-02']);
  expect(turns(nameless(valid('2026-05-01', '2026-06-10')))).toEqual([
    '2026-06-10',
    '2026-06-18',
    '2026-06-10',
    '2026-06-18',
  ]);
  const other = { ...named('azathioprine'), authoredOn: '2026-05-30' };
  expect(turns(nameless({ authoredOn: undefined }), other)).toEqual([]);
});
