// Who comes on the list, in which order, with which marks?

import { describe, expect, it } from 'vitest';
import { stateOf, mayMove, nextStates, states } from '../../../src/screening/worklist/states.ts';
import { belongsOnList, rankOf } from '../../../src/screening/worklist/closeness.ts';
import { comesBack } from '../../../src/screening/worklist/coming-back.ts';
import { markersAsText, markersFrom, markersOf } from '../../../src/screening/worklist/markers.ts';
import { screeningNumber, trialOf } from '../../../src/screening/worklist/number.ts';
import { defaultListSettings } from '../../../src/config/list-rules.ts';
import { marksToday } from '../../../src/screening/worklist/table.ts';
import { storedAssessment } from '../../../src/screening/stored-assessment.ts';
import { parseDay } from '../../../src/logic/calendar.ts';
import { assessed, type Wanted } from './assessments.ts';

const stored = (wanted: Wanted = {}, more: object = {}) => storedAssessment(assessed(wanted, more));
const unknown = (...ids: string[]): Wanted => Object.fromEntries(ids.map((id) => [id, 'unknown']));
const day = (text: string): number => parseDay(text) ?? Number.NaN;

describe('a patient belongs on the list', () => {
  it('with as many unknown as the site wants to look into, and not with one more', () => {
    const two = { mostUnknown: 2 };
    expect(belongsOnList(stored(unknown('I2', 'I3')), true, two)).toBe(true);
    expect(belongsOnList(stored(unknown('I2', 'I3', 'E1')), true, two)).toBe(false);
    expect(belongsOnList(stored(), true, { mostUnknown: 0 })).toBe(true);
  });

  it('never without a sign of lupus, never when something is against her', () => {
    expect(belongsOnList(stored(), false, defaultListSettings)).toBe(false);
    expect(belongsOnList(stored({ E1: 'met' }), true, defaultListSettings)).toBe(false);
    expect(belongsOnList(stored({ I1: 'not-met' }), true, defaultListSettings)).toBe(false);
  });
});

describe('the order', () => {
  const next = (on: string) => ({ changes: [{ criterion: 'I1', on, becomes: 'not-met' }] });
  const rank = (wanted: Wanted, more: object = {}, current = true): string => rankOf(stored(wanted, more), current);

  it('goes by what is unknown, then by what is to confirm, then by the nearest change; who left comes last', () => {
    const ordered = [
      rank({}, next('2026-07-01')),
      rank({}, next('2026-07-02')),
      rank({}),
      rank({ E2: 'needs-investigator' }, next('2026-06-02')),
      rank(unknown('I3'), next('2026-06-02')),
      rank(unknown('I2', 'I3'), next('2026-06-02')),
      rank(unknown('I2', 'I3', 'E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8'), next('2026-06-02')),
      rank({}, {}, false),
    ];
    expect(ordered.toSorted()).toEqual(ordered);
  });
});

describe('marks', () => {
  const marks = (wanted: Wanted, more: object = {}) =>
    markersOf({ assessment: stored(wanted, more), current: true, changed: false, consent: 'none' });

  it('one datum missing: only where one question of one criterion is open', () => {
    expect(marks(unknown('I4.ALT'))).toEqual([{ name: 'one-missing', detail: 'I4.ALT' }]);
    expect(marks(unknown('I4.ALT', 'I4.LVEF'))).toEqual([]);
    expect(marks(unknown('I4.ALT', 'I3'))).toEqual([]);
    expect(marks({})).toEqual([]);
  });

  it('one datum missing does not name a confidential one', () => {
    expect(marks(unknown('I6.test'))).toEqual([{ name: 'one-missing' }]);
  });

  it('in another study', () => {
    expect(marks({ E12: 'met' }).map(({ name }) => name)).toContain('other-trial');
    expect(marks({ E12: 'needs-investigator' }).map(({ name }) => name)).not.toContain('other-trial');
  });

  it('ages out soon: until the last day that the site calls soon, not a day later', () => {
    const ageing = (on: string) => marks({}, { changes: [{ criterion: 'I1', on, becomes: 'not-met' }] });
    const today = (on: string) =>
      marksToday(markersAsText(ageing(on)), day('2026-06-01'), { ...defaultListSettings, agesOutWithinDays: 30 });
    expect(today('2026-07-01')).toEqual([{ name: 'ages-out', detail: '2026-07-01' }]);
    expect(today('2026-07-02')).toEqual([]);
    expect(marks({}, { changes: [{ criterion: 'I4.ALT', on: '2026-06-02', becomes: 'not-met' }] })).toEqual([]);
    expect(marks({}, { changes: [{ criterion: 'I1', on: '2026-06-02', becomes: 'met' }] })).toEqual([]);
  });

  it('are read back as they were written', () => {
    const all = [{ name: 'other-trial' }, { name: 'one-missing', detail: 'I4.ALT' }] as const;
    expect(markersFrom(markersAsText(all))).toEqual(all);
    expect(markersFrom(' unheard-of:x changed ')).toEqual([{ name: 'changed' }]);
  });
});

