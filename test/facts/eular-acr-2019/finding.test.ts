// What does the answer about the classification say, show, order and announce, rule by rule?

import { describe, expect, it } from 'vitest';
import { classifiedAsSle } from '../../../src/facts/eular-acr-2019/classification.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';
import { recordOf, screeningOn, type RecordOptions } from '../../builders.ts';
import { expected, whole } from '../whole.ts';
import { result, titre, score, item, disease, proven, record, diagnose, list, order, values } from './shown.ts';
import { ana, dna, protein, provisional, refuted, sle, total } from './builders.ts';

const ask = (resources: readonly Json[], options: RecordOptions = {}) =>
  whole(classifiedAsSle(recordOf(resources, options), screeningOn('2026-06-01')));

type Row = readonly [Verdict, Message, readonly Json[], Parameters<typeof expected>[2]];
const rows: readonly Row[] = [
  [
    'met',
    say('eular.recorded', { total: '10', needed: 10 }),
    [total(10), ana('1:80'), sle],
    { evidence: [score(1, '10'), titre(2, '1:80'), disease(3)] },
  ],
  [
    'met',
    say('eular.proven', values(10)),
    [dna, protein, ana('1:320'), sle],
    { evidence: [titre(3, '1:320'), ...proven(2, 1), disease(4)] },
  ],
  [
    'met',
    say('eular.proven', values(10, '9')),
    [dna, protein, ana('1:320'), sle, total(9)],
    { evidence: [score(5, '9'), titre(3, '1:320'), ...proven(2, 1), disease(4)] },
  ],
  [
    'needs-investigator',
    say('eular.proven-undiagnosed', values(10)),
    [dna, protein, ana('1:320')],
    { evidence: [titre(3, '1:320'), ...proven(2, 1)], missing: [record, diagnose, list] },
  ],
  [
    'needs-investigator',
    say('eular.proven-undiagnosed', values(10)),
    [dna, protein, ana('1:320'), refuted],
    { evidence: [titre(3, '1:320'), ...proven(2, 1), disease(4, 'sle.refuted')], missing: [record, diagnose, list] },
  ],
  [
    'needs-investigator',
    say('eular.total-but-refuted', values(0, '23')),
    [total(23), ana('1:320'), refuted],
    { evidence: [score(1, '23'), titre(2, '1:320'), disease(3, 'sle.refuted')], missing: [diagnose, list] },
  ],
  [
    'needs-investigator',
    say('eular.total-not-clinical', values(0, '12')),
    [total(12), ana('1:80')],
    { evidence: [score(1, '12'), titre(2, '1:80')], missing: [diagnose, list] },
  ],
  [
    'needs-investigator',
    say('eular.total-without-ana', values(0, '23')),
    [total(23), ana('阴性')],
    { evidence: [score(1, '23'), titre(2, '阴性')], missing: [order, diagnose, list] },
  ],
  [
    'needs-investigator',
    say('eular.diagnosed-ana-negative', values(0)),
    [sle, ana('阴性')],
    { evidence: [titre(2, '阴性'), disease(1)], missing: [record, order, list] },
  ],
  [
    'needs-investigator',
    say('eular.diagnosed-no-ana', values(0, '23')),
    [sle, total(23)],
    { evidence: [score(2, '23'), disease(1)], missing: [order, list] },
  ],
  [
    'needs-investigator',
    say('eular.diagnosed-no-ana', values(0)),
    [sle, ana('弱阳性')],
    { evidence: [titre(2, '弱阳性'), disease(1)], missing: [record, order, list] },
  ],
  [
    'needs-investigator',
    say('eular.diagnosed-not-proven', values(6)),
    [sle, ana('1:320'), dna],
    {
      evidence: [titre(2, '1:320'), result(3, item('lupus-antibodies', 6), '180 [IU]/mL', '2024-01-10'), disease(1)],
      missing: [record, list],
    },
  ],
  [
    'needs-investigator',
    say('eular.diagnosed-total-below', values(0, '9')),
    [sle, ana('1:320'), total(9)],
    { evidence: [score(3, '9'), titre(2, '1:320'), disease(1)], missing: [list] },
  ],
  [
    'needs-investigator',
    say('eular.possible', values(0)),
    [provisional, ana('1:80')],
    { evidence: [titre(2, '1:80'), disease(1, 'sle.diagnosis-possible')], missing: [record, diagnose, list] },
  ],
  ['not-met', say('eular.ana-negative', values(0)), [ana('阴性')], { evidence: [titre(1, '阴性')] }],
  [
    'not-met',
    say('eular.ana-negative', values(0, '9')),
    [ana('阴性'), total(9)],
    { evidence: [score(2, '9'), titre(1, '阴性')] },
  ],
  [
    'not-met',
    say('eular.refuted', values(0)),
    [refuted, ana('1:80')],
    { evidence: [titre(2, '1:80'), disease(1, 'sle.refuted')] },
  ],
  [
    'unknown',
    say('eular.nothing', values(0, '23')),
    [refuted, total(23)],
    { evidence: [score(2, '23'), disease(1, 'sle.refuted')], missing: [order, diagnose, list] },
  ],
  [
    'unknown',
    say('eular.nothing', values(0)),
    [ana('1:640')],
    { evidence: [titre(1, '1:640')], missing: [record, diagnose, list] },
  ],
  ['unknown', say('eular.nothing', values(0)), [], { missing: [record, order, diagnose, list] }],
];

