import { describe, expect, test } from 'vitest';
import { absenceOfDrugs, medicationHistoryComplete } from '../../../src/facts/drugs/medication-history.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import { recordOf, screeningOn } from '../../builders.ts';

const screening = screeningOn('2026-06-01');

const statement = (more: object = {}) => ({
  resourceType: 'List',
  status: 'current',
  mode: 'snapshot',
  code: {
    coding: [{ system: 'http://example.org/fhir/CodeSystem/lupus', code: 'medication-history-complete' }],
    text: 'Medication history complete, outside prescriptions reconciled',
  },
  date: '2026-05-28',
  ...more,
});

const attested = (...lists: readonly object[]) =>
  medicationHistoryComplete(recordOf(lists as { resourceType: string }[]), screening, 90);

describe('the statement that the medication history is complete', () => {
  test.each([
    ['yes', 'four days old', statement()],
    ['yes', 'of the day itself', statement({ date: '2026-06-01' })],
    ['yes', '90 days old', statement({ date: '2026-03-03' })],
    ['no', '91 days old', statement({ date: '2026-03-02' })],
    ['no', 'dated tomorrow', statement({ date: '2026-06-02' })],
    ['no', 'undated', statement({ date: undefined })],
    ['unknown', 'dated by a month that the window cuts', statement({ date: '2026-03' })],
    ['yes', 'dated by a month inside the window', statement({ date: '2026-04' })],
    ['no', 'retired', statement({ status: 'retired' })],
    ['no', 'a working list', statement({ mode: 'working' })],
    ['no', 'entered in error', statement({ status: 'entered-in-error' })],
    ['yes', 'Chinese, only in words', statement({ code: { text: '用药史完整，院外处方已核对' } })],
    [
      'yes',
      'English, only in words',
      statement({ code: { text: 'Medication history complete, outside prescriptions reconciled' } }),
    ],
    ['no', 'about the own prescriptions only', statement({ code: { text: 'Medication history complete' } })],
    ['no', 'saying that it is incomplete', statement({ code: { text: '用药史不完整，院外处方已核对' } })],
    ['no', 'another list', statement({ code: { text: 'Problem list' } })],
  ])('%s: %s', (expected, _title, list) => {
    expect(attested(list).attested).toBe(expected);
  });

  test('of another patient does not count', () => {
    expect(attested(statement({ subject: { reference: 'Patient/other' } })).attested).toBe('no');
  });

  test('a medication reconciliation procedure is no such statement', () => {
    const procedure = {
      resourceType: 'Procedure',
      status: 'completed',
      code: { coding: [{ system: 'http://snomed.info/sct', code: '430193006', display: 'Medication reconciliation' }] },
      performedDateTime: '2026-05-28',
    };
    const { attested: answer, missing } = attested(procedure);
    expect(answer).toBe('no');
    expect(missing).toHaveLength(1);
  });

  test('lapses on the 91st day after its date', () => {
    expect(attested(statement()).turns.map(({ on }) => isoDay(on))).toContain('2026-08-27');
  });
});

describe('a drug that is not on record', () => {
  const asked = { ingredients: new Set(['hydroxychloroquine']), classes: ['antimalarial'] };
  const unread = (name: string) => ({
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    authoredOn: '2026-01-01',
    medicationCodeableConcept: { text: name },
  });
  const absence = (resources: readonly { resourceType: string }[], retrieved = {}) =>
    absenceOfDrugs(recordOf(resources, { retrieved }), screening, 90, asked);

  test('was not taken where the history is stated to be complete', () => {
    expect(absence([statement(), unread('阿莫西林胶囊')]).proven).toBe(true);
  });

  test('may have been taken where nobody states so', () => {
    expect(absence([])).toMatchObject({ proven: false, flags: ['MED_HISTORY_NOT_ATTESTED'] });
  });

  test('may hide behind a name that nobody can read', () => {
    expect(absence([statement(), unread('小白片')])).toMatchObject({ proven: false, flags: [] });
  });

  test('may hide behind a Chinese code of its group', () => {
    const code = { coding: [{ system: 'urn:x-cn:nhsa-drug-classification', code: 'XP01BAQ999A0' }] };
    expect(absence([statement(), { ...unread(''), medicationCodeableConcept: code } as never]).proven).toBe(false);
  });

  test('may have been missed by a search that was cut off', () => {
    const retrieved = { medicationDispenses: { state: 'partial', reason: 'cut off' } };
    expect(absence([statement()], retrieved).proven).toBe(false);
  });
});

