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
import { day, textObservation } from '../../builders.ts';
import { allMeasurements, infectionTests } from '../../../src/terminology/measurement-table.ts';
import { after30, after90, preliminary, said, sent, undated } from './results.ts';

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
    ['尿蛋白阳性', []],
    ['HIV: weakly positive', ['HIV-Ab']],
    ['HIV(+)，HCV(-)', ['HIV-Ab']],
    ['HIV(1+2)抗体阳性', ['HIV-Ab']],
    ['T. pallidum antibody positive', ['syphilis-treponemal']],
    ['HIV positive mother', []],
    ['HIV阴性', []],
    ['CMV DNA not detected (limit 100 copies/mL)', []],
  ])('%s', (text, names) => {
    expect(positiveTestsIn(text)).toEqual(names);
  });
});

// "TP-Ab(+)", "核心抗体阳性" and "HIV positive" were passed over.
it('a positive test was passed over by the name that a report gives it', () => {
  const asked = allMeasurements.filter(({ name }) => infectionTests.includes(name) || name.startsWith('hCG'));
  const written = asked.flatMap(({ texts, exact = [] }) => [...texts, ...exact]);
  const passedOver = written.filter((text) => !text.includes('.w') && positiveTestsIn(`${text} positive`).length === 0);
  expect(passedOver).toEqual([]);
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
    ['E8.syphilis, by another name', syphilis, [noSyphilis], reportOf('术前检查', 'TP-Ab(+)')],
    ['E8.syphilis, its reagin', syphilis, [noSyphilis], reportOf('RPR', 'Reactive 1:8')],
    ['E8.HIV, its second type', humanImmunodeficiencyVirus, [noHiv], reportOf('HIV', 'HIV-2 antibody positive')],
    ['E8.HIV, today', humanImmunodeficiencyVirus, [noHiv], reportOf('HIV Ag/Ab', 'Reactive', '2026-06-01')],
    [
      'E8.HIV, beside another test',
      humanImmunodeficiencyVirus,
      [noHiv],
      reportOf('HIV Ag/Ab', 'Reactive; HBsAg positive'),
    ],
    ['E8.CMV', cytomegalovirus, [noCytomegalovirus], reportOf('CMV DNA', 'Detected')],
    ['E8.CMV, in urine', cytomegalovirus, [noCytomegalovirus], reportOf('尿CMV-DNA', '阳性')],
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
    ['it tells of another test', [noHiv], reportOf('HBsAg', 'Positive')],
    ['it says nothing', [noHiv], reportOf('HIV Ag/Ab', '', '2026-05-25', { conclusion: undefined })],
    [
      'a confirmation of today is negative',
      [noHiv, said('HIV-confirm', '阴性', '2026-06-01')],
      reportOf('HIV Ag/Ab', 'Reactive', '2026-05-25'),
    ],
  ])('no report matters where %s', (_, results, told) => {
    const { verdict, reason, evidence } = ask(humanImmunodeficiencyVirus, results);
    expect(ask(humanImmunodeficiencyVirus, [...results, told])).toMatchObject({ verdict, reason, evidence });
    expect(verdict).toBe('not-met');
  });

  it.each([
    ['is preliminary', said('HIV-confirm', '阴性', '2026-05-26', preliminary), '2026-05-25'],
    ['is of no day', said('HIV-confirm', '阴性', '', undated), '2026-05-25'],
    ['cannot be read', said('HIV-confirm', '见备注', '2026-05-26'), '2026-05-25'],
    ['is of the same day', said('HIV-confirm', '阴性', '2026-05-25'), '2026-05-25'],
    ['is of a day ahead', said('HIV-confirm', '阴性', '2026-06-02'), '2026-05-25'],
    ['is there and the report is of no day', said('HIV-confirm', '阴性', '2026-05-26'), ''],
  ])('a report is not taken back by a confirmation that %s', (_, confirmation, on) => {
    const noHivSince = said('HIV-Ab', '阴性', '2026-05-28');
    const answer = ask(humanImmunodeficiencyVirus, [noHivSince, confirmation, reportOf('HIV Ag/Ab', 'Reactive', on)]);
    expect(answer.verdict).toBe('needs-investigator');
  });

  it('a report that is the size of a paragraph is not read for what the whole of it says', () => {
    const words = 'Detected'.padEnd(80, '.');
    const asked = (conclusion: string) => ask(cytomegalovirus, [noCytomegalovirus, reportOf('CMV DNA', conclusion)]);
    expect(asked(words).verdict).toBe('needs-investigator');
    expect(asked('range of 500 copies/mL'.padEnd(81, '.')).verdict).toBe('not-met');
  });

  it('a long report under the name of its test was passed over although it began with the result', () => {
    const asked = (conclusion: string) =>
      ask(humanImmunodeficiencyVirus, [noHiv, reportOf('HIV Ag/Ab', conclusion)]).verdict;
    const boilerplate =
      ' A reactive result does not prove an infection and must be confirmed by a second method before it is told to the patient.';
    expect(asked(`Repeatedly reactive.${boilerplate}`)).toBe('needs-investigator');
    expect(asked(`RESULT: REACTIVE\n${boilerplate}`)).toBe('needs-investigator');
    expect(asked(`阳性。${'该结果须经确证试验复核后方可告知患者。'.repeat(5)}`)).toBe('needs-investigator');
    expect(asked(`Nonreactive.${boilerplate}`)).toBe('not-met');
    expect(asked('Tested twice. Reactive'.padEnd(80, '.'))).toBe('needs-investigator');
    expect(asked('Tested twice. Reactive'.padEnd(81, '.'))).toBe('not-met');
    const clause = 'Reactive'.padStart(80, 'in the second run ');
    expect(asked(`${clause}. Tested twice.`)).toBe('needs-investigator');
    expect(asked(`x${clause}. Tested twice.`)).toBe('not-met');
    expect(asked(`Tested twice.${boilerplate}`)).toBe('not-met');
  });

  it('a load of an earlier day, or out of its window, is taken back by a later negative one', () => {
    expect(ask(cytomegalovirus, [noCytomegalovirus, reportOf('CMV DNA', 'Detected', '2026-05-19')]).verdict).toBe(
      'not-met',
    );
    expect(ask(cytomegalovirus, [noCytomegalovirus, reportOf('CMV DNA', 'Detected', '2026-05-20')]).verdict).toBe(
      'needs-investigator',
    );
  });

  it('a load of an earlier day was not taken back by a later one below a number', () => {
    const below = sent('CMV-DNA', { valueQuantity: { value: 500, comparator: '<', unit: 'copies/mL' } });
    expect(ask(cytomegalovirus, [reportOf('CMV DNA', 'Detected', '2026-05-10'), below]).verdict).toBe('not-met');
  });

  it('a load counts for thirty days', () => {
    const told = (on: string) => ask(hepatitisB, [...noHepatitisB, reportOf('HBV DNA', 'Detected', on)]);
    expect(told('2026-05-02').verdict).toBe('needs-investigator');
    expect(told('2026-05-01')).toEqual(ask(hepatitisB, noHepatitisB));
    expect(told('').verdict).toBe('needs-investigator');
  });

  it('serology in a report changes nothing where the viral load is not above its reference', () => {
    const records = [said('HBV-DNA', '阴性'), reportOf('HBV', 'HBcAb positive')];
    expect(ask(hepatitisB, [...noHepatitisB, ...records]).verdict).toBe('not-met');
  });
});

