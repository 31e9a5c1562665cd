// In which order does an assessment list what it holds, and what does it list once only?

import { expect, it } from 'vitest';
import { assess } from '../../src/eligibility/assess.ts';
import { all, any, criterion, type Rule } from '../../src/eligibility/criterion.ts';
import type { Protocol } from '../../src/eligibility/protocol.ts';
import { finding, type Evidence, type Finding } from '../../src/logic/finding.ts';
import { verbatim } from '../../src/logic/message.ts';
import type { Verdict } from '../../src/logic/verdict.ts';
import { day, patientRecordOf, screeningOn } from '../builders.ts';
import { orders, trial } from './small-trial.ts';

type Settings = Protocol<unknown>['settings'];

const part = (id: string, verdict: Verdict, more: Partial<Finding> = {}): Rule<Settings> =>
  criterion<Settings>({
    id,
    text: '',
    source: 'a test',
    readAs: [],
    examples: [],
    assess: (_, { date }) => finding(date < day('2026-07-01') ? verdict : 'met', verbatim(id), more),
  });

const ask = (inclusion: Readonly<Record<string, Rule<Settings>>>) =>
  assess<Settings>({ ...trial, inclusion, exclusion: {} }, patientRecordOf([]), screeningOn('2026-06-01'));

const seen = (label: string, date?: string, reference?: string): Evidence => ({
  label: verbatim(label),
  ...(date !== undefined && { date }),
  ...(reference !== undefined && { reference }),
});

it('evidence is listed by date, then by reference, then by what it says, whatever was read first; each piece once', () => {
  const inOrder = [
    seen('no date'),
    seen('a', '2026-05-01'),
    seen('b', '2026-05-01'),
    seen('a', '2026-05-01', 'Observation/1'),
    seen('a', '2026-05-01', 'Observation/2'),
    seen('a', '2026-05-02', 'Observation/1'),
  ];
  for (const read of [inOrder, inOrder.toReversed(), [...inOrder, ...inOrder], inOrder.slice(0, 1)]) {
    const [result] = ask({ I1: part('I1', 'met', { evidence: read, ignored: read }) }).criteria;
    const expected = read.length === 1 ? read : inOrder;
    expect(result?.evidence).toEqual(expected);
    expect(result?.ignored).toEqual(expected);
  }
});

it('two pieces that differ in their value alone are both listed', () => {
  const evidence = [
    { label: verbatim('a'), value: '2' },
    { label: verbatim('a'), value: '1' },
  ];
  expect(ask({ I1: part('I1', 'met', { evidence }) }).criteria[0]?.evidence).toEqual(evidence.toReversed());
});

it('only what left a criterion open is ordered, each code once for each part', () => {
  const missing = [{ what: verbatim('a test'), orders }];
  const ordered = (inclusion: Readonly<Record<string, Rule<Settings>>>) =>
    ask(inclusion).orders.map(({ criterion: id, coding, window }) => `${id} ${coding.code} ${String(window)}`);
  const open = (id: string): Rule<Settings> => part(id, 'unknown', { missing });
  expect(ordered({ I1: open('I1'), I2: open('I2') })).toEqual(['I1 1 30', 'I1 2 30', 'I2 1 30', 'I2 2 30']);
  expect(ordered({ I1: all(open('I1.a'), open('I1.b')) })).toEqual([
    'I1.a 1 30',
    'I1.a 2 30',
    'I1.b 1 30',
    'I1.b 2 30',
  ]);
  expect(ordered({ I1: part('I1', 'needs-investigator', { missing }) })).toEqual([]);
  expect(ordered({ I1: any(open('I1.a'), part('I1.b', 'met')) })).toEqual([]);
  expect(ordered({ I1: all(open('I1.a'), part('I1.b', 'met', { missing })) })).toEqual(['I1.a 1 30', 'I1.a 2 30']);
});

it('two codes of different systems are two orders though they are written alike', () => {
  const coded = (system: string) => ({ coding: { system, code: '1', display: 'a test' }, windowDays: 30 });
  const missing = [{ what: verbatim('a test'), orders: [coded('http://loinc.org'), coded('urn:local')] }];
  const systems = ask({ I1: part('I1', 'unknown', { missing }) }).orders.map(({ coding }) => coding.system);
  expect(systems).toEqual(['http://loinc.org', 'urn:local']);
});

it('changes are listed by their day, whichever criterion they belong to', () => {
  const on = (...days: readonly string[]): Partial<Finding> => ({ turns: days.map((each) => ({ on: day(each) })) });
  const { changes } = ask({
    I1: part('I1', 'not-met', on('2026-07-03')),
    I2: part('I2', 'unknown', on('2026-06-30', '2026-07-01')),
    I3: part('I3', 'needs-investigator', on('2026-07-02')),
  });
  expect(changes.map(({ criterion: id, on: date, becomes }) => `${date} ${id} ${becomes}`)).toEqual([
    '2026-07-01 I2 met',
    '2026-07-02 I3 met',
    '2026-07-03 I1 met',
  ]);
});

it('flags are listed once each, by name', () => {
  const { flags } = ask({ I1: part('I1', 'met', { flags: ['B', 'A'] }), I2: part('I2', 'met', { flags: ['C', 'A'] }) });
  expect(flags).toEqual(['A', 'B', 'C']);
});

it('a whole is confidential as soon as one of its parts is', () => {
  const shown = assess(trial, patientRecordOf([]), screeningOn('2026-06-01')).criteria;
  expect(shown.map(({ id, confidential }) => [id, confidential])).toEqual([
    ['I1', undefined],
    ['I2', undefined],
    ['E1', true],
  ]);
});
