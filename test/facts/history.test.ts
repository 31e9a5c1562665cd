// What do the things that were seen, and the silence where nothing was, answer together?

import { describe, expect, it } from 'vitest';
import { everHad, historyOf } from '../../src/facts/history.ts';
import { finding } from '../../src/logic/finding.ts';
import { say } from '../../src/logic/message.ts';
import { recordOf, screeningOn } from '../builders.ts';
import { condition } from './history-entries.ts';

describe('the silence', () => {
  const silence = finding('not-met', say('silence'));
  const open = finding('unknown', say('open'), { missing: [{ what: say('more'), orders: [] }] });
  const [yes, no, ask] = [
    finding('met', say('yes')),
    finding('not-met', say('no')),
    finding('needs-investigator', say('ask')),
  ];

  it('answers where nothing was seen', () => {
    expect(historyOf(silence, [])).toEqual(silence);
    expect(historyOf(open, [])).toEqual(open);
  });

  it('says nothing beside what was seen, if every search was complete', () => {
    expect(historyOf(silence, [no])).toEqual(no);
    expect(historyOf(silence, [no, ask])).toEqual(ask);
  });

  it('leaves the question open beside what does not decide, if a search was not complete', () => {
    expect(historyOf(open, [ask])).toEqual(open);
    expect(historyOf(open, [no])).toEqual(open);
    expect(historyOf(open, [yes])).toEqual(yes);
  });
});

describe('an entry', () => {
  const asked = {
    what: say('malignancy.what'),
    proving: ['malignancy'],
    judged: ['malignancy', 'in-situ-or-borderline-neoplasm'],
    searches: ['conditions'],
    reportDays: 90,
  } as const;
  const record = recordOf([condition('cm C95.90 Leukemia'), condition('cm D03.9 Melanoma in situ')]);
  const seen = (apart: readonly string[]) =>
    everHad(record, screeningOn('2026-06-01'), { ...asked, apart: new Set(apart) });

  it('that proves it is not judged as well', () => {
    expect(seen([]).verdict).toBe('met');
    expect(seen([]).evidence.map(({ reference }) => reference)).toEqual(['Condition/r1', 'Condition/r2']);
  });

  it('that is judged elsewhere is left out, whether it proves it or not', () => {
    expect(seen(['Condition/r1']).verdict).toBe('needs-investigator');
    expect(seen(['Condition/r1']).evidence.map(({ reference }) => reference)).toEqual(['Condition/r2']);
    expect(seen(['Condition/r2']).evidence.map(({ reference }) => reference)).toEqual(['Condition/r1']);
    expect(seen(['Condition/r1', 'Condition/r2']).verdict).toBe('not-met');
  });
});
