// Which words of an order or a statement say that the drug is not taken?

import { expect, it } from 'vitest';
import { saysHalted, saysHeldOrNotTaken, saysNotTaken } from '../../src/fhir/not-taken.ts';

it.each([
  ['未服用', true, true],
  ['从未服用', true, true],
  ['0.2g qd，患儿自行停药', true, true],
  ['拒绝服用', true, true],
  ['not taken', true, true],
  // English words for it passed, and such a drug counted as taken.
  ['200 mg daily (Patient not taking: Reported on 3/1/2026)', true, true],
  ['Patient not taking', true, true],
  ['not taking this medication', true, true],
  ['200 mg daily - refused', true, true],
  ['patient declined', true, true],
  ['never started', true, true],
  ['never filled', true, true],
  ['Ordered in error', true, true],
  ['not taking other drugs', false, false],
  ['refused laboratory tests', false, false],
  ['停用', false, true],
  ['暂停', false, true],
  ['HOLD', false, true],
  ['hold if ALT is above 100', false, false],
  ['0.2g qd，不能自行停药', false, false],
  ['0.2g qd，勿自行停药', false, false],
  ['0.2g qd，未服用其他药物', false, false],
  ['0.2g bid 口服', false, false],
  ['take 1 tablet daily', false, false],
  ['Do not take with grapefruit', false, false],
  ['do not take this medication', false, true],
  ['nicht eingenommen', true, true],
  ['pausiert', false, true],
])('%s: a statement %s, an order %s', (text, ofStatement, ofOrder) => {
  expect(saysNotTaken(text)).toBe(ofStatement);
  expect(saysHeldOrNotTaken(text)).toBe(ofOrder);
});

// "200 mg daily - HOLD" counted as taken.
it.each([
  ['200 mg daily - HOLD', true],
  ['200 mg daily (stopped)', true],
  ['0.2g qd 已停用', true],
  ['200 mg 1-0-1 (pausiert)', true],
  ['on hold per rheumatology', true],
  ['停用', true],
  ['stopped due to leukopenia', true],
  // These notes were passed over.
  ['Patient stopped taking in February', true],
  ['no longer taking', true],
  ['ran out, did not refill', true],
  ['weaned off in March', true],
  ['off prednisone since February', true],
  ["DC'd", true],
  ['停药3月', true],
  ['2月已停', true],
  ['已于2026年2月停用', true],
  ['seit Februar abgesetzt', true],
  ['wird nicht mehr eingenommen', true],
  ['last filled 5/1/2026', false],
  ['off-label use', false],
  ['未曾已停止', false],
  ['不能自行停药', false],
  ['darf nicht abgesetzt werden', false],
  ['200 mg daily, hold if ALT is above 100', false],
  ['200 mg daily', false],
])('of an entry that goes on, "%s": %s', (text, answer) => {
  expect(saysHalted(text)).toBe(answer);
});

it('blanks around the words make no difference', () => {
  expect([saysNotTaken(' 未服用 '), saysHeldOrNotTaken(' 停用 '), saysHalted('200 mg daily - held  ')]).toEqual([
    true,
    true,
    true,
  ]);
});