describe('what is said of a report', () => {
  const ofHiv = (on: string) => ask(humanImmunodeficiencyVirus, [noHiv, reportOf('HIV Ag/Ab', 'Reactive', on)]);
  const staysNegativeUntil = { on: day(after90) };

  it('names the test and the day', () => {
    const what = say('measurement.HIV-Ab');
    expect(ofHiv('2026-05-25').reason).toEqual(say('serology.reported', { what, date: '2026-05-25' }));
    expect(ofHiv('').reason).toEqual(say('serology.reported', { what, date: say('history.no-date') }));
  });

  it('is said as long as it counts: antibodies always', () => {
    expect(ofHiv('2026-05-25').turns).toEqual([staysNegativeUntil]);
    expect(ofHiv('').turns).toEqual([staysNegativeUntil]);
    const { turns } = ask(cytomegalovirus, [noCytomegalovirus, reportOf('CMV DNA', 'Detected')]);
    expect(turns).toEqual([{ on: day(after30) }, { on: day('2026-06-25') }]);
  });

  it('the day on which a report of a day ahead begins to count was not announced', () => {
    const answer = ofHiv('2026-06-02');
    expect(answer.reason).toEqual(ask(humanImmunodeficiencyVirus, [noHiv]).reason);
    expect(answer.turns).toEqual([staysNegativeUntil, { on: day('2026-06-02') }]);
  });

  it('changes no other answer, but for its days', () => {
    const weak = said('CMV-DNA', '弱阳性');
    const alone = ask(cytomegalovirus, [weak]);
    const beside = ask(cytomegalovirus, [weak, reportOf('CMV DNA', 'Detected')]);
    expect(beside).toEqual({ ...alone, turns: [...alone.turns, { on: day('2026-06-25') }] });
  });
});

it('without the reports a negative result was enough', () => {
  const asked = { retrieved: { diagnosticReports: { state: 'unavailable', reason: 'refused' } } } as const;
  const answer = ask(humanImmunodeficiencyVirus, [noHiv], asked);
  expect(answer.verdict).toBe('unknown');
  expect(answer.missing).toEqual([{ what: say('serology.reports'), orders: [] }]);
});
