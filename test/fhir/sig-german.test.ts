// What do German instructions say?

import { expect, it } from 'vitest';
import { isOnlyAsNeeded } from '../../src/fhir/dosage/dosage-as-needed.ts';
import { inEnglish } from '../../src/fhir/dosage/sig-german.ts';
import { readSig } from '../../src/fhir/dosage/sig.ts';
import { endInWords } from '../../src/fhir/dosage/sig-end.ts';
import { parseDay } from '../../src/logic/calendar.ts';

/** What each step comes to: "50/d", in mg or pieces of a day, and for how long; "?" where it cannot be read. */
const read = (text: string): string =>
  readSig(text)
    .map(({ amounts: [amount, ...more], schedule, unread, days, asNeeded }) => {
      if (asNeeded) return 'as needed';
      if (unread || amount === undefined || more.length > 0 || schedule === undefined) return '?';
      const { low, high } = amount.value;
      if (schedule.kind !== 'spread') return `${String(low)} ${JSON.stringify(schedule)}`;
      const times = amount.every === 'day' ? 1 : schedule.perDay.low;
      return `${String(low * times)}${low === high ? '' : '?'}/d${days === undefined ? '' : ` ${String(days)} d`}`;
    })
    .join(' | ');

// None of them was read.
it.each([
  ['morgens 2 Tbl.', '2/d'],
  ['40 mg morgens p.o.', '40/d'],
  ['40 mg/Tag', '40/d'],
  ['40 mg pro Tag', '40/d'],
  ['1x täglich 40 mg', '40/d'],
  ['2 x tgl. 20 mg', '40/d'],
  ['zweimal täglich 1 Tablette', '2/d'],
  ['1 Tablette morgens und 1 Tablette abends', '2/d'],
  ['je 1 Tbl. morgens und abends', '2/d'],
  ['30 mg morgens, 10 mg abends', '40/d'],
  ['mittags 1 Tbl.', '1/d'],
  ['2 Tbl. zum Frühstück', '2/d'],
  ['8 Tbl. morgens nach dem Frühstück', '8/d'],
  ['morgens: 2 Stück', '2/d'],
  ['zur Nacht 1 Kps.', '1/d'],
  ['alle 8 Stunden 1 Tbl.', '3/d'],
  ['jeden zweiten Tag 80 mg', '40/d'],
  ['alle 2 Tage 80 mg', '40/d'],
  ['jeden 2.Tag 4 Tbl.', '2/d'],
  ['eineinhalb Tabletten morgens', '1.5/d'],
  ['1,5 Tbl. morgens', '1.5/d'],
  ['eine halbe Tablette täglich', '0.5/d'],
  ['½ Tbl. morgens', '0.5/d'],
  ['zwei Tabletten täglich', '2/d'],
  ['täglich 40 mg für 28 Tage, dann 30 mg für 2 Wochen', '40/d 28 d | 30/d 14 d'],
  ['1x/Woche 15 mg s.c.', '15 {"kind":"cycle","days":7,"times":1}'],
  ['15 mg 1x wöchentlich montags', '15 {"kind":"weekdays","weekdays":[1],"times":1}'],
  ['500 mg i.v. alle 4 Wochen', '500 {"kind":"cycle","days":28,"times":1}'],
  ['bei Bedarf 40 mg', 'as needed'],
  ['1 bis 2 Tbl. täglich', '1?/d'],
  ['40 mg täglich über 2 Wochen', '40/d 14 d'],
  ['jeden Montag 15 mg', '15 {"kind":"weekdays","weekdays":[1],"times":1}'],
  ['40-0-0 mg', '40/d'],
  ['20-0-20 mg', '40/d'],
  ['7,5-0-0 mg', '7.5/d'],
])('"%s" is %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

// "20 mg/d ausschleichen" and "40 mg 1-0-0 (abgesetzt)" were read as doses of every day.
it.each([
  '20 mg/d ausschleichen',
  '40 mg täglich, langsam reduzieren',
  '40 mg 1-0-0 (abgesetzt)',
  '40 mg tgl. - pausiert',
  'bisher 40 mg täglich',
  '40 mg täglich außer Sonntag',
  '40 mg täglich, nicht am Wochenende',
  '40 mg Mo-Fr',
  '40 mg täglich bei Fieber',
  'morgens 1, abends 1 Tbl.',
  'nach Plan',
  '6-5-4-3 mg',
])('"%s" cannot be read', (text) => {
  expect(read(text)).toMatch(/^\?/);
});

it('an end in a German date is read', () => {
  const day = parseDay('2026-03-31');
  expect(endInWords('40 mg täglich bis 31.03.2026')).toEqual({ on: { from: day, to: day } });
});

it.each(['bei Bedarf', 'b. B.', '1 Tbl. bei Bedarf'])('"%s" is as needed', (text) => {
  expect(isOnlyAsNeeded({ text })).toBe(true);
});

it.each(['40 mg daily', 'take 1,500 mg daily', '40mg 每日一次', 'do not stop'])('"%s" stays as it is', (text) => {
  expect(inEnglish(text)).toBe(text);
});
