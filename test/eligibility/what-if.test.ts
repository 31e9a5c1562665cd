import { describe, expect, it } from 'vitest';
import { assess } from '../../src/eligibility/assess.ts';
import type { Assessment } from '../../src/eligibility/assessment.ts';
import { whatIf, type WhatIf } from '../../src/eligibility/what-if.ts';
import { readBundle } from '../../src/fhir/bundle.ts';
import { draftsOf, openOrders } from '../../src/fhir/drafts.ts';
import type { Json, PatientRecord } from '../../src/fhir/record.ts';
import { nct06222853From5To18 } from '../../src/protocols/nct06222853-5to18/protocol.ts';
import { nameOf } from '../../src/terminology/concept.ts';
import { screeningOn } from '../builders.ts';
import { stories } from '../stories.ts';
import { drugOrder, orders, serviceOrder } from '../draft-orders.ts';

function story(name: string) {
  const found = stories.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no story ${name}`);
  return found;
}

const assessing =
  (asOf: string) =>
  (record: PatientRecord): Assessment =>
    assess(nct06222853From5To18, record, screeningOn(asOf));

function ask(name: string, ...ordered: readonly Json[]): WhatIf {
  const { record, asOf } = story(name);
  const bundle = { entry: ordered.map((resource) => ({ resource })) };
  return whatIf(assessing(asOf), record, draftsOf(openOrders(bundle), readBundle(bundle).entries, record).drafts);
}

const lossesOf = (result: WhatIf) =>
  result.losses.map(({ criterion, becomes, from, until }) => [criterion.id, becomes, from, until]);
const gainsOf = (result: WhatIf) => result.gains.map(({ criterion, on }) => [criterion.id, on]);

describe('a girl who may meet everything', () => {
  it.each([
    ['a live vaccine, for 28 days', orders.liveVaccine, [['E9', 'met', '2026-03-10', '2026-04-08']]],
    ['a vasopressor, for as long as it runs', orders.vasopressor, [['E4.vitals', 'met', '2026-03-10', undefined]]],
    ['another study', orders.otherStudy, [['E12', 'met', '2026-03-10', undefined]]],
    [
      'an antibiotic, whose end is not stated',
      orders.antibiotic,
      [['E6', 'needs-investigator', '2026-03-10', undefined]],
    ],
  ])('would lose by %s', (_name, order, losses) => {
    const result = ask('candidate-girl', order);
    expect([lossesOf(result), gainsOf(result)]).toEqual([losses, []]);
  });

  it('would lose by renal replacement, what is certain first', () => {
    const [first, ...others] = lossesOf(ask('candidate-girl', orders.dialysis));
    expect(first).toEqual(['E3.RRT', 'met', '2026-03-10', undefined]);
    expect(others.map(([id]) => id)).toEqual(['I4.eGFR', 'E3.kidney']);
  });

  it('would be asked about another study of which nobody says whether it intervenes', () => {
    const order = serviceOrder('Infusion', { note: [{ text: 'as in NCT07654321' }] });
    expect(lossesOf(ask('candidate-girl', order))).toEqual([['E12', 'needs-investigator', '2026-03-10', undefined]]);
  });

  it('would lose later by a vaccination that is planned for later', () => {
    const order = serviceOrder('Varicella vaccine', { occurrenceDateTime: '2026-04-01' });
    const [loss] = ask('candidate-girl', order).losses;
    expect([loss?.from, loss?.until, loss?.reason]).toEqual(['2026-04-01', '2026-04-30', undefined]);
  });

  it('would lose at once by a vaccine that may be live, and for certain by one that is planned for later', () => {
    const order = serviceOrder('Varicella vaccine', { occurrenceDateTime: '2026-04-01' });
    expect(lossesOf(ask('candidate-girl', drugOrder('Japanese encephalitis vaccine'), order))).toEqual([
      ['E9', 'met', '2026-04-01', '2026-04-30'],
      ['E9', 'needs-investigator', '2026-03-10', '2026-04-30'],
    ]);
  });

  it.each([
    ['a drug that matters to no criterion', drugOrder('paracetamol 500 mg tablet')],
    ['one more month of what she takes', drugOrder('hydroxychloroquine 200 mg tablet')],
    ['a vaccine that is not live', drugOrder('Tdap vaccine')],
    ['a rescue drug', orders.rescue],
    ['a laboratory test', orders.creatinine],
    ['an evaluation for dialysis', serviceOrder('Evaluation for haemodialysis')],
    ['a referral to this trial', serviceOrder('Refer for screening: NCT06222853')],
    ['treatment in this trial', serviceOrder('Leukapheresis', { note: [{ text: 'NCT06222853' }] })],
    ['nothing', undefined],
  ])('would lose and gain nothing by %s', (_name, order) => {
    const result = ask('candidate-girl', ...(order === undefined ? [] : [order]));
    expect([lossesOf(result), gainsOf(result)]).toEqual([[], []]);
  });

  it('is told which of several orders is meant', () => {
    const { losses } = ask('candidate-girl', drugOrder('paracetamol'), orders.liveVaccine, orders.vasopressor);
    expect(
      losses.map(({ criterion, drafts }) => [criterion.id, drafts.map(({ names }) => names.map(nameOf)[0])]),
    ).toEqual([
      ['E4.vitals', ['norepinephrine']],
      ['E9', ['M-M-R II vaccine']],
    ]);
  });
});

describe('a second agent', () => {
  it('would count from the 90th day of treatment', () => {
    const result = ask('tacrolimus-ointment', orders.mycophenolate);
    expect([lossesOf(result), gainsOf(result)]).toEqual([[], [['I2.agents', '2026-09-12']]]);
    expect(result.gains[0]?.if).toBeDefined();
  });

  it('counts on the day that is named, and not the day before', () => {
    const { record, asOf } = story('tacrolimus-ointment');
    const result = ask('tacrolimus-ointment', orders.mycophenolate);
    const taken = {
      ...orders.mycophenolate,
      resourceType: 'MedicationRequest',
      status: 'active',
      authoredOn: asOf,
      dispenseRequest: undefined,
    };
    const verdictOn = (day: string) =>
      assessing(day)({ ...record, resources: [...record.resources, taken] })
        .criteria.flatMap(({ parts = [] }) => parts)
        .find(({ id }) => id === 'I2.agents')?.verdict;
    const day = result.gains[0]?.on ?? '';
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect([verdictOn(before), verdictOn(day)]).toEqual(['needs-investigator', 'met']);
  });

  it('counts the same when the first supply is for 30 days', () => {
    const dispenseRequest = { expectedSupplyDuration: { value: 30, unit: 'd', code: 'd' } };
    expect(gainsOf(ask('tacrolimus-ointment', { ...orders.mycophenolate, dispenseRequest }))).toHaveLength(1);
  });

  it('does not count from any day when it is ordered for a fortnight', () => {
    const dosageInstruction = [
      { text: '500 mg twice daily', timing: { repeat: { boundsDuration: { value: 14, code: 'd' } } } },
    ];
    expect(gainsOf(ask('tacrolimus-ointment', { ...orders.mycophenolate, dosageInstruction }))).toEqual([]);
  });

  it('does not count from a start that lies before its signature', () => {
    const dosageInstruction = [{ timing: { repeat: { boundsPeriod: { start: '2024-01-01' } } } }];
    expect(gainsOf(ask('tacrolimus-ointment', { ...orders.mycophenolate, dosageInstruction }))).toEqual([
      ['I2.agents', '2026-09-12'],
    ]);
  });

  it('is no gain where the whole criterion is met already', () => {
    expect(gainsOf(ask('candidate-boy-chinese', drugOrder('azathioprine 50 mg tablet')))).toEqual([]);
  });
});

describe('what an order makes worse', () => {
  it('is also a longer exclusion after a second live vaccine', () => {
    expect(lossesOf(ask('live-vaccine', orders.liveVaccine))).toEqual([['E9', 'met', '2026-11-07', '2026-11-17']]);
  });

  it('is never looked for without a sign of lupus', () => {
    const result = ask('no-lupus', orders.liveVaccine, orders.dialysis);
    expect([result.losses, result.gains]).toEqual([[], []]);
  });

  it('leaves the assessment of the record as it is', () => {
    const { record, asOf } = story('candidate-girl');
    expect(ask('candidate-girl', orders.dialysis).now).toEqual(assessing(asOf)(record));
  });
});
