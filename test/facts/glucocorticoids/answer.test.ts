import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { whole } from '../whole.ts';
import {
  ago,
  administration,
  asked,
  attested,
  daily,
  mg,
  number,
  order,
  prednisone,
  timing,
  weighing,
  weight,
} from './prednisone.ts';

const bounded = (from: number, to: number): Json => ({ boundsPeriod: { start: ago(from), end: ago(to) } });

describe('worked examples of the clinical specification', () => {
  const row = (
    drug: string,
    dose: number,
    frequency: number,
    period: number,
    unit: string,
    kg: number,
    route = 'oral',
  ) => {
    const dosage = {
      timing: timing(frequency, period, unit, bounded(99, 0)),
      doseAndRate: [mg(dose)],
      route: { text: route },
    };
    return asked([order(drug, [dosage]), ...weighing(kg)]);
  };

  test.each([
    ['1 prednisone 50 mg once a day at 45 kg', row('prednisone', 50, 1, 1, 'd', 45), '1.111', '100'],
    ['2 prednisolone 20 mg three times a day at 48 kg', row('prednisolone', 20, 3, 1, 'd', 48), '1.25', '100'],
    [
      '3 methylprednisolone 24 mg twice a day at 60 kg',
      row('methylprednisolone tablet', 24, 2, 1, 'd', 60),
      '1',
      '100',
    ],
    ['4 dexamethasone 6 mg at 45 kg', row('dexamethasone tablet', 6, 1, 1, 'd', 45), '0.889', '0'],
    [
      '5 hydrocortisone 100 mg every 6 hours at 30 kg',
      row('hydrocortisone', 100, 1, 6, 'h', 30, 'intravenous'),
      '3.333',
      '100',
    ],
    ['6 deflazacort 36 mg at 30 kg', row('deflazacort', 36, 1, 1, 'd', 30), '1', '100'],
    ['7 prednisone 60 mg every other day at 32 kg', row('prednisone', 60, 1, 2, 'd', 32), '0.938', '0'],
  ])('example %s', (_, finding, peak, days) => {
    expect(number(finding, 'peak')).toBe(`${peak} mg/kg`);
    expect(number(finding, 'days-high')).toBe(days);
  });

  test('example 7 is too low even for a near day', () => {
    expect(row('prednisone', 60, 1, 2, 'd', 32).verdict).toBe('not-met');
  });

  test('example 8: of a low dose and a pulse only the three pulse days qualify', () => {
    const pulse = order('methylprednisolone injection', [
      {
        timing: timing(1, 1, 'd', bounded(50, 48)),
        doseAndRate: [mg(500)],
        route: { text: 'intravenous' },
      },
    ]);
    const finding = asked([prednisone(15, 99, 0), pulse, ...weighing(46)]);
    expect(number(finding, 'peak')).toBe('13.913 mg/kg');
    expect(number(finding, 'days-high')).toBe('3');
    expect(finding.verdict).toBe('needs-investigator');
    expect(finding.flags).toContain('GC_R3_ONLY');
  });

  test('example 9: of a taper by sequence 42 of 56 days qualify', () => {
    const step = (sequence: number, dose: number, days: number): Json => ({
      sequence,
      timing: timing(1, 1, 'd', { boundsDuration: { value: days, unit: 'd', code: 'd' } }),
      doseAndRate: [mg(dose)],
    });
    const taper = order('prednisone tablet', [step(1, 60, 28), step(2, 50, 14), step(3, 40, 14)], {
      authoredOn: ago(99),
    });
    const finding = asked([taper, ...weighing(44)]);
    expect(number(finding, 'days-any')).toBe('56');
    expect(number(finding, 'days-high')).toBe('42');
  });

  test('example 10: the same drug in order, dispense and administration counts once', () => {
    const dispense = {
      resourceType: 'MedicationDispense',
      status: 'completed',
      medicationCodeableConcept: { text: 'prednisone tablet' },
      whenHandedOver: ago(99),
      daysSupply: { value: 100, unit: 'd' },
      dosageInstruction: [{ timing: timing(1, 1, 'd'), doseAndRate: [mg(40)] }],
    };
    const given = Array.from({ length: 100 }, (_, i) => administration('prednisone', 40, ago(i), 'oral'));
    const finding = asked([prednisone(40, 99, 0), dispense, ...given, ...weighing(38)]);
    expect(number(finding, 'peak')).toBe('1.053 mg/kg');
    expect(number(finding, 'days-high')).toBe('100');
  });

  test('example 11: the weight of each day decides', () => {
    const finding = asked([prednisone(40, 99, 0), weight(39, ago(99)), weight(41, ago(59))]);
    expect(number(finding, 'days-high')).toBe('40');
    expect(finding.verdict).toBe('needs-investigator');
    expect(finding.flags).toContain('GC_NEAR_DAYS');
  });

  test('example 12: a dose per kg needs no weight', () => {
    const dosage = {
      timing: timing(1, 1, 'd', bounded(99, 0)),
      doseAndRate: [{ doseQuantity: { value: 1, unit: 'mg/kg', code: 'mg/kg', system: 'http://unitsofmeasure.org' } }],
      route: { text: 'oral' },
    };
    const finding = asked([order('methylprednisolone tablet', [dosage])]);
    expect(finding.verdict).toBe('met');
    expect(number(finding, 'peak')).toBe('1.25 mg/kg');
  });

  test.each<[string, number | undefined, string]>([
    ['met', 45, 'below the weight at which the ceiling is reached'],
    ['needs-investigator', 82, 'above it: a full dose of 60 mg, less than 1 mg/kg'],
    ['unknown', undefined, 'no weight on record'],
  ])('an order of 1 mg/kg and at most 60 mg: %s, %s kg (%s)', (verdict, kilograms) => {
    const dosage = {
      timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd', boundsPeriod: { start: ago(132) } } },
      doseAndRate: [{ doseQuantity: { value: 1, unit: 'mg/kg' } }],
      maxDosePerAdministration: { value: 60, unit: 'mg' },
    };
    const weights = kilograms === undefined ? [] : weighing(kilograms);
    const finding = asked([attested, ...weights, order('prednisone tablet', [dosage], { authoredOn: ago(132) })]);
    expect(finding.verdict).toBe(verdict);
  });

  test('example 13: as-needed orders, eye drops and inhalers count nothing', () => {
    const finding = asked([
      order('prednisone tablet', [daily(50, 99, 0, { asNeededBoolean: true })]),
      order('dexamethasone eye drops', [{ ...daily(1, 99, 0), route: { text: 'ophthalmic' } }]),
      order('budesonide inhaler', [{ ...daily(1, 99, 0), route: { text: 'inhalation' } }]),
      ...weighing(45),
    ]);
    expect(finding.verdict).toBe('not-met');
    expect(finding.flags).toEqual(expect.arrayContaining(['GC_PRN_IGNORED', 'GC_NON_SYSTEMIC_IGNORED']));
  });
});

