import { describe, expect, test } from 'vitest';
import { absenceOfDrugs, medicationHistoryComplete } from '../../src/facts/medication-history.ts';
import { isoDay } from '../../src/logic/calendar.ts';
import { recordOf, screeningOn } from '../builders.ts';

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
