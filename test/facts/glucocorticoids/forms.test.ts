import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { ago, administration, asked, daily, mg, number, order, timing, weighing } from './prednisone.ts';

const start = ago(132);
const open: Json = { boundsPeriod: { start } };
const kg = weighing(45);
const prednisone5 = '醋酸泼尼松片 5mg';

/** One dosage that says everything in its text, in an order that says since when. */
const written = (text: string, drug = prednisone5): Json =>
  order(drug, [{ text, timing: { repeat: open } }], { authoredOn: start });

const structured = (dosage: Json, drug = prednisone5, more: Json = {}): Json =>
  order(drug, [dosage], { authoredOn: start, ...more });

const quantity = (value: number, unit?: string): Json => ({
  doseAndRate: [{ doseQuantity: { value, ...(unit !== undefined && { unit }) } }],
});

describe('133 days of 50 mg a day, in the words of an instruction', () => {
  test.each([
    '50mg qd',
    '50 mg PO QD',
    '50mg po q.d.',
    '50 mg, oral, daily',
    '50 mg by mouth once every morning',
    'Take 10 tablets by mouth every day',
    'Take 10 tablets (50 mg total) by mouth daily., Starting Tue 1/20/2026',
    'Take ten tablets daily',
    '25 mg bid',
    '25 mg twice daily',
    '30 mg in the morning and 20 mg in the evening',
    '50 mg/day',
    '50 mg/d divided bid',
    '每次50mg 口服 每日1次',
    '每次 10 片，口服，每日一次',
    '10片 qd 晨顿服',
    '10# qd',
    '5mg/片, 每次10片, qd',
    '每日50mg',
    '每日50mg，分2次口服',
    '50mg/日',
    '10片/天',
    '每天早晨8点顿服50mg',
    '早餐后顿服10片',
    '泼尼松50毫克每天早上一次顿服',
    '早30mg 晚20mg',
    '早6片，晚4片',
    '２５ｍｇ　每日两次',
    '25mg 每12小时一次',
    '口服 25mg q12h',
  ])('%s', (text) => {
    const finding = asked([written(text), ...kg]);
    expect(number(finding, 'peak')).toBe('1.111 mg/kg');
    expect(finding.verdict).toBe('met');
  });
});

describe('visits and tests in an instruction, which have a rhythm of their own', () => {
  test.each([
    '50mg qd，每周复查血常规',
    '50mg qd 每月复诊',
    '50mg qd 隔周复查',
    '50mg qd，每2周复查肝肾功能',
    '50mg qd 必要时就诊',
    '50 mg daily, weekly CBC',
    '50 mg daily. Check weight weekly.',
    '50 mg daily with monthly monitoring',
    '50 mg daily. Call clinic if fever.',
    '50mg qd，勿突然停药',
    '50 mg daily, do not stop suddenly',
    '25mg bd',
    '25 mg q12',
    '12.5 mg qds',
    '10 x 5 mg tablets daily',
    '.05 g daily',
  ])('%s is 50 mg a day', (text) => {
    const finding = asked([written(text), ...kg]);
    expect(number(finding, 'peak')).toBe('1.111 mg/kg');
    expect(finding.verdict).toBe('met');
  });
});

describe('words that end, suspend or bind a dose to a condition', () => {
  test.each([
    ['unknown', 'HOLD 50 mg daily'],
    ['unknown', '停用 50mg qd'],
    ['unknown', 'Do not take. 50 mg daily'],
    ['unknown', 'Stress dose: 50 mg daily if ill'],
    ['unknown', '50 mg daily. May repeat as needed'],
    ['unknown', '10mg qd，必要时50mg qd'],
    ['unknown', '10 mg daily, up to 50 mg daily'],
    ['unknown', '2 x 25 mg daily'],
    ['unknown', '50 mg daily except Sunday'],
    ['unknown', '周一至周五 50mg qd'],
    ['unknown', '50 mg daily 3 weeks on, 1 week off'],
    ['unknown', '50 mg daily then stop'],
    ['unknown', '50mg qd 用至2月10日'],
    ['unknown', '50 mg daily until 4/5/2026'],
    ['unknown', '500mg 静滴 qd×3天，每月一次'],
    ['not-met', '50 mg daily until 2026-02-10'],
    ['met', '50 mg daily until 2026-05-30'],
    ['not-met', '50mg qd，至2026年2月10日'],
    ['not-met', '50mg qd 4周后停药'],
    ['not-met', '50 mg daily for 5/7'],
    ['not-met', '50mg 3日一次'],
    ['not-met', '50 mg every month'],
    ['not-met', 'Take .5 tablet daily'],
  ])('%s: %s', (verdict, text) => {
    expect(asked([written(text), ...kg]).verdict).toBe(verdict);
  });

  test('"for 28 days" beside an open start may be one supply or the whole treatment', () => {
    const dosage = { text: '50 mg daily for 28 days', timing: timing(1, 1, 'd', open), doseAndRate: [mg(50)] };
    expect(asked([structured(dosage), ...kg]).verdict).toBe('unknown');
  });
});