describe('how long is long enough', () => {
  const course = (days: number, ended = 1) => asked([prednisone(50, ended + days - 1, ended), ...weighing(45)]);

  test.each([
    ['met', 'exactly 90 days', course(90)],
    ['needs-investigator', 'one day short of 90', course(89)],
    ['needs-investigator', 'exactly 12 weeks', course(84)],
    ['not-met', 'one day short of 12 weeks', course(83)],
    ['met', 'ended 365 days ago', course(90, 365)],
    ['needs-investigator', 'ended 366 days ago', course(90, 366)],
  ])('%s: %s', (verdict, _, finding) => {
    expect(finding.verdict).toBe(verdict);
  });

  test('three calendar months from 1 February to 30 April are enough with 89 days', () => {
    const at = (start: string, end: string) =>
      asked([
        order('prednisone tablet', [{ ...daily(50, 0), timing: timing(1, 1, 'd', { boundsPeriod: { start, end } }) }]),
        ...weighing(45),
      ]);
    expect(at('2026-02-01', '2026-04-30').verdict).toBe('met');
    expect(at('2026-02-01', '2026-04-29').verdict).toBe('needs-investigator');
  });

  test.each([
    ['met', 7],
    ['needs-investigator', 8],
  ])('%s: 90 days in two parts with a break of %i days', (verdict, gap) => {
    const resources = [prednisone(50, 89 + gap, 45 + gap), prednisone(50, 44, 0), ...weighing(45)];
    expect(asked(resources).verdict).toBe(verdict);
  });

  test('84 days and a running order name the day on which three months are reached', () => {
    const finding = asked([prednisone(50, 83), ...weighing(45)]);
    expect(finding.verdict).toBe('needs-investigator');
    expect(finding.flags).toContain('GC_NEAR_THRESHOLD');
    // 10 March to 9 June are three calendar months with 92 days: the 90th day comes first.
    expect(finding.reason.values['on']).toBe('2026-06-07');
    expect(finding.turns.map((turn) => turn.on)).toContain(Date.UTC(2026, 5, 7) / 86_400_000);
  });

  test('of cumulative days within a year 90 go to the investigator, and to `met` if the site reads it so', () => {
    const parts = [0, 60, 120].map((start) => prednisone(50, start + 29, start));
    expect(asked([...parts, ...weighing(45)]).verdict).toBe('needs-investigator');
    expect(asked([...parts, ...weighing(45)], { settings: { glucocorticoidReading: 'cumulative' } }).verdict).toBe(
      'met',
    );
    const fewer = [prednisone(50, 28, 0), ...parts.slice(1)];
    expect(asked([...fewer, ...weighing(45)]).verdict).toBe('not-met');
  });

  test('the day on which a met course becomes too old is a turn', () => {
    expect(course(90, 10).turns.map(({ on }) => on)).toContain(Date.UTC(2026, 4, 22) / 86_400_000 + 366);
  });
});

