// What do several findings about one question say together?

import { expect, it } from 'vitest';
import { combined } from '../../src/facts/combined.ts';
import { finding, type Finding } from '../../src/logic/finding.ts';
import { say, verbatim } from '../../src/logic/message.ts';
import type { Verdict } from '../../src/logic/verdict.ts';

const part = (verdict: Verdict, name: string, reason = name): Finding =>
  finding(verdict, verbatim(reason), {
    evidence: [{ label: verbatim(name) }],
    missing: [{ what: verbatim(name), orders: [] }],
    ignored: [{ label: verbatim(`not ${name}`) }],
    flags: ['ALL', name],
    turns: [{ on: name.length }],
  });

it('one alone is its own answer', () => {
  const one = part('met', 'A');
  expect(combined('all', [one])).toBe(one);
});

it('the reason and what is missing come from those that decide, their evidence first; the rest from all', () => {
  const [a, bb, ccc] = [part('met', 'A'), part('unknown', 'BB'), part('unknown', 'CCC')];
  expect(combined('all', [a, bb, ccc])).toEqual({
    verdict: 'unknown',
    reason: say('combined', { reasons: [bb.reason, ccc.reason] }),
    evidence: [...bb.evidence, ...ccc.evidence, ...a.evidence],
    missing: [...bb.missing, ...ccc.missing],
    ignored: [...a.ignored, ...bb.ignored, ...ccc.ignored],
    flags: ['ALL', 'A', 'BB', 'CCC'],
    turns: [{ on: 1 }, { on: 2 }, { on: 3 }],
  });
});

it('AND is not met as soon as one is not, OR is met as soon as one is', () => {
  const [yes, no] = [part('met', 'A'), part('not-met', 'B')];
  expect(combined('all', [yes, no])).toMatchObject({ verdict: 'not-met', reason: no.reason });
  expect(combined('any', [yes, no])).toMatchObject({ verdict: 'met', reason: yes.reason });
});

it('reasons that say the same are said once', () => {
  const parts = [part('met', 'A', 'the same'), part('met', 'B', 'the same')] as const;
  expect(combined('all', [...parts]).reason).toEqual(verbatim('the same'));
});

it('a piece of evidence and a missing datum that two parts name are no longer told twice', () => {
  const [a, b] = [part('unknown', 'A', 'first'), part('unknown', 'A', 'second')];
  expect(combined('any', [a, b])).toMatchObject({ evidence: a.evidence, missing: a.missing });
});