const words = 'Medication history complete, outside prescriptions reconciled';
const shown = (date: string | undefined, label = say('medication-history.statement')) => ({
  reference: 'List/r1',
  label,
  value: words,
  ...(date !== undefined && { date }),
});
const wanted = { what: say('medication-history.missing', { days: 90 }), orders: [] };

describe('a statement is shown with what it is worth, and when that changes', () => {
  test.each<[string, object, 'yes' | 'no' | 'unknown', string | undefined, Message | undefined, readonly string[]]>([
    ['that holds', {}, 'yes', '2026-05-28', undefined, ['2026-08-27', '2026-08-27']],
    ['of the day itself', { date: '2026-06-01' }, 'yes', '2026-06-01', undefined, ['2026-08-31', '2026-08-31']],
    ['of the last day', { date: '2026-03-03' }, 'yes', '2026-03-03', undefined, ['2026-06-02', '2026-06-02']],
    ['that may hold', { date: '2026-03' }, 'unknown', '2026-03', undefined, ['2026-06-30']],
    ['that lapsed today', { date: '2026-03-02' }, 'no', '2026-03-02', say('medication-history.lapsed'), []],
    [
      'of tomorrow',
      { date: '2026-06-02' },
      'no',
      '2026-06-02',
      say('medication-history.future'),
      ['2026-06-02', '2026-06-02', '2026-09-01', '2026-09-01'],
    ],
    ['without a day', { date: undefined }, 'no', undefined, say('medication-history.undated'), []],
    ['that is retired', { status: 'retired' }, 'no', '2026-05-28', say('medication-history.not-current'), []],
    ['that is a working list', { mode: 'working' }, 'no', '2026-05-28', say('medication-history.not-current'), []],
  ])('%s', (_, more, answer, date, why, days) => {
    const { turns, ...rest } = attested(statement(more));
    expect({ ...rest, turns: turns.map(({ on }) => isoDay(on)) }).toEqual({
      attested: answer,
      evidence: why === undefined ? [shown(date)] : [],
      ignored: why === undefined ? [] : [shown(date, why)],
      missing: answer === 'yes' ? [] : [wanted],
      turns: days,
    });
  });

  test('beside one that holds, one that may hold is not counted', () => {
    const { evidence, ignored } = attested(statement(), statement({ date: '2026-03' }));
    expect([evidence, ignored]).toEqual([
      [shown('2026-05-28')],
      [{ ...shown('2026-03', say('medication-history.lapsed')), reference: 'List/r2' }],
    ]);
  });
});

describe('the words of a statement', () => {
  const { coding } = statement().code as { coding: readonly object[] };

  test.each([
    'medication history complete; outside prescriptions reconciled',
    'Medication history is complete, external prescriptions are reconciled',
    '用药史完整，院外处方已核对',
    '用药史 已完整， 外院 处方 核对完',
  ])('%s: it is complete', (text) => {
    expect(attested(statement({ code: { text } })).attested).toBe('yes');
  });

  test('the code of the site needs no words, nor the words another name, and another code is none', () => {
    expect(attested(statement({ code: { coding } })).attested).toBe('yes');
    const other = [{ system: 'urn:oid:1.2.3', code: 'x', display: 'Medication list' }];
    expect(attested(statement({ code: { coding: other, text: words } })).attested).toBe('yes');
    expect(attested(statement({ code: { coding: other } })).attested).toBe('no');
  });

  test.each([
    'medication history incomplete',
    'history not complete',
    'outside prescriptions not reconciled',
    'unreconciled',
    'un-reconciled',
    'outside prescriptions unknown',
    '用药史不完整',
    '院外处方未核对',
    '待核对',
    '院外用药不详',
  ])('%s: the code says nothing beside it', (text) => {
    const { attested: answer, ignored } = attested(statement({ code: { coding, text } }));
    expect([answer, ignored]).toEqual(['no', []]);
  });
});