describe('how high is high enough', () => {
  const at = (dose: number, kg: number) => asked([prednisone(dose, 99, 0), ...weighing(kg)]);

  test.each([
    ['met', 'exactly 1 mg/kg', at(40, 40)],
    ['needs-investigator', '0.999 mg/kg is a near day', at(39.96, 40)],
    ['needs-investigator', '0.95 mg/kg is a near day', at(38, 40)],
    ['not-met', '0.9499 mg/kg is not', at(37.996, 40)],
    ['met', '60 mg at 60 kg', at(60, 60)],
    ['needs-investigator', '60 mg at 82 kg is the usual full dose', at(60, 82)],
    ['not-met', '59 mg at 82 kg is not', at(59, 82)],
  ])('%s: %s', (verdict, _, finding) => {
    expect(finding.verdict).toBe(verdict);
  });

  test('the cap and the near days have their flags', () => {
    expect(at(60, 82).flags).toContain('GC_DOSE_CAP');
    expect(at(39.96, 40).flags).toContain('GC_NEAR_DAYS');
  });

  test('a course that needs averaged alternate-day doses goes to the investigator', () => {
    const dosage = { timing: timing(1, 2, 'd', bounded(99, 0)), doseAndRate: [mg(90)], route: { text: 'oral' } };
    const finding = asked([order('prednisone tablet', [dosage]), ...weighing(45)]);
    expect(finding.verdict).toBe('needs-investigator');
    expect(finding.flags).toContain('GC_ALTERNATE_DAY_AVERAGED');
  });

  test('the strength of a dexamethasone salt is read as base, and flagged where it decides', () => {
    const salted = (dose: number) =>
      asked([
        order('dexamethasone sodium phosphate 4 MG/ML Injection', [
          {
            ...daily(dose, 99, 0),
            route: { text: 'intravenous' },
          },
        ]),
        ...weighing(45),
      ]);
    // 8 mg of the salt are 6.08 mg of base, 40.5 mg of prednisone.
    expect(number(salted(8), 'peak')).toBe('0.901 mg/kg');
    expect(salted(8).flags).toContain('GC_SALT_STRENGTH');
    expect(salted(20).flags).not.toContain('GC_SALT_STRENGTH');
  });

  test('a monthly pulse is never spread over the month', () => {
    const dosage = {
      timing: timing(1, 1, 'mo', bounded(99, 0)),
      doseAndRate: [mg(1000)],
      route: { text: 'intravenous' },
    };
    const finding = asked([order('methylprednisolone injection', [dosage]), ...weighing(45)]);
    expect(number(finding, 'days-high')).toBe('4');
    expect(finding.verdict).toBe('not-met');
  });
});