const from = (days: number): Json => ({ boundsPeriod: { start: ago(days) } });

describe('133 days of 50 mg a day, in the fields of a dosage', () => {
  const once = timing(1, 1, 'd', open);

  test.each([
    ['of more milligrams than a number holds', { timing: once, ...quantity(1e308, 'g') }],
    ['of a hundred thousand tonnes', { timing: once, ...quantity(1e14, 'mg') }],
    ['taken more often than a number holds', { timing: timing(1e308, 1, 'd', open), ...quantity(50, 'mg') }],
  ])('a dose %s is a slip, and leaves the answer unknown', (_, dosage) => {
    expect(asked([structured(dosage), ...kg]).verdict).toBe('unknown');
  });

  test.each([
    ['mg', structured({ timing: once, ...quantity(50, 'mg') })],
    ['g', structured({ timing: once, ...quantity(0.05, 'g') })],
    ['µg', structured({ timing: once, ...quantity(50_000, 'ug') })],
    ['tablets', structured({ timing: once, ...quantity(10, 'tablet') })],
    ['pieces without a unit', structured({ timing: once, ...quantity(10) })],
    [
      'a standard timing code',
      structured({ timing: { repeat: open, code: { coding: [{ code: 'QD' }] } }, ...quantity(50, 'mg') }),
    ],
    ['a timing text', structured({ timing: { repeat: open, code: { text: '每日2次' } }, ...quantity(25, 'mg') })],
    ['every 24 hours', structured({ timing: timing(1, 24, 'h', open), ...quantity(50, 'mg') })],
    [
      'times of day',
      structured({ timing: { repeat: { ...open, timeOfDay: ['08:00', '20:00'] } }, ...quantity(25, 'mg') }),
    ],
    [
      'all seven weekdays',
      structured({
        timing: { repeat: { ...open, dayOfWeek: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] } },
        ...quantity(50, 'mg'),
      }),
    ],
    ['a dose directly on the dosage', structured({ timing: once, doseQuantity: { value: 50, unit: 'mg' } })],
    [
      'a range of one dose',
      structured({
        timing: once,
        doseAndRate: [{ doseRange: { low: { value: 50, unit: 'mg' }, high: { value: 50, unit: 'mg' } } }],
      }),
    ],
    [
      'a duration',
      structured({
        timing: timing(1, 1, 'd', { boundsDuration: { value: 19, unit: 'wk', code: 'wk' } }),
        ...quantity(50, 'mg'),
      }),
    ],
    [
      'a count',
      structured({ timing: timing(1, 1, 'd', { boundsPeriod: { start }, count: 133 }), ...quantity(50, 'mg') }),
    ],
    ['dates', structured({ timing: { event: Array.from({ length: 133 }, (_, i) => ago(i)) }, ...quantity(50, 'mg') })],
    ['a dose per kg', structured({ timing: once, ...quantity(50 / 45, 'mg/kg') })],
    ['a dose per kg and day', structured({ timing: once, ...quantity(50 / 45, 'mg/kg/d') })],
    [
      'a supply',
      structured({ timing: timing(1, 1, 'd'), ...quantity(50, 'mg') }, prednisone5, {
        dispenseRequest: { expectedSupplyDuration: { value: 133, unit: 'd' } },
      }),
    ],
    ['methylprednisolone', structured({ timing: once, ...quantity(40, 'mg') }, '甲泼尼龙片')],
    ['dexamethasone', structured({ timing: once, ...quantity(7.5, 'mg') }, '地塞米松片')],
    [
      'a reported plan',
      structured({ timing: once, ...quantity(50, 'mg') }, prednisone5, { intent: 'plan', reportedBoolean: true }),
    ],
  ])('%s', (_, resource) => {
    const finding = asked([resource, ...kg]);
    expect(number(finding, 'peak')).toBe('1.111 mg/kg');
    expect(finding.verdict).toBe('met');
  });

  test.each<[string, string, Json]>([
    ['not-met', 'less than 30 days', { boundsDuration: { value: 30, unit: 'd', comparator: '<' } }],
    ['met', 'at least 90 days', { boundsDuration: { value: 90, unit: 'd', comparator: '>=' } }],
    ['unknown', 'one course', { boundsDuration: { value: 1, unit: 'course' } }],
    ['not-met', 'up to 30 days', { boundsRange: { high: { value: 30, unit: 'd' } } }],
    ['unknown', 'from 30 days on', { boundsRange: { low: { value: 30, unit: 'd' } } }],
  ])('%s: bounds of %s', (verdict, _, bounds) => {
    expect(asked([structured({ timing: timing(1, 1, 'd', bounds), ...quantity(50, 'mg') }), ...kg]).verdict).toBe(
      verdict,
    );
  });

  test('a code and a text of the timing that contradict each other are no rhythm', () => {
    const code = { coding: [{ code: 'QD' }], text: 'BID' };
    expect(asked([structured({ timing: { repeat: open, code }, ...quantity(25, 'mg') }), ...kg]).verdict).toBe(
      'unknown',
    );
  });

  test('two dosages of one order add up', () => {
    const at = (dose: number, when: string): Json => ({
      timing: timing(1, 1, 'd', { ...open, when: [when] }),
      doseAndRate: [mg(dose)],
    });
    expect(asked([order(prednisone5, [at(30, 'MORN'), at(20, 'EVE')], { authoredOn: start }), ...kg]).verdict).toBe(
      'met',
    );
  });

  test.each<[string, string, Json, Json]>([
    ['unknown', 'the same days', {}, {}],
    ['met', 'the same days at different times', { when: ['MORN'] }, { when: ['EVE'] }],
  ])('%s: steps 1 and 2 of one order on %s', (verdict, _, first, second) => {
    const step = (sequence: number, dose: number, more: Json): Json => ({
      sequence,
      timing: timing(1, 1, 'd', { boundsPeriod: { start, end: ago(0) }, ...more }),
      doseAndRate: [mg(dose)],
    });
    const both = order(prednisone5, [step(1, 30, first), step(2, 20, second)], { authoredOn: start });
    expect(asked([both, ...kg]).verdict).toBe(verdict);
  });

  test.each<[string, string, readonly (readonly [number, Json])[]]>([
    [
      'met',
      '50 mg from the day of the order, then 10 mg from a day that is named',
      [
        [50, {}],
        [10, from(20)],
      ],
    ],
    [
      'not-met',
      '10 mg, then 50 mg for the last 13 days',
      [
        [10, {}],
        [50, from(12)],
      ],
    ],
    [
      'needs-investigator',
      '10 mg, then 50 mg for the last 14 days',
      [
        [10, {}],
        [50, from(13)],
      ],
    ],
    [
      'unknown',
      '50 mg, then 10 mg nobody knows from when, then 5 mg',
      [
        [50, {}],
        [10, {}],
        [5, from(20)],
      ],
    ],
  ])('%s: steps of %s', (verdict, _, each) => {
    const steps = each.map(([dose, bounds], index) => ({
      sequence: index + 1,
      timing: timing(1, 1, 'd', bounds),
      doseAndRate: [mg(dose)],
    }));
    expect(asked([order(prednisone5, steps, { authoredOn: start }), ...kg]).verdict).toBe(verdict);
  });

  test('two bounded orders in the morning and the evening add up', () => {
    const at = (dose: number, when: string): Json =>
      structured({
        timing: timing(1, 1, 'd', { boundsPeriod: { start, end: ago(0) }, when: [when] }),
        doseAndRate: [mg(dose)],
      });
    expect(asked([at(30, 'MORN'), at(20, 'EVE'), ...kg]).verdict).toBe('met');
  });

  test('a dose per square metre uses height and weight', () => {
    const height: Json = {
      resourceType: 'Observation',
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '8302-2' }] },
      effectiveDateTime: ago(60),
      valueQuantity: { value: 160, unit: 'cm' },
    };
    // 1.414 m² by Mosteller: 40 mg/m² are 56.6 mg.
    const finding = asked([structured({ timing: once, ...quantity(40, 'mg/m2') }), height, ...kg]);
    expect(number(finding, 'peak')).toBe('1.257 mg/kg');
    expect(finding.verdict).toBe('met');
  });

  test('a dose per square metre without a height asks for the height', () => {
    const finding = asked([structured({ timing: once, ...quantity(40, 'mg/m2') }), ...kg]);
    expect(finding.verdict).toBe('unknown');
    expect(finding.missing.map(({ what, orders }) => [what.id, orders[0]?.coding.code])).toEqual([
      ['glucocorticoid.height', '8302-2'],
    ]);
  });
});

