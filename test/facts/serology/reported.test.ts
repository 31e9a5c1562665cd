// Was a positive test passed over because a report tells of it and no result?

import { describe, expect, it } from 'vitest';
import { positiveTestsIn } from '../../../src/facts/serology/positive-words.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { cytomegalovirus } from '../../../src/protocols/nct06222853-5to18/e8-cytomegalovirus.ts';
import { hepatitisB } from '../../../src/protocols/nct06222853-5to18/e8-hepatitis-b.ts';
import { hepatitisC } from '../../../src/protocols/nct06222853-5to18/e8-hepatitis-c.ts';
import { humanImmunodeficiencyVirus } from '../../../src/protocols/nct06222853-5to18/e8-hiv.ts';
import { syphilis } from '../../../src/protocols/nct06222853-5to18/e8-syphilis.ts';
import { ask } from '../../ask.ts';
import { textObservation } from '../../builders.ts';
import { said } from './results.ts';

const reportOf = (name: string, conclusion: string, date = '2026-05-25', more: Json = {}): Json => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: { text: name },
  effectiveDateTime: date,
  conclusion,
  ...more,
});
const noHiv = said('HIV-Ab', '阴性');
const noHepatitisB = [said('HBsAg', '阴性'), said('HBcAb', '阴性')];
const noSyphilis = said('syphilis-treponemal', '阴性');
const noCytomegalovirus = said('CMV-DNA', '阴性');

describe('the words of a text', () => {
  it.each([
    ['HBsAg(+) HBsAb(-) HBeAg(-) HBeAb(-) HBcAb(+)', ['HBsAg', 'HBcAb']],
    ['HBsAg(-)，HCV-Ab(-)，HIV-Ab(+)，TP-Ab(-)', ['HIV-Ab']],
    ['HCV antibody reactive, HCV RNA detected', ['HCV-Ab', 'HCV-RNA']],
    ['CMV DNA 12000 copies/mL', ['CMV-DNA']],
    ['CMV DNA 3.2×10^3 拷贝/mL', ['CMV-DNA']],
    ['HIV抗体待复查', ['HIV-Ab']],
    ['CMV DNA <500 copies/mL', []],
    ['HBsAg 0.02 IU/mL', []],
    ['HBsAg negative, anti-HBs positive', []],
    ['CMV DNA not detected; EBV DNA detected', []],
    ['母亲HBsAg阳性', []],
    ['HIV test pending', []],
    ['ANA positive', []],
  ])('%s', (text, names) => {
    expect(positiveTestsIn(text)).toEqual(names);
  });
});

describe('beside a negative result', () => {
  it.each([
    ['E8.HIV', humanImmunodeficiencyVirus, [noHiv], reportOf('HIV 1/2 Ag/Ab', 'Reactive')],
    ['E8.HIV, in a panel', humanImmunodeficiencyVirus, [noHiv], reportOf('感染筛查', 'HBsAg(-)，HIV-Ab(+)')],
    ['E8.HIV, years ago', humanImmunodeficiencyVirus, [noHiv], reportOf('HIV Ag/Ab', 'Reactive', '2019-05-25')],
    ['E8.HIV, of no day', humanImmunodeficiencyVirus, [noHiv], reportOf('HIV Ag/Ab', 'Reactive', '')],
    [
      'E8.HIV, preliminary',
      humanImmunodeficiencyVirus,
      [noHiv],
      reportOf('HIV Ag/Ab', 'Reactive', '2026-05-25', { status: 'preliminary' }),
    ],
    ['E8.HBV', hepatitisB, noHepatitisB, reportOf('Hepatitis B surface antigen', 'Positive')],
    [
      'E8.HBV, a result in words',
      hepatitisB,
      noHepatitisB,
      textObservation('乙肝五项', 'HBsAg(+) HBsAb(-)', '2026-05-25'),
    ],
    ['E8.HBV, its load', hepatitisB, noHepatitisB, reportOf('HBV DNA', '5000 IU/mL')],
    [
      'E8.HCV',
      hepatitisC,
      [textObservation('HCV抗体', '阴性', '2026-05-20')],
      reportOf('HCV', 'HCV antibody positive'),
    ],
    ['E8.syphilis', syphilis, [noSyphilis], reportOf('梅毒检测', 'TPPA阳性')],
    ['E8.CMV', cytomegalovirus, [noCytomegalovirus], reportOf('CMV DNA', 'Detected')],
  ] as const)('a report that calls it positive was passed over: %s', (_, criterion, results, told) => {
    expect(ask(criterion, results).verdict).toBe('not-met');
    const answer = ask(criterion, [...results, told]);
    expect(answer.verdict).toBe('needs-investigator');
    expect(
      answer.evidence.some(({ label }) => label.id === 'heart.report' || label.id === 'history.preliminary-report'),
    ).toBe(true);
  });

  it.each([
    [
      'it was entered in error',
      [noHiv],
      reportOf('HIV Ag/Ab', 'Reactive', '2026-05-25', { status: 'entered-in-error' }),
    ],
    ['it is of a day ahead', [noHiv], reportOf('HIV Ag/Ab', 'Reactive', '2026-06-02')],
    [
      'a later confirmation is negative',
      [noHiv, said('HIV-confirm', '阴性', '2026-05-26')],
      reportOf('HIV Ag/Ab', 'Reactive', '2026-05-25'),
    ],
    ['it says negative', [noHiv], reportOf('HIV Ag/Ab', 'Nonreactive')],
  ])('no report matters where %s', (_, results, told) => {
    expect(ask(humanImmunodeficiencyVirus, [...results, told]).verdict).toBe('not-met');
  });

  it('a load of an earlier day, or out of its window, is taken back by a later negative one', () => {
    expect(ask(cytomegalovirus, [noCytomegalovirus, reportOf('CMV DNA', 'Detected', '2026-05-19')]).verdict).toBe(
      'not-met',
    );
    expect(ask(cytomegalovirus, [noCytomegalovirus, reportOf('CMV DNA', 'Detected', '2026-05-20')]).verdict).toBe(
      'needs-investigator',
    );
  });

  it('serology in a report changes nothing where the viral load is not above its reference', () => {
    const records = [said('HBV-DNA', '阴性'), reportOf('HBV', 'HBcAb positive')];
    expect(ask(hepatitisB, [...noHepatitisB, ...records]).verdict).toBe('not-met');
  });
});

it('without the reports a negative result was enough', () => {
  const asked = { retrieved: { diagnosticReports: { state: 'unavailable', reason: 'refused' } } } as const;
  const answer = ask(humanImmunodeficiencyVirus, [noHiv], asked);
  expect(answer.verdict).toBe('unknown');
  expect(answer.missing).toEqual([{ what: say('serology.reports'), orders: [] }]);
});
