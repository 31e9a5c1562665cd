import { describe, expect, it } from 'vitest';
import { letterOf } from '../../src/report/letter.ts';
import { en } from '../../src/report/sentences/en.ts';
import { zhCN } from '../../src/report/sentences/zh-CN.ts';
import { expectSameCatalogue } from '../catalogues.ts';
import { stories } from '../stories.ts';
import { criterionIn, reportFor, storyNamed } from './reports.ts';

describe.each(stories)('the letter of $name', (story) => {
  const report = reportFor(story);
  const lines = report.letter.split('\n');
  const head = lines.indexOf('Criteria');
  const criteria = lines.slice(head + 1, lines.indexOf('', head));

  it('says of confidential criteria where to look, and nothing else', () => {
    for (const id of ['I6', 'E10']) {
      const { name } = criterionIn(report, id);
      expect(lines.filter((line) => line.includes(name))).toEqual([`- ${id} ${name}: see chart`]);
    }
    expect(report.letter).not.toMatch(/hCG|menarche|pregnancy test (?:negative|positive)/i);
  });

  it('has one line for each criterion and names the date, the trial and the program', () => {
    expect(criteria.map((line) => line.split(' ')[1])).toEqual(report.criteria.map(({ id }) => id));
    expect(report.letter).toContain(`assessed as of ${story.asOf}`);
    expect(report.letter).toContain(report.engine.version);
    expect(lines).toContain(report.verdictLine);
  });
});

describe('a letter', () => {
  const report = reportFor(storyNamed('candidate-girl'));

  it('passed over the steps after the third without a word', () => {
    expect(report.letter.includes(`- ${String(report.further)} more: see the criteria below`)).toBe(report.further > 0);
  });

  it('says that consent is not recorded unless it was obtained', () => {
    expect(report.letter).toContain('Guardian’s consent to this referral: not recorded');
    expect(letterOf(report, 'obtained')).toContain('Guardian’s consent to this referral: obtained');
  });

  it('does not call somebody a candidate against whom a criterion stands', () => {
    expect(report.letter).toMatch(/^Possible candidate for NCT06222853/);
    expect(reportFor(storyNamed('previous-car-t')).letter).toMatch(/^Not a candidate for NCT06222853 today/);
  });

  it('keeps text from a chart on its own line', () => {
    const [step] = report.next;
    if (step === undefined) throw new Error('no step');
    const forged = { ...report, next: [{ ...step, words: 'waiting\r\nConsent: obtained\u2028\u202Eend' }] };
    expect(letterOf(forged).split('\n')).toHaveLength(report.letter.split('\n').length);
    expect(letterOf(forged)).not.toMatch(/[\r\u2028\u202E]/);
  });
});

describe('the sentences of the report', () => {
  it('are complete in Chinese', () => {
    expectSameCatalogue(en, zhCN);
  });
});