describe('133 days of 50 mg a day, in other resources', () => {
  const dosage = { timing: timing(1, 1, 'd'), doseAndRate: [mg(50)] };
  const medicationCodeableConcept = { text: prednisone5 };

  test('a statement with a period', () => {
    const statement = {
      resourceType: 'MedicationStatement',
      status: 'active',
      medicationCodeableConcept,
      effectivePeriod: { start },
      dosage: [{ text: '每次50mg 每日1次' }],
    };
    expect(asked([statement, ...kg]).verdict).toBe('met');
  });

  test.each<[string, string, Json]>([
    ['unknown', 'only says when it was made', { dateAsserted: start }],
    ['met', 'says when it was made and since when', { dateAsserted: ago(0), effectivePeriod: { start } }],
    ['not-met', 'says that it is not taken', { taken: 'n', effectivePeriod: { start } }],
    ['not-met', 'says that nobody knows whether it is taken', { taken: 'unk', effectivePeriod: { start } }],
    ['met', 'says that it is taken', { taken: 'y', effectivePeriod: { start } }],
  ])('%s: a statement that %s', (verdict, _, more) => {
    const statement = {
      resourceType: 'MedicationStatement',
      status: 'active',
      medicationCodeableConcept,
      dosage: [dosage],
      ...more,
    };
    expect(asked([statement, ...kg]).verdict).toBe(verdict);
  });

  test.each([
    ['unknown', 'on-hold'],
    ['unknown', 'unknown'],
    ['not-met', 'not-taken'],
    ['not-met', 'intended'],
  ])('%s: a statement with the status %s', (verdict, status) => {
    const statement = {
      resourceType: 'MedicationStatement',
      status,
      medicationCodeableConcept,
      effectivePeriod: { start },
      dosage: [dosage],
    };
    expect(asked([statement, ...kg]).verdict).toBe(verdict);
  });

  test('dispenses that follow each other, some of them early', () => {
    const dispense = (days: number, supply: number): Json => ({
      resourceType: 'MedicationDispense',
      status: 'completed',
      medicationCodeableConcept,
      whenHandedOver: ago(days),
      daysSupply: { value: supply, unit: 'days' },
      dosageInstruction: [{ text: 'Take 10 tablets by mouth daily' }],
    });
    expect(asked([dispense(132, 30), dispense(104, 30), dispense(74, 30), dispense(44, 45), ...kg]).verdict).toBe(
      'met',
    );
  });

  test('a dispense of 300 tablets for 30 days without an instruction is 10 tablets a day', () => {
    const dispense = (days: number): Json => ({
      resourceType: 'MedicationDispense',
      status: 'completed',
      medicationCodeableConcept,
      whenHandedOver: ago(days),
      quantity: { value: 300, unit: 'tablet' },
      daysSupply: { value: 30, unit: 'd' },
    });
    expect(asked([dispense(119), dispense(89), dispense(59), dispense(29), ...kg]).verdict).toBe('met');
  });

  test('one administration a day', () => {
    const given = Array.from({ length: 133 }, (_, i) => administration(prednisone5, 50, ago(i), undefined));
    expect(asked([...given, ...kg]).verdict).toBe('met');
  });

  test('administrations that came twice under other ids are not known to be two doses', () => {
    const twice = (apart: string): readonly Json[] =>
      Array.from({ length: 133 }, (_, i) => ['08:00', apart].map((at) => `${ago(i)}T${at}:00+08:00`))
        .flat()
        .map((at) => administration(prednisone5, 25, at, 'oral'));
    const found = asked([...twice('08:00'), ...kg]);
    expect([found.verdict, found.missing.map(({ what }) => what.id)]).toEqual(['unknown', ['glucocorticoid.repeated']]);
    expect(asked([...twice('20:00'), ...kg]).verdict).toBe('met');
    const afterMidnight = twice('08:00').map((each) => ({
      ...each,
      effectiveDateTime: String(each['effectiveDateTime']).replace('T08:00:00', 'T00:00:30'),
    }));
    expect(asked([...afterMidnight, ...kg]).verdict).toBe('unknown');
  });

  test.each(['T00:00+08:00', 'T00:00:00', 'T00:00:00Z', 'T00:00:00+08:00', 'T00:00:00.000+08:00'])(
    'equal administrations of which only the day is known, written with %s, are two doses',
    (midnight) => {
      const given = Array.from({ length: 266 }, (_, i) =>
        administration(prednisone5, 25, `${ago(Math.floor(i / 2))}${midnight}`, 'oral'),
      );
      expect(asked([...given, ...kg]).verdict).toBe('met');
    },
  );

  test('equal statements of one instant are no administrations that came twice', () => {
    const said: Json = {
      resourceType: 'MedicationStatement',
      status: 'active',
      medicationCodeableConcept,
      effectiveDateTime: `${ago(132)}T08:00:00+08:00`,
      dosage: [{ text: 'Take 10 tablets by mouth daily for 133 days' }],
    };
    const found = asked([said, said, ...kg].map((each, i) => ({ ...each, id: `s${String(i)}` })));
    expect(found.missing.map(({ what }) => what.id)).not.toContain('glucocorticoid.repeated');
    expect(found.verdict).toBe(asked([{ ...said, id: 's1' }, ...kg]).verdict);
  });

  test('administrations prove what an as-needed order does not', () => {
    const needed = order(prednisone5, [daily(50, 132, 0, { asNeededBoolean: true })], { authoredOn: start });
    const given = Array.from({ length: 133 }, (_, i) => administration(prednisone5, 50, ago(i), 'oral'));
    expect(asked([needed, ...given, ...kg]).verdict).toBe('met');
    expect(asked([needed, ...kg]).verdict).toBe('not-met');
  });

  test('a Medication that states the strength of its tablet', () => {
    const medication = {
      resourceType: 'Medication',
      id: 'p10',
      code: { text: '泼尼松' },
      ingredient: [
        {
          itemCodeableConcept: { text: '泼尼松' },
          strength: { numerator: { value: 10, unit: 'mg' }, denominator: { value: 1, unit: '片' } },
        },
      ],
    };
    const { medicationCodeableConcept: _, ...rest } = structured({
      ...dosage,
      timing: timing(1, 1, 'd', open),
      ...quantity(5, '片'),
    });
    expect(asked([{ ...rest, medicationReference: { reference: 'Medication/p10' } }, medication, ...kg]).verdict).toBe(
      'met',
    );
  });
});

