// What dose a day is read where the fields of a dosage and its words differ?

import { expect, test } from 'vitest';
import { readDosage } from '../../src/fhir/dosage/dosage.ts';
import type { Json } from '../../src/fhir/record.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';
import { shanghai } from '../builders.ts';

/** "20-40 a day", "20 × 2", of every step; tablets of 20 mg. */
function read(text: string, fields: Json): string {
  const steps = readDosage(
    { text, ...fields },
    { milligrams: 20, per: 'piece' },
    { zone: shanghai, lexicon: newLexicon() },
  );
  return steps
    .map(({ dose, schedule }) => {
      const { low = 0, high = 0 } = dose?.milligrams ?? {};
      const often = schedule?.kind === 'spread' ? ` × ${String(schedule.perDay.low)}` : ` ${schedule?.kind ?? '?'}`;
      return `${low === high ? String(low) : `${String(low)}-${String(high)}`}${dose?.every === 'day' ? ' a day' : often}`;
    })
    .join(' | ');
}

const timing = (frequency: number, period = 1, periodUnit = 'd'): Json => ({
  timing: { repeat: { frequency, period, periodUnit } },
});
const dose = (value: number, unit = 'mg'): Json => ({ doseAndRate: [{ doseQuantity: { value, unit } }] });

test.each<[string, string, Json, string]>([
  ['the same dose', 'take 40 mg by mouth daily', { ...timing(1), ...dose(40) }, '40 × 1'],
  ['the same dose in tablets', 'take 2 tablets daily', { ...timing(1), ...dose(40) }, '40 × 1'],
  ['the same dose divided otherwise', 'take 20 mg twice daily', { ...timing(1), ...dose(40) }, '40 × 1'],
  ['another dose', 'take 20 mg by mouth daily', { ...timing(1), ...dose(40) }, '20-40 a day'],
  ['another rhythm', 'take 20 mg twice daily', { ...timing(1), ...dose(20) }, '20-40 a day'],
  ['another dose beside fields without a rhythm', 'take 40 mg by mouth daily', dose(20), '20-40 a day'],
  [
    'steps of which none is that of the fields',
    '60 mg daily for 14 days, then 40 mg daily',
    { ...timing(1), ...dose(20) },
    '20-60 a day',
  ],
  [
    'steps of which the first is that of the fields',
    '40 mg daily for 14 days, then 20 mg daily',
    { ...timing(1), ...dose(40) },
    '40 × 1 | 20 × 1',
  ],
  ['a dose that is taken only when needed', 'take 20 mg daily as needed', { ...timing(1), ...dose(40) }, '40 × 1'],
  ['a dose without a rhythm', '20 mg tablet', { ...timing(1), ...dose(40) }, '40 × 1'],
  ['a dose per kg beside one in mg', '1 mg/kg/day', { ...timing(1), ...dose(40) }, '40 × 1'],
  ['another dose per kg', '2 mg/kg/day', { ...timing(1), ...dose(1, 'mg/kg') }, '1-2 a day'],
  [
    'a rhythm that its own code contradicts',
    '',
    { timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' }, code: { text: 'BID' } }, ...dose(20) },
    '20 ?',
  ],
  [
    'a rhythm that its own code repeats',
    '',
    { timing: { repeat: { frequency: 1, period: 12, periodUnit: 'h' }, code: { text: 'BID' } }, ...dose(20) },
    '20 × 2',
  ],
  // Words that change or stop the dose, or give it on some days only, were passed over where the fields gave one of every day.
  ['a weekly dose beside one of every day', '15 mg weekly', { ...timing(1), ...dose(40) }, '0-40 a day'],
  ['a rhythm of some days alone', 'weekly', { ...timing(1), ...dose(40) }, '0-40 a day'],
  ['a single dose', 'stat', { ...timing(1), ...dose(40) }, '0-40 a day'],
  ['every other day alone', 'every other day', { ...timing(1), ...dose(40) }, '20-40 a day'],
  ['a taper without a dose', 'Taper as directed', { ...timing(1), ...dose(40) }, '0 × 1'],
  ['a taper in Chinese', '逐渐减量', { ...timing(1), ...dose(40) }, '0 × 1'],
  ['days that are left out', 'Skip Sundays', { ...timing(1), ...dose(40) }, '0 × 1'],
  ['a condition', 'for flares only', { ...timing(1), ...dose(40) }, '0 × 1'],
  [
    'another dose that the patient takes',
    'Take 2 tablets daily. (Patient taking differently: Take 1 tablet daily)',
    { ...timing(1), ...dose(40) },
    '0 × 1',
  ],
  ['a condition under which it is held', 'hold if ALT is above 100', { ...timing(1), ...dose(40) }, '40 × 1'],
  ['a taper after a warning', 'do not stop suddenly, taper as directed', { ...timing(1), ...dose(40) }, '0 × 1'],
  ['a taper that is written elsewhere', '40 mg daily, see taper schedule', { ...timing(1), ...dose(40) }, '0 × 1'],
  ...[
    'Do not stop or taper suddenly',
    'to reduce inflammation',
    'Do not take with grapefruit juice',
    '勿自行减量',
    '停药前请咨询医师',
    '如有发热及时就诊',
    'nicht eigenmächtig reduzieren',
    'started for flare',
    'Stop and call if rash occurs',
  ].map((words): [string, string, Json, string] => [words, words, { ...timing(1), ...dose(40) }, '40 × 1']),
  ['nothing of the dose', 'as directed, with food', { ...timing(1), ...dose(40) }, '40 × 1'],
  ['a dose of every day beside a weekly one', '15 mg daily', { ...timing(1, 1, 'wk'), ...dose(10) }, '10 cycle'],
  [
    'the same dose, in the fields of a whole day',
    '20 mg twice daily',
    { ...timing(2), ...dose(40, 'mg/d') },
    '40 a day',
  ],
  ['another dose, in the fields of a whole day', '20 mg daily', { ...timing(2), ...dose(40, 'mg/d') }, '20-40 a day'],
  ['an infusion every week', '20 mg/h weekly', { ...timing(1), ...dose(40) }, '40 × 1'],
  ['a dose of a day beside an infusion', '20 mg daily', { ...timing(1), ...dose(40, 'mg/h') }, '40 × 1'],
  ['another dose without a rhythm', 'take 20 mg', { ...timing(1), ...dose(40) }, '20-40 a day'],
  ['a weekly dose', '15 mg weekly', { ...timing(1, 1, 'wk'), ...dose(10) }, '10 cycle'],
])('%s', (_, text, fields, expected) => {
  expect(read(text, fields)).toBe(expected);
});