describe('a patient who was set aside comes back', () => {
  const decided = { at: '2026-01-01T00:00:00.000Z', status: 'potential-candidate', protocol: 'T@1' } as const;
  const now = {
    at: '2026-02-01T00:00:00.000Z',
    status: 'potential-candidate',
    protocol: 'T@1',
    returned: false,
  } as const;
  const back = (more: Partial<Parameters<typeof comesBack>[2]>) =>
    comesBack('not-suitable', decided, { ...now, ...more }, defaultListSettings);

  it('when something material changed, not otherwise', () => {
    expect(back({})).toBe(false);
    expect(back({ status: 'candidate' })).toBe(true);
    expect(back({ returned: true })).toBe(true);
    expect(back({ protocol: 'T@2' })).toBe(true);
  });

  it('when the days that the site has set are over, and not a moment before', () => {
    expect(back({ at: '2026-06-29T23:59:59.999Z' })).toBe(false);
    expect(back({ at: '2026-06-30T00:00:00.000Z' })).toBe(true);
    expect(comesBack('declined', decided, { ...now, at: '2026-12-31T23:59:59.999Z' }, defaultListSettings)).toBe(false);
    expect(comesBack('declined', decided, { ...now, at: '2027-01-01T00:00:00.000Z' }, defaultListSettings)).toBe(true);
  });

  it('a candidate who was a candidate when it was decided does not', () => {
    const candidate = { ...decided, status: 'candidate' } as const;
    expect(comesBack('declined', candidate, { ...now, status: 'candidate' }, defaultListSettings)).toBe(false);
  });
});

describe('states', () => {
  it('can be taken back: in review is reached from every other state', () => {
    for (const state of states) expect(mayMove(state, 'in-review')).toBe(state !== 'in-review');
  });

  it('only a referred patient is enrolled, and nobody becomes new by hand', () => {
    expect(states.filter((state) => mayMove(state, 'enrolled'))).toEqual(['referred']);
    expect(states.flatMap(nextStates)).not.toContain('new');
  });

  it('that nobody knows are an error, not a guess', () => {
    expect(() => stateOf('eligible')).toThrow('no state');
  });
});

describe('the screening number', () => {
  it('is the same for the same patient and trial, another for another, and tells neither', () => {
    const number = screeningNumber('NCT06222853', 'p_one');
    expect(number).toMatch(/^S-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(screeningNumber('NCT06222853', 'p_one')).toBe(number);
    expect(screeningNumber('NCT06222853', 'p_two')).not.toBe(number);
    expect(screeningNumber('NCT00000000', 'p_one')).not.toBe(number);
  });

  it('differs among ten thousand patients', () => {
    const numbers = Array.from({ length: 10_000 }, (_none, index) => screeningNumber('T', `p_${String(index)}`));
    expect(new Set(numbers).size).toBe(10_000);
  });

  it('goes on over the amendments of a trial', () => {
    expect(trialOf('NCT06222853@5to18')).toBe(trialOf('NCT06222853@from5'));
  });
});
