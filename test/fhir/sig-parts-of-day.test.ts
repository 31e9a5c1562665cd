// At how many parts of a day do instructions in words give a dose, and how much is that in a day?

import { describe, expect, test } from 'vitest';
import { partsOfDay } from '../../src/fhir/dosage/sig-parts-of-day.ts';
import { plainSig, sigSchedule } from '../../src/fhir/dosage/sig-schedule.ts';
import { readSig } from '../../src/fhir/dosage/sig.ts';

/** Amount of one dose or of a whole day, and how often: "20 × 2", "40 a day". */
function daysDose(text: string): string {
  return readSig(text)
    .map(({ amounts, schedule }) => {
      const [first] = amounts;
      const size = amounts.every((each) => each.value.low === first?.value.low) ? String(first?.value.low) : '?';
      if (first?.every === 'day') return `${size} a day`;
      if (schedule?.kind !== 'spread') return `${size} × ?`;
      const { low, high } = schedule.perDay;
      return `${size} × ${low === high ? String(low) : `${String(low)} to ${String(high)}`}`;
    })
    .join(' | ');
}

describe('a dose at several parts of the day', () => {
  test.each([
    ['20 mg every morning and every evening', '20 × 2'],
    ['20 mg in the morning and evening', '20 × 2'],
    ['20 mg every morning & at bedtime', '20 × 2'],
    ['20 mg with breakfast and dinner', '20 × 2'],
    ['20 mg qAM and qPM', '20 × 2'],
    ['20 mg at 8 am and 8 pm', '20 × 2'],
    ['20 mg at 0800 and 2000', '20 × 2'],
    ['2 tablets in the morning, at noon, and at bedtime', '2 × 3'],
    ['20 mg every day in the morning and evening', '20 × 2'],
    ['10 mg with each meal', '10 × 3'],
    ['早、晚各4片', '4 × 2'],
    ['4片 早晚各1次', '4 × 2'],
    ['每早、晚各20mg', '20 × 2'],
    ['早中晚各2片', '2 × 3'],
    ['早餐后及晚餐后各4片', '4 × 2'],
    ['早8点、晚8点各20mg', '20 × 2'],
    ['三餐后2片', '2 × 3'],
  ])('%s', (text, expected) => {
    expect(daysDose(text)).toBe(expected);
  });

  test.each([
    ['once a day beside two parts of it may be either', '20 mg once daily in the morning and evening', '20 × 1 to 2'],
    ['one part or the other is one', '20 mg every morning or evening', '20 × 1'],
    ['words between two parts make no list', '20 mg each morning; avoid taking at night', '20 × 1'],
    ['one part is one', '20 mg in the morning with food', '20 × 1'],
    ['a rhythm that says how often comes first', '20 mg tid in the morning and evening', '20 × 3'],
    ['a whole day’s dose is divided', '40mg qd 早晚分服', '40 a day'],
    ['a whole day’s dose is split', '40 mg daily, split morning and evening', '40 a day'],
  ])('%s', (_, text, expected) => {
    expect(daysDose(text)).toBe(expected);
  });

  test('holds on weekdays too', () => {
    expect(sigSchedule('on Mon, Wed and Fri in the morning and evening')).toEqual({
      kind: 'weekdays',
      weekdays: [1, 3, 5],
      times: 2,
    });
  });

  test('is one where no part is named', () => {
    expect(partsOfDay(plainSig('20 mg by mouth'))).toBe(1);
  });
});

describe('a dose of its own for each part of the day', () => {
  test.each([
    ['1 tablet in the morning and 2 at night', '3 a day'],
    ['take two tablets every morning and one every evening', '3 a day'],
    ['1 tablet in the morning, 1 at noon and 1 at night', '3 a day'],
    ['30 mg in the morning and 10 in the evening', '40 a day'],
    ['1 tablet with breakfast and 1 with dinner', '2 a day'],
    ['4 tabs in the morning with breakfast and 2 tabs at bedtime', '6 a day'],
  ])('%s', (text, expected) => {
    expect(daysDose(text)).toBe(expected);
  });
});
