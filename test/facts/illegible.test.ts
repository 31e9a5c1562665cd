// What becomes of words beside letters that were lost on the way here?

import { describe, expect, it } from 'vitest';
import { illegibleWithin } from '../../src/facts/results/reported.ts';
import { readSig } from '../../src/fhir/dosage/sig.ts';
import type { Json } from '../../src/fhir/record.ts';
import { addMonths } from '../../src/logic/calendar.ts';
import { say } from '../../src/logic/message.ts';
import { malignancy } from '../../src/protocols/nct06222853-5to18/e11-malignancy.ts';
import { likelySevereNephritis } from '../../src/protocols/nct06222853-5to18/e3-kidney.ts';
import { pericardialEffusion } from '../../src/protocols/nct06222853-5to18/e4-effusion.ts';
import { humanImmunodeficiencyVirus } from '../../src/protocols/nct06222853-5to18/e8-hiv.ts';
import { sledai2kAtLeast8 } from '../../src/protocols/nct06222853-5to18/i3-sledai-2k.ts';
import { normalElectrocardiogram } from '../../src/protocols/nct06222853-5to18/i4-ecg.ts';
import { noSeriousLungLesion } from '../../src/protocols/nct06222853-5to18/i4-lung.ts';
import { ejectionFraction } from '../../src/protocols/nct06222853-5to18/i4-lvef.ts';
import { answers } from '../protocols/nct06222853-5to18/answers.ts';
import { observation, recordOf, screeningOn, textObservation } from '../builders.ts';
import { condition, report } from './history-entries.ts';
import { expected, whole } from './whole.ts';

const lost = '\uFFFD';
const screening = screeningOn('2026-06-01');
const read = (text: string, date = '2026-05-20', more: Json = {}): Json => report(text, date, more);
const ecg = (text: string): Json => read(text, '2026-05-20', { code: { text: 'ECG' } });

describe('a report of which letters were lost', () => {
  const window = { since: screening.date - 90, lapses: (last: number) => [last + 91, addMonths(last, 12)] };
  const ask = (resource: Json) => illegibleWithin(recordOf([resource]), screening, window).map(whole);
  const asked = (value: string, date: string, ...days: readonly string[]) =>
    expected('unknown', say('history.illegible', { date }), {
      evidence: [{ reference: 'DiagnosticReport/r1', label: say('heart.report'), value, date }],
      missing: [{ what: say('history.legible', { date }), orders: [] }],
      days,
    });

  it('is asked for by its date, and told until it leaves the window', () => {
    expect(ask(read(`${lost}血病`, '2026-03-03'))).toEqual([
      asked(`${lost}血病`, '2026-03-03', '2026-06-02', '2027-03-03'),
    ]);
    expect(ask(read(`${lost}血病`, '2026-03-02'))).toEqual([]);
    expect(ask(read(`${lost}血病`, '2026-06-02'))).toEqual([]);
    expect(ask(read('白血病', '2026-05-20'))).toEqual([]);
  });

  it('is asked for without a date too', () => {
    expect(ask(read(`${lost}血病`, '', { effectiveDateTime: undefined }))).toMatchObject([
      { verdict: 'unknown', reason: say('history.illegible', { date: say('history.no-date') }) },
    ]);
  });

  it('lacks no more than a degree or a micro sign between a number and its unit', () => {
    expect(ask(read(`T 38.5 ${lost}C, creatinine 45 ${lost}mol/L`))).toEqual([]);
    expect(ask(read(`T 38.5 ${lost}, creatinine 45`))).toHaveLength(1);
  });

  answers(malignancy, [
    ['unknown', 'is no silence', [read(`慢性${lost}血病`)]],
    ['unknown', 'may have denied what it still names', [read(`${lost}${lost}白血病`)]],
    ['not-met', 'does not matter when it is old', [read(`慢性${lost}血病`, '2026-03-02')]],
    ['met', 'does not hide what is known', [read(`慢性${lost}血病`), condition('cm C91.01')]],
  ]);
  answers(pericardialEffusion, [['unknown', 'may have denied a large effusion', [read(`${lost}${lost}大量心包积液`)]]]);
  answers(likelySevereNephritis, [['unknown', 'may tell of a biopsy', [read(`肾活检：${lost}${lost}型`)]]]);
  answers(noSeriousLungLesion, [['unknown', 'does not clear the lungs', [read(`${lost}${lost}病变`)]]]);
  answers(normalElectrocardiogram, [
    ['met', 'an electrocardiogram in whole letters is read', [ecg('Normal ECG')]],
    ['unknown', 'is no normal electrocardiogram', [ecg(`Normal ECG. ${lost}${lost}`)]],
  ]);
  answers(ejectionFraction, [
    ['unknown', 'gives no figure', [read(`LVEF 6${lost}%`)]],
    [
      'unknown',
      'leaves an older figure open where it speaks of the fraction',
      [observation('10230-1', 62, '%', '2026-05-01'), read(`LVEF ${lost}5%`)],
    ],
    [
      'met',
      'leaves it alone where it does not',
      [observation('10230-1', 62, '%', '2026-05-01'), read(`Skin ${lost} normal`)],
    ],
  ]);
});

describe('a result of which letters were lost', () => {
  answers(sledai2kAtLeast8, [
    ['met', 'is read when it is whole', [textObservation('SLEDAI-2K', '12', '2026-05-20')]],
    ['unknown', 'gives no total', [textObservation('SLEDAI-2K', `1${lost}2`, '2026-05-20')]],
    [
      'unknown',
      'gives none in a report either, and leaves an older one open',
      [textObservation('SLEDAI-2K', '12', '2026-05-10'), read(`SLEDAI-2K 2${lost}`)],
    ],
  ]);
  answers(humanImmunodeficiencyVirus, [
    ['unknown', 'is not negative', [textObservation('HIV抗体', `${lost}阴性`, '2026-05-20')]],
  ]);
});

describe('a diagnosis of which letters were lost', () => {
  answers(malignancy, [
    ['unknown', 'is not what is left of its name', [condition(`${lost}白血病`)]],
    ['met', 'is what its code says', [condition(`cm C91.01 ${lost}白血病`)]],
  ]);
});

it('an instruction of which letters were lost gives no dose', () => {
  expect(readSig(`50 mg qd ${lost}${lost}用`)).toMatchObject([{ amounts: [], unread: true }]);
  expect(readSig('50 mg qd')).toMatchObject([{ unread: false }]);
});
