// Which diagnoses and procedures without a name leave a question about the history open?

import { describe, expect, it } from 'vitest';
import { absenceOf } from '../../src/facts/history.ts';
import { indexRecord } from '../../src/fhir/index-record.ts';
import type { Json } from '../../src/fhir/record.ts';
import { translationFrom } from '../../src/fhir/site-translation.ts';
import { say } from '../../src/logic/message.ts';
import { malignancy } from '../../src/protocols/nct06222853-5to18/e11-malignancy.ts';
import { ask } from '../ask.ts';
import { patientRecordOf, recordOf, shanghai } from '../builders.ts';
import { condition, procedure, verified } from './history-entries.ts';
import { expected, whole } from './whole.ts';

const what = say('malignancy.what');
const icd11 = 'http://id.who.int/icd/release/11/mms';
const coded = (code: string, more: Json = {}, system = icd11): Json => ({ coding: [{ system, code, ...more }] });
const unnamed = (code: string, more: Json = {}): Json => condition('', { code: coded(code), ...more });
const done = (code: string): Json => procedure('', '2025-01-01', { code: coded(code) });
const absent = (...resources: readonly Json[]) =>
  whole(absenceOf(recordOf(resources), { what, searches: ['conditions', 'procedures'] }));

describe('a diagnosis or procedure that only an unknown code names', () => {
  it('leaves the absence unproved, each code named once', () => {
    const codes = ['2B33.3', 'KTBB1'];
    expect(absent(done('2B33.3'), unnamed('KTBB1'), unnamed('2B33.3'))).toEqual(
      expected('unknown', say('history.nameless', { what, codes }), {
        missing: [{ what: say('history.name-of', { codes }), orders: [] }],
      }),
    );
  });

  it.each<[string, Json]>([
    ['has a display', condition('', { code: coded('2B33.3', { display: 'Asthma' }) })],
    ['has a text', condition('', { code: { ...coded('2B33.3'), text: 'Asthma' } })],
    [
      'has a code of a known system beside it',
      condition('', {
        code: {
          coding: [
            { system: icd11, code: 'CA23' },
            { system: 'http://hl7.org/fhir/sid/icd-10', code: 'J45' },
          ],
        },
      }),
    ],
    ['is refuted', unnamed('2B33.3', verified('refuted'))],
  ])('does not where it %s', (_, resource) => {
    expect(absent(resource).verdict).toBe('not-met');
  });

  it.each(['恶性\uFFFD瘤', '????', '□□ - □'])('does so too where its words were damaged on the way: %s', (text) => {
    expect(absent(condition('', { code: { text } })).verdict).toBe('unknown');
    expect(absent(condition('', { code: { ...coded('2B33.3'), text } })).verdict).toBe('unknown');
    expect(
      absent(condition('', { code: { ...coded('J45', {}, 'http://hl7.org/fhir/sid/icd-10'), text } })).verdict,
    ).toBe('not-met');
  });

  it.each(['Leucémie aiguë', 'Trasplante renal', '惡性腫瘤'])(
    'does so too where its words are not read: %s',
    (text) => {
      expect(absent(condition('', { code: { text } })).verdict).toBe('unknown');
      expect(absent(procedure('', '2025-01-01', { code: { text } })).verdict).toBe('unknown');
      expect(absent(condition('', { code: { ...coded('2B33.3', { display: text }) } })).verdict).toBe('unknown');
      expect(
        absent(condition('', { code: { ...coded('J45', {}, 'http://hl7.org/fhir/sid/icd-10'), text } })).verdict,
      ).toBe('not-met');
      expect(absent(condition('', { code: { ...coded('2B33.3', { display: text }), text: 'Asthma' } })).verdict).toBe(
        'not-met',
      );
    },
  );

  it('does so too where it is a code of SNOMED CT that stands in no value set: it passed as nothing on record', () => {
    const snomed = (code: string, more: Json = {}): Json =>
      condition('', { code: coded(code, more, 'http://snomed.info/sct') });
    const [rare, known] = ['404151000', '363346000'];
    expect(absent(snomed(rare)).verdict).toBe('unknown');
    expect(absent(snomed(rare, { display: 'Linfoma cutáneo' })).verdict).toBe('unknown');
    expect(absent(snomed(rare, { display: 'Asthma' })).verdict).toBe('not-met');
    expect(ask(malignancy, [snomed(known)]).verdict).toBe('met');
    expect(absent(snomed(known)).verdict).toBe('not-met');
    const fracture = coded('S52.5', {}, 'http://hl7.org/fhir/sid/icd-10');
    expect(absent(condition('', { code: fracture })).verdict).toBe('not-met');
    const both = [
      { system: 'http://snomed.info/sct', code: rare },
      { system: 'http://hl7.org/fhir/sid/icd-10', code: 'J45' },
    ];
    expect(absent(condition('', { code: { coding: both } })).verdict).toBe('not-met');
  });

  it('is read where a known name stands in its words, or is denied', () => {
    expect(absent(condition('Systemischer Lupus erythematodes')).verdict).toBe('not-met');
    expect(absent(condition('kein Lymphom')).verdict).toBe('not-met');
    expect(ask(malignancy, [condition('Akute Leukämie')]).verdict).toBe('met');
  });

  it('does not where the site has put its code into a value set', () => {
    const concepts = [{ code: '2B33.3' }];
    const set = {
      resourceType: 'ValueSet',
      name: 'malignancy',
      compose: { include: [{ system: icd11, concept: concepts }] },
    };
    const record = indexRecord(patientRecordOf([unnamed('2B33.3')]), shanghai, translationFrom([set]));
    expect(absenceOf(record, { what, searches: ['conditions'] }).verdict).toBe('not-met');
  });

  it('is named where there is one of each', () => {
    expect(absent(done('2B33.3'), unnamed('KTBB1')).verdict).toBe('unknown');
  });

  it('is not named where a search was not complete either: what is missing is the rest', () => {
    const searches = [say('history.search.conditions')];
    const retrieved = { conditions: { state: 'unavailable', reason: 'refused' } } as const;
    expect(
      whole(absenceOf(recordOf([done('KTBB1')], { retrieved }), { what, searches: ['conditions', 'procedures'] })),
    ).toEqual(
      expected('unknown', say('history.incomplete', { what, searches }), {
        missing: [{ what: say('history.read-again', { searches }), orders: [] }],
      }),
    );
  });

  it('matters only to the searches that give it', () => {
    const record = recordOf([done('KTBB1')]);
    expect(absenceOf(record, { what, searches: ['conditions'] }).verdict).toBe('not-met');
    expect(absenceOf(record, { what, searches: ['procedures'] }).verdict).toBe('unknown');
  });

  it('does not hide what is known', () => {
    expect(ask(malignancy, [unnamed('2B33.3'), condition('cm C91.01')]).verdict).toBe('met');
    expect(ask(malignancy, [unnamed('2B33.3')]).verdict).toBe('unknown');
  });
});