describe('what looks like a dose and is none', () => {
  test.each([
    ['the strength of the product', '20mg Tablet'],
    ['a taper without doses', 'reduce by 5 mg weekly'],
    ['nothing but "as directed"', 'as directed'],
  ])('%s is unknown', (_, text) => {
    expect(asked([written(text), ...kg]).verdict).toBe('unknown');
  });

  test('as needed said only in the text is as needed', () => {
    expect(asked([written('50 mg daily as needed'), ...kg]).verdict).toBe('not-met');
    expect(asked([written('每次50mg 必要时 每日1次'), ...kg]).verdict).toBe('not-met');
  });

  test('a ceiling is no dose', () => {
    const ceiling = structured({
      timing: timing(1, 1, 'd', open),
      maxDosePerPeriod: { numerator: { value: 60, unit: 'mg' }, denominator: { value: 1, unit: 'd' } },
    });
    expect(asked([ceiling, ...kg]).verdict).toBe('unknown');
  });

  test('a dose for three months followed by a taper nobody can read', () => {
    const finding = asked([written('50 mg po qd x 3 months then taper'), ...kg]);
    expect(finding.verdict).toBe('met');
  });

  test('a structured dose whose text continues with a taper holds only as long as the text says', () => {
    const taper = structured({
      timing: timing(1, 1, 'd', open),
      ...quantity(50, 'mg'),
      text: '50 mg daily for 28 days then 10 mg daily',
    });
    const finding = asked([taper, ...kg]);
    expect(number(finding, 'days-high')).toBe('28');
    expect(finding.verdict).toBe('needs-investigator');
  });
});