describe('weight', () => {
  test('without any weight a dose that could be enough is unknown, and the weight is named', () => {
    const finding = asked([prednisone(50, 99, 0)]);
    expect(finding.verdict).toBe('unknown');
    expect(finding.missing.map(({ what }) => what.id)).toContain('glucocorticoid.weight');
    expect(finding.missing[0]?.orders[0]?.coding.code).toBe('29463-7');
  });

  test('two weights of one day that disagree are asked for where they decide', () => {
    const finding = asked([prednisone(40, 99, 0), weight(40, ago(99)), weight(41, ago(99)), weight(40, ago(20))]);
    expect(finding.verdict).toBe('unknown');
    expect(finding.missing).toEqual([
      { what: say('glucocorticoid.exact-weight', { from: ago(99), to: ago(21) }), orders: [] },
    ]);
  });

  test('without any weight a course that is too short whatever the dose is not met', () => {
    expect(asked([prednisone(50, 40, 0)]).verdict).toBe('not-met');
  });

  test('without any weight a dose too low for any child is not met', () => {
    expect(asked([prednisone(5, 99, 0)]).verdict).toBe('not-met');
  });

  test('a weight of today is not used for last year', () => {
    const finding = asked([prednisone(50, 389, 300), weight(45, ago(0))]);
    expect(finding.verdict).toBe('unknown');
  });

  test('an implausible jump does not count', () => {
    const finding = asked([prednisone(50, 99, 0), ...weighing(45), weight(99, ago(50))]);
    expect(finding.verdict).toBe('met');
  });
});

describe('sources and overlaps', () => {
  const kg = weighing(45);

  test('an administration replaces the order on its day only', () => {
    const finding = asked([prednisone(50, 99, 0), administration('prednisone', 10, ago(50), 'oral'), ...kg]);
    expect(number(finding, 'days-high')).toBe('99');
  });

  test('administrations of one day add up', () => {
    const given = Array.from({ length: 100 }, (_, i) => [
      administration('prednisone', 30, `${ago(i)}T08:00:00+08:00`, 'oral'),
      administration('prednisone', 20, `${ago(i)}T20:00:00+08:00`, 'oral'),
    ]).flat();
    expect(asked([...given, ...kg]).verdict).toBe('met');
  });

  test('a later order without an end replaces the earlier one from its start', () => {
    const finding = asked([prednisone(50, 150), prednisone(20, 60), ...kg]);
    expect(number(finding, 'days-high')).toBe('90');
    expect(finding.verdict).toBe('met');
  });

  test('two bounded orders without times of day that both could have been taken are unknown where it decides', () => {
    const finding = asked([prednisone(30, 99, 0), prednisone(25, 95, 0), ...kg]);
    expect(finding.verdict).toBe('unknown');
    expect(finding.flags).toContain('GC_ORDERS_OVERLAP');
  });

  test('two bounded orders at different times of day add', () => {
    const at = (dose: number, time: string): Json =>
      order('prednisone tablet', [
        {
          timing: timing(1, 1, 'd', { ...bounded(99, 0), timeOfDay: [time] }),
          doseAndRate: [mg(dose)],
        },
      ]);
    expect(asked([at(30, '08:00:00'), at(20, '20:00:00'), ...kg]).verdict).toBe('met');
  });

  test('an order without any bounds covers 180 days at most', () => {
    const unbounded = order('prednisone tablet', [{ timing: timing(1, 1, 'd'), doseAndRate: [mg(50)] }], {
      authoredOn: ago(300),
    });
    const finding = asked([unbounded, ...kg]);
    expect(finding.flags).toContain('UNBOUNDED_ORDER');
    expect(number(finding, 'days-any')).toBe('181');
  });

  test('of a completed order without an end nobody knows how long it ran', () => {
    const finding = asked([prednisone(50, 120, undefined, { status: 'completed' }), ...kg]);
    expect(finding.verdict).toBe('unknown');
  });

  test('a stopped order without an end runs to the next order', () => {
    const finding = asked([prednisone(50, 120, undefined, { status: 'stopped' }), prednisone(10, 20, 0), ...kg]);
    expect(finding.verdict).toBe('met');
  });
});