describe('why a drug that is not on record may have been taken', () => {
  const asked = { ingredients: new Set(['hydroxychloroquine']), classes: ['antimalarial'] } as const;
  const medication = (name: string, more: Json = {}): Json => ({
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    authoredOn: '2026-01-01',
    medicationCodeableConcept: { text: name },
    ...more,
  });
  const coded = (system: string, code: string, text?: string): Json => ({
    medicationCodeableConcept: { coding: [{ system, code }], ...(text !== undefined && { text }) },
  });
  const atc = 'http://www.whocc.no/atc';
  const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm';
  const unread = (...drugs: readonly string[]) => say('medication-history.unread', { drugs });
  const held = (...drugs: readonly string[]) => say('medication-history.held', { drugs });
  const hold = { status: 'on-hold' };
  const absence = (resources: readonly Json[], retrieved = {}) =>
    absenceOfDrugs(recordOf([statement(), ...resources], { retrieved }), screening, 90, asked);

  test.each<[string, readonly Json[], readonly Message[]]>([
    ['nothing', [], []],
    ['another drug', [medication('阿莫西林胶囊')], []],
    ['a drug of today that nobody can read', [medication('a', { authoredOn: '2026-06-01' })], [unread('a')]],
    ['a drug of tomorrow that nobody can read', [medication('a', { authoredOn: '2026-06-02' })], []],
    ['a drug without a day that nobody can read', [medication('a', { authoredOn: undefined })], [unread('a')]],
    ['drugs that nobody can read, each once', [medication('b'), medication('a'), medication('b')], [unread('a', 'b')]],
    [
      'its name beside the code of another',
      [medication('', coded(rxnorm, '9524', 'hydroxychloroquine'))],
      [unread('hydroxychloroquine')],
    ],
    ['another name beside the code of another', [medication('', coded(rxnorm, '9524', 'prednisone'))], []],
    [
      'another name beside the code of its group',
      [medication('', coded(atc, 'P01BA', 'prednisone'))],
      [unread('prednisone')],
    ],
    ['another name beside the code of another group', [medication('', coded(atc, 'J01CA', 'prednisone'))], []],
    ['the code of its group', [medication('', coded(atc, 'P01BA'))], [unread('P01BA')]],
    ['the code of another drug of its group', [medication('', coded(atc, 'P01BA03'))], []],
    ['the code of another group', [medication('', coded(atc, 'L04AA'))], []],
    ['an order on hold', [medication('hydroxychloroquine', hold)], [held('hydroxychloroquine')]],
    [
      'orders on hold, each once',
      [medication('羟氯喹', hold), medication('Plaquenil', hold), medication('羟氯喹', hold)],
      [held('Plaquenil', '羟氯喹')],
    ],
    ['an order on hold of today', [medication('羟氯喹', { ...hold, authoredOn: '2026-06-01' })], [held('羟氯喹')]],
    ['an order on hold of tomorrow', [medication('羟氯喹', { ...hold, authoredOn: '2026-06-02' })], []],
    ['an order on hold without a day', [medication('羟氯喹', { ...hold, authoredOn: undefined })], [held('羟氯喹')]],
    ['another order on hold', [medication('azathioprine', hold)], []],
    ['an order on hold that nobody can read', [medication('little pink pill', hold)], []],
    [
      'an order on hold of eye drops',
      [medication('羟氯喹滴眼液', { ...hold, dosageInstruction: [{ route: { text: '滴眼' } }] })],
      [],
    ],
    ['both', [medication('羟氯喹', hold), medication('a')], [unread('a'), held('羟氯喹')]],
  ])('%s', (_, resources, reasons) => {
    const { turns: _turns, ...answer } = absence(resources);
    expect(answer).toEqual({
      proven: reasons.length === 0,
      reasons,
      evidence: [shown('2026-05-28')],
      ignored: [],
      missing: reasons.map((what) => ({ what, orders: [] })),
      flags: [],
    });
  });

  test.each(['medicationRequests', 'medicationStatements', 'medicationAdministrations', 'medicationDispenses'])(
    'the search of %s was cut off',
    (search) => {
      const what = say('medication-history.incomplete');
      expect(absence([], { [search]: { state: 'partial', reason: 'cut off' } })).toMatchObject({
        proven: false,
        reasons: [what],
        missing: [{ what, orders: [] }],
        flags: [],
      });
    },
  );

  test('may be any of the classes that are asked, and any of the drugs of a combination', () => {
    const both = { ...asked, classes: ['antimalarial', 'glucocorticoid'] } as const;
    const reasons = (...resources: readonly Json[]) =>
      absenceOfDrugs(recordOf([statement(), ...resources]), screening, 90, both).reasons;
    expect(reasons(medication('', coded(atc, 'P01BA')))).toEqual([unread('P01BA')]);
    expect(reasons(medication('', coded(atc, 'P01BA', 'prednisone')))).toEqual([unread('prednisone')]);
    expect(reasons(medication('', coded(atc, 'P01BA', 'ibuprofen')))).toEqual([unread('ibuprofen')]);
    const joined = 'hydroxychloroquine + azathioprine';
    expect(reasons(medication(joined, hold))).toEqual([held(joined)]);
  });

  test('nobody says that the history is complete', () => {
    expect(absenceOfDrugs(recordOf([]), screening, 90, asked)).toEqual({
      proven: false,
      reasons: [say('medication-history.not-attested')],
      evidence: [],
      ignored: [],
      missing: [wanted],
      flags: ['MED_HISTORY_NOT_ATTESTED'],
      turns: [],
    });
  });
});