describe('the whole answer', () => {
  it.each(rows)('is %s, %j, of %j', (verdict, reason, resources, more) => {
    expect(ask(resources)).toEqual(expected(verdict, reason, more));
  });

  it('shows a total that cannot be one, and not what was preliminary', () => {
    const ignored = say('latest.ignored', {
      what: say('measurement.EULAR-ACR-2019'),
      why: say('latest.preliminary'),
    });
    expect(ask([sle, ana('1:80'), total(52), total(20, { status: 'preliminary' })])).toEqual(
      expected('needs-investigator', say('eular.diagnosed-not-proven', values(0)), {
        evidence: [score(3, '52'), titre(2, '1:80'), disease(1)],
        missing: [record, list],
        ignored: [result(4, ignored, '20', '2023-03-20')],
      }),
    );
    expect(ask([total(51), ana('1:80'), total(20, { status: 'preliminary' })])).toEqual(
      expected('met', say('eular.recorded', { total: '51', needed: 10 }), {
        evidence: [score(1, '51'), titre(2, '1:80')],
        ignored: [result(3, ignored, '20', '2023-03-20')],
      }),
    );
  });
});

describe('a search that was not complete', () => {
  const partial = { state: 'partial', reason: 'cut off' } as const;
  it.each<readonly [Verdict, string, 'observations' | 'diagnosticReports' | 'conditions', readonly Json[]]>([
    ['unknown', 'eular.diagnosed-ana-negative', 'observations', [sle, ana('阴性')]],
    ['unknown', 'eular.diagnosed-ana-negative', 'diagnosticReports', [sle, ana('阴性')]],
    ['needs-investigator', 'eular.diagnosed-ana-negative', 'conditions', [sle, ana('阴性')]],
    ['needs-investigator', 'eular.diagnosed-not-proven', 'conditions', [sle, ana('1:320')]],
    ['unknown', 'eular.possible', 'conditions', [provisional, ana('1:80')]],
    ['met', 'eular.proven', 'conditions', [dna, protein, ana('1:320'), sle]],
    ['met', 'eular.proven', 'observations', [dna, protein, ana('1:320'), sle]],
  ])('is %s, %s, without all %s, of %j', (verdict, id, search, resources) => {
    expect(ask(resources, { retrieved: { [search]: partial } })).toMatchObject({ verdict, reason: { id } });
  });

  it('leaves a no open, and says what would settle it', () => {
    expect(ask([ana('阴性')], { retrieved: { conditions: partial } })).toEqual(
      expected('unknown', say('eular.ana-negative', values(0)), {
        evidence: [titre(1, '阴性')],
        missing: [record, order, diagnose, list],
      }),
    );
  });
});