describe('what cannot be read never decides', () => {
  const kg = weighing(45);

  test('a glucocorticoid without a dose is unknown, not absent', () => {
    const finding = asked([order('prednisone tablet', [{ timing: timing(1, 1, 'd', bounded(99, 0)) }]), ...kg]);
    expect(finding.verdict).toBe('unknown');
    expect(finding.missing.map(({ what }) => what.id)).toContain('glucocorticoid.dose');
  });

  test('an unreadable dose for a few days does not matter', () => {
    const finding = asked([order('prednisone tablet', [{ timing: timing(1, 1, 'd', bounded(9, 0)) }]), ...kg]);
    expect(finding.verdict).toBe('not-met');
  });

  test('a drug that nobody can name turns `not-met` into unknown and names it', () => {
    const pill = order('little pink pill', [daily(1, 99, 0)], { id: 'pill' });
    const finding = asked([pill, ...kg]);
    expect(finding.verdict).toBe('unknown');
    expect(finding.missing[0]?.what.values['references']).toEqual(['MedicationRequest/pill']);
  });

  test('a code and a name that contradict each other never prove the course', () => {
    const wrong = prednisone(50, 99, 0, {
      medicationCodeableConcept: {
        coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '9524' }],
        text: 'Prednisone 10 MG',
      },
    });
    expect(asked([wrong, ...kg]).verdict).toBe('unknown');
  });

  test('a dose range is read at both ends', () => {
    const range = (low: number, high: number): Json =>
      order('prednisone tablet', [
        {
          timing: timing(1, 1, 'd', bounded(99, 0)),
          doseAndRate: [{ doseRange: { low: { value: low, unit: 'mg' }, high: { value: high, unit: 'mg' } } }],
        },
      ]);
    expect(asked([range(45, 60), ...kg]).verdict).toBe('met');
    expect(asked([range(40, 60), ...kg]).verdict).toBe('unknown');
    expect(asked([range(20, 30), ...kg]).verdict).toBe('not-met');
  });

  test('a partial start date is read at both ends', () => {
    const from = (start: string): Json =>
      order('prednisone tablet', [
        {
          ...daily(50, 0),
          timing: timing(1, 1, 'd', { boundsPeriod: { start, end: ago(0) } }),
        },
      ]);
    expect(asked([from('2026-02'), ...kg]).verdict).toBe('met');
    expect(asked([from('2026-03'), ...kg]).verdict).toBe('unknown');
    expect(asked([from('2026-04'), ...kg]).verdict).toBe('not-met');
  });

  test('an injection whose place is not said goes to the investigator where it decides', () => {
    const injection = order('dexamethasone injection', [{ ...daily(8, 99, 0), route: { text: 'injection' } }]);
    const finding = asked([injection, ...kg]);
    expect(finding.verdict).toBe('needs-investigator');
    expect(finding.flags).toContain('GC_INJECTION_ROUTE');
  });

  test('an order that is on hold proves nothing, and not that nothing was taken', () => {
    expect(asked([prednisone(50, 99, 0, { status: 'on-hold' }), ...kg]).verdict).toBe('unknown');
  });

  test.each(['entered-in-error', 'cancelled', 'draft'])('an order that is %s does not count', (status) => {
    expect(asked([prednisone(50, 99, 0, { status }), ...kg]).verdict).toBe('not-met');
  });

  test('the order of another patient does not count', () => {
    expect(asked([prednisone(50, 99, 0, { subject: { reference: 'Patient/other' } }), ...kg]).verdict).toBe('not-met');
  });

  test('nothing is not met without an attested history', () => {
    const finding = asked([prednisone(50, 40, 0), ...kg], { unattested: true });
    expect(finding.verdict).toBe('unknown');
    expect(finding.flags).toContain('MED_HISTORY_NOT_ATTESTED');
  });

  test('a course is met without an attested history', () => {
    expect(asked([prednisone(50, 99, 0), ...kg], { unattested: true }).verdict).toBe('met');
  });

  test('an incomplete search leaves both answers open', () => {
    const retrieved = { medicationAdministrations: { state: 'unavailable', reason: 'timeout' } } as const;
    expect(asked([prednisone(50, 99, 0), ...kg], { retrieved }).verdict).toBe('unknown');
    expect(asked([...kg], { retrieved }).verdict).toBe('unknown');
  });

  test('the order of the resources does not matter', () => {
    const resources = [
      prednisone(50, 99, 50),
      prednisone(40, 60, 0),
      administration('prednisone', 60, ago(3), 'oral'),
      ...kg,
    ];
    const forwards = asked(resources.map((each, i) => ({ ...each, id: String(i) })));
    const backwards = asked(resources.map((each, i) => ({ ...each, id: String(i) })).toReversed());
    expect(whole(backwards)).toEqual(whole(forwards));
  });

  test('an attestation alone is not met', () => {
    expect(asked([]).verdict).toBe('not-met');
  });
});
