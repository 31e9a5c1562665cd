import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import type { Reading } from '../../src/fhir/reading.ts';
import { day, observation, recordOf, textObservation } from '../builders.ts';

const on = '2026-05-20';
const coded = (code: string, more: Json): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code }] },
  effectiveDateTime: on,
  ...more,
});

function read(name: string, ...resources: readonly Json[]): readonly Reading[] {
  return recordOf(resources).readings(name);
}
const one = (name: string, resource: Json): Reading | undefined => read(name, resource)[0];
const why = (reading: Reading | undefined): string | undefined => reading?.unreadable?.id;

describe('Only results that stand count', () => {
  test.each(['entered-in-error', 'cancelled', 'registered', 'unknown', undefined])('status %s is ignored', (status) => {
    const record = recordOf([observation('1742-6', 50, 'U/L', on, { status })]);
    expect(record.readings('ALT')).toEqual([]);
    expect(record.ignored).toHaveLength(1);
  });
  test.each(['final', 'amended', 'corrected'])('status %s counts', (status) => {
    expect(one('ALT', observation('1742-6', 50, 'U/L', on, { status }))?.status).toBe('valid');
  });
  test('a status is read in capitals', () => {
    expect(one('ALT', observation('1742-6', 50, 'U/L', on, { status: 'FINAL' }))?.status).toBe('valid');
    expect(one('ALT', observation('1742-6', 50, 'U/L', on, { status: 'done' }))).toBeUndefined();
  });
  test('a preliminary result is shown as such', () => {
    expect(one('ALT', observation('1742-6', 50, 'U/L', on, { status: 'preliminary' }))?.status).toBe('preliminary');
  });
  test('a result with a reason for its absence, or without a value, is no evidence', () => {
    const absent = { dataAbsentReason: { coding: [{ code: 'not-performed' }] } };
    expect(read('ALT', coded('1742-6', absent), coded('1742-6', {}))).toEqual([]);
  });
  test.each([
    ['a blank text', { valueString: '  ' }, 'valueString'],
    ['a quantity of nothing', { valueQuantity: {} }, 'valueQuantity'],
    ['a quantity that is a blank text', { valueQuantity: '' }, 'valueQuantity'],
    ['a quantity that is a list', { valueQuantity: [] }, 'valueQuantity'],
  ])('of %s, in which nothing is written, the kind is shown, and it cannot be read', (_, value, shown) => {
    const reading = one('ALT', coded('1742-6', value));
    expect([reading?.asWritten(), reading?.unreadable === undefined]).toEqual([shown, false]);
  });
  test('a result about another person or from another specimen is ignored', () => {
    expect(
      read('HBsAg', coded('5196-1', { valueString: 'positive', focus: [{ reference: 'Patient/donor' }] })),
    ).toEqual([]);
    const inUrine = { specimen: { display: 'Urine' } };
    expect(read('creatinine', observation('2160-0', 60, 'mg/dL', on, inUrine))).toEqual([]);
    expect(
      read('CMV-DNA-other', coded('33006-8', { valueString: 'positive', specimen: { display: '尿液' } })),
    ).toHaveLength(1);
  });
});

describe('Every kind of value is read', () => {
  test('a quantity with a comparator is an open interval', () => {
    const value = { valueQuantity: { value: 90, comparator: '>', unit: 'mL/min/1.73m2' } };
    expect(one('eGFR-schwartz', coded('50384-7', value))?.amount).toEqual({ low: 90, high: Infinity, lowOpen: true });
  });
  test('an integer is a score, and no amount of something that has a unit', () => {
    expect(
      one('SLEDAI-2K', { ...textObservation('SLEDAI-2K评分', '', on), valueString: undefined, valueInteger: 14 })
        ?.amount,
    ).toEqual({ low: 14, high: 14 });
    expect(why(one('ALT', coded('1742-6', { valueInteger: 50 })))).toBe('reading.no-unit');
  });
  test('a Range, a written range and a fraction', () => {
    const range = { valueRange: { low: { value: 50, unit: '%' }, high: { value: 60, unit: '%' } } };
    expect(one('LVEF', coded('10230-1', range))?.amount).toEqual({ low: 50, high: 60 });
    expect(one('LVEF', textObservation('LVEF', '55-60%', on))?.amount).toEqual({ low: 55, high: 60 });
    expect(one('LVEF', observation('10230-1', 0.62, '1', on))?.amount?.low).toBeCloseTo(62);
  });
  test('a titre as quantity, ratio and text', () => {
    const ratio = { valueRatio: { numerator: { value: 1 }, denominator: { value: 320 } } };
    for (const each of [
      observation('5048-4', 320, '{titer}', on),
      coded('5048-4', ratio),
      textObservation('抗核抗体', '1:320', on),
    ])
      expect(one('ANA', each)?.amount).toEqual({ low: 320, high: 320 });
  });
  test('a quotient of quantities', () => {
    const ratio = { valueRatio: { numerator: { value: 900, unit: 'mg' }, denominator: { value: 24, unit: 'h' } } };
    expect(one('urineProtein24h', coded('2889-4', ratio))?.amount?.low).toBeCloseTo(900);
  });
  test.each([
    ['阴性(-)', 'negative'],
    ['阴性（－）', 'negative'],
    ['未检出', 'negative'],
    ['未检出(<20)', 'negative'],
    ['No CMV DNA detected', 'negative'],
    ['检出，低于检测下限', 'below-limit'],
    ['低于检测下限', 'negative'],
    ['检测限以下', 'negative'],
    ['below LLOQ', 'below-limit'],
    ['Pregnant', 'positive'],
    ['Non-Pregnant', 'negative'],
    ['see note for pregnant women', undefined],
    ['Not detected', 'negative'],
    ['non-reactive', 'negative'],
    ['阳性(+)', 'positive'],
    ['Reactive', 'positive'],
    ['++', 'positive'],
    ['弱阳性', 'weak'],
    ['±', 'weak'],
    ['可疑', 'weak'],
    ['<LLOQ', 'below-limit'],
    ['detected, below LLOQ', 'below-limit'],
  ])('the words %s are %s', (words, presence) => {
    expect(one('CMV-DNA', textObservation('巨细胞病毒DNA', words, on))?.presence).toBe(presence);
  });
  test.each([
    ['negativ', 'negative'],
    ['nicht nachweisbar', 'negative'],
    ['nicht-reaktiv', 'negative'],
    ['keine Antikörper nachweisbar', 'negative'],
    ['kein Nachweis', 'negative'],
    ['positiv', 'positive'],
    ['reaktiv', 'positive'],
    ['nachweisbar', 'positive'],
    ['grenzwertig', 'weak'],
    ['nicht sicher nachweisbar', 'weak'],
    ['nicht durchgeführt', undefined],
    ['nicht auswertbar', undefined],
  ])('the German words %s are %s', (words, presence) => {
    expect(one('HBsAg', textObservation('HBs-Antigen', words, on))?.presence).toBe(presence);
  });
  test.each([
    ['0.08', '<1.0 S/CO', 'negative'],
    ['1.08', '<1.0 S/CO', 'positive'],
    ['<0.05 IU/ml', '0-0.05 IU/mL', 'negative'],
    ['0.06 IU/ml', '0-0.05 IU/mL', 'positive'],
    ['0.03 S/CO', '<0.05 IU/mL', undefined],
  ])('a number is read against its own range, whichever of them names the unit: %s, %s', (words, range, presence) => {
    const sent = textObservation('乙肝表面抗原', words, on, { referenceRange: [{ text: range }] });
    expect(one('HBsAg', sent)?.presence).toBe(presence);
  });
  test.each(['HBsAg negative, HBcAb positive', '见附件', '阳性(-)'])('the words %s are not understood', (words) => {
    const reading = one('HBsAg', textObservation('乙肝表面抗原', words, on));
    expect(reading?.presence).toBeUndefined();
    expect(why(reading)).toBe('reading.words-not-known');
  });
  test('words that only say that the test was not done are no result', () => {
    expect(one('HBsAg', textObservation('乙肝表面抗原', '标本溶血', on))).toBeUndefined();
  });
  test.each([
    ['10828004', 'positive'],
    ['260373001', 'positive'],
    ['11214006', 'positive'],
    ['260385009', 'negative'],
    ['260415000', 'negative'],
    ['131194007', 'negative'],
    ['260408008', 'weak'],
    ['82334004', 'weak'],
    ['419984006', 'weak'],
  ])('the SNOMED answer %s is %s', (code, presence) => {
    const value = { valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code }] } };
    expect(one('HBsAg', coded('5196-1', value))?.presence).toBe(presence);
  });
  test('a coded answer whose words say the opposite is unreadable', () => {
    const value = {
      valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code: '260385009' }], text: 'Positive' },
    };
    expect(why(one('HBsAg', coded('5196-1', value)))).toBe('reading.answers-disagree');
  });
  test('a flag NEG or a range answers where the number does not', () => {
    const cutOff = { valueQuantity: { value: 0.3, unit: 'S/CO' } };
    expect(
      one('HBsAg', coded('5196-1', { ...cutOff, interpretation: [{ coding: [{ code: 'NEG' }] }] }))?.presence,
    ).toBe('negative');
    expect(one('HBsAg', coded('5196-1', { ...cutOff, referenceRange: [{ text: '<1.0' }] }))?.presence).toBe('negative');
    const high = { valueQuantity: { value: 3.2, unit: 'S/CO' }, referenceRange: [{ text: '<1.0' }] };
    expect(one('HBsAg', coded('5196-1', high))?.presence).toBe('positive');
    expect(why(one('HBsAg', coded('5196-1', cutOff)))).toBe('reading.no-own-range');
  });
  const abnormal = { interpretation: [{ coding: [{ code: 'A' }] }] };
  const high = { interpretation: [{ coding: [{ code: 'H' }] }] };
  const upTo = (text: string) => ({ referenceRange: [{ text }] });
  const inOwnUnit = (value: number) => ({ valueQuantity: { value, unit: 'S/CO' }, ...upTo('<1.0') });
  const perField = (value: number, more: object = {}) => ({ valueQuantity: { value, unit: '/[HPF]', ...more } });
  test.each([
    ['negative words', 'HBsAg', '5196-1', { valueString: '阴性', ...abnormal }],
    ['a negative code', 'HBsAg', '5196-1', { valueCodeableConcept: { text: 'Non-reactive' }, ...high }],
    ['negative words of a titre', 'ANA', '5048-4', { valueString: '阴性', ...abnormal }],
    ['a number below its cut-off', 'HBsAg', '5196-1', { ...inOwnUnit(0.3), ...abnormal }],
    ['a number below its cut-off', 'HBsAg', '5196-1', { ...inOwnUnit(0.3), ...high }],
    ['an amount within its range', 'urineRBC', '13945-1', { ...perField(2), ...upTo('0-3'), ...high }],
    ['no amount within its range', 'urineRBC', '13945-1', { ...perField(0), ...upTo('0-3'), ...high }],
    ['less than can be measured', 'urineRBC', '13945-1', { ...perField(1, { comparator: '<' }), ...abnormal }],
  ])('%s that the laboratory calls abnormal is no longer taken for negative: %s', (_, name, code, value) => {
    expect(why(one(name, coded(code, value)))).toBe('reading.flag-contradicts');
  });
  test.each([
    ['a number above its cut-off called negative', 'HBsAg', '5196-1', inOwnUnit(3), 'NEG'],
    ['a number above its cut-off called not reactive', 'HBsAg', '5196-1', inOwnUnit(3), 'NR'],
    ['a number above its cut-off called normal', 'HBsAg', '5196-1', inOwnUnit(3), 'N'],
    ['an amount above its range called negative', 'urineRBC', '13945-1', { ...perField(9), ...upTo('0-3') }, 'NEG'],
    ['an amount above its range called normal', 'urineRBC', '13945-1', { ...perField(9), ...upTo('0-3') }, 'N'],
    ['a number below its cut-off called positive', 'HBsAg', '5196-1', inOwnUnit(0.3), 'POS'],
    ['an amount within its range called positive', 'urineRBC', '13945-1', { ...perField(2), ...upTo('0-3') }, 'POS'],
  ])('%s is no longer taken for either', (_, name, code, value, flag) => {
    const flagged = { ...value, interpretation: [{ coding: [{ code: flag }] }] };
    expect(why(one(name, coded(code, flagged)))).toBe('reading.flag-contradicts');
  });
  test.each([
    [
      'a number on its cut-off called negative',
      'HBsAg',
      '5196-1',
      { ...inOwnUnit(1), interpretation: [{ text: 'NEG' }] },
    ],
    [
      'a number below its cut-off called negative',
      'HBsAg',
      '5196-1',
      { ...inOwnUnit(0.3), interpretation: [{ text: 'NEG' }] },
    ],
    [
      'a number below its cut-off called normal',
      'HBsAg',
      '5196-1',
      { ...inOwnUnit(0.3), interpretation: [{ text: 'N' }] },
    ],
    [
      'an amount above the range of something else',
      'ALT',
      '1742-6',
      { valueQuantity: { value: 90, unit: 'U/L' }, ...upTo('9-50'), interpretation: [{ text: 'N' }] },
    ],
    ['negative words called normal', 'HBsAg', '5196-1', { valueString: '阴性', interpretation: [{ text: 'N' }] }],
    ['negative words called low', 'HBsAg', '5196-1', { valueString: '阴性', interpretation: [{ text: 'L' }] }],
    ['positive words called abnormal', 'HBsAg', '5196-1', { valueString: '阳性', ...abnormal }],
    ['weak words called abnormal', 'HBsAg', '5196-1', { valueString: '弱阳性', ...abnormal }],
    ['a number above its cut-off called high', 'HBsAg', '5196-1', { ...inOwnUnit(3), ...high }],
    ['a number on its cut-off called high', 'HBsAg', '5196-1', { ...inOwnUnit(1), ...high }],
    ['an amount on its limit called high', 'urineRBC', '13945-1', { ...perField(3), ...upTo('0-3'), ...high }],
    ['an amount without a range called high', 'urineRBC', '13945-1', { ...perField(2), ...high }],
    ['a titre without a range called abnormal', 'ANA', '5048-4', { valueString: '1:40', ...abnormal }],
    [
      'an amount of something else',
      'ALT',
      '1742-6',
      { valueQuantity: { value: 20, unit: 'U/L' }, ...upTo('9-50'), ...high },
    ],
  ])('%s can be read', (_, name, code, value) => {
    expect(why(one(name, coded(code, value)))).toBeUndefined();
  });
  test('a hospital flag is read by its display', () => {
    const flag = {
      interpretation: [
        { coding: [{ system: 'https://fhir.cerner.com/tenant/codeSet/52', code: '211', display: 'LOW' }] },
      ],
    };
    expect(one('C3', observation('4485-9', 0.5, 'g/L', on, flag))?.interpretation).toBe('low');
  });
  test('components are results of their own and point to the whole observation', () => {
    const component = [
      {
        code: { coding: [{ system: 'http://loinc.org', code: '8480-6' }] },
        valueQuantity: { value: 112, unit: 'mmHg' },
      },
      {
        code: { coding: [{ system: 'http://loinc.org', code: '8462-4' }] },
        valueQuantity: { value: 70, unit: 'mmHg' },
      },
    ];
    const record = recordOf([coded('85354-9', { id: 'bp', component })]);
    expect(record.readings('systolicBloodPressure')[0]?.amount?.low).toBe(112);
    expect(record.readings('diastolicBloodPressure')[0]?.reference).toBe('Observation/bp');
  });
  test('a total that names its score no second time was no result', () => {
    const totals = (code: string, text: string) =>
      recordOf([
        { ...textObservation(code, '', on), valueString: undefined, component: [{ code: { text }, valueInteger: 12 }] },
      ]);
    for (const text of ['Total', 'Total score', 'Score', '总分'])
      expect(totals('SLEDAI-2K', text).readings('SLEDAI-2K')[0]?.amount).toEqual({ low: 12, high: 12 });
    expect(totals('SLEDAI-2K', 'Renal score').readings('SLEDAI-2K')).toEqual([]);
    expect(totals('ALT', 'Total').readings('ALT')).toEqual([]);
  });
  test('a dilution as a ratio answers a qualitative test', () => {
    const ratio = (n: number): Json => ({ numerator: { value: 1 }, denominator: { value: n } });
    expect(one('syphilis-treponemal', coded('24110-9', { valueRatio: ratio(80) }))?.presence).toBe('positive');
    expect(one('ANA', coded('5048-4', { valueRatio: ratio(320) }))?.amount).toEqual({ low: 320, high: 320 });
  });
  test.each([
    ['None detected', 'negative'],
    ['No reaction, none seen', 'negative'],
  ])('the words “%s” are %s', (words, presence) => {
    expect(one('HBsAg', coded('5196-1', { valueString: words }))?.presence).toBe(presence);
  });
});

describe('A number is never taken without a unit it can be read in', () => {
  test.each([
    ['an unknown unit', { value: 50, unit: 'foo' }, 'reading.unknown-unit'],
    ['no unit', { value: 50 }, 'reading.no-unit'],
    ['two units that disagree', { value: 50, unit: 'U/L', code: 'ukat/L' }, 'reading.units-disagree'],
    ['infinity', { value: Infinity, unit: 'U/L' }, 'reading.not-a-number'],
    ['a numeral as text', { value: '50', unit: 'U/L' }, 'reading.not-a-number'],
    ['an unknown comparator', { value: 50, comparator: '~', unit: 'U/L' }, 'reading.not-a-number'],
    ['a negative number', { value: -1, unit: 'U/L' }, 'reading.not-a-number'],
  ])('%s is unreadable', (_what, valueQuantity, id) => {
    const reading = one('ALT', coded('1742-6', { valueQuantity }));
    expect(why(reading)).toBe(id);
    expect(reading?.amount).toBeUndefined();
  });
  test('a number that cannot be right in its unit is unreadable', () => {
    expect(why(one('SpO2', observation('59408-5', 0.98, '%', on)))).toBe('reading.implausible');
    expect(why(one('cystatinC', observation('33863-2', 950, 'mg/L', on)))).toBe('reading.implausible');
    expect(why(one('height', observation('8302-2', 1.58, 'cm', on)))).toBe('reading.implausible');
  });
  test('a saturation without a unit is percent, or a fraction up to 1', () => {
    expect(one('SpO2', coded('59408-5', { valueQuantity: { value: 97 } }))?.amount?.low).toBe(97);
    expect(one('SpO2', coded('59408-5', { valueQuantity: { value: 0.97 } }))?.amount?.low).toBeCloseTo(97);
  });
  test('a contradictory code is unreadable for both', () => {
    const both = {
      ...observation('1742-6', 50, 'U/L', on),
      code: { coding: [{ system: 'http://loinc.org', code: '1742-6' }], text: 'AST' },
    };
    const record = recordOf([both]);
    expect(why(record.readings('ALT')[0])).toBe('reading.contradictory-code');
    expect(why(record.readings('AST')[0])).toBe('reading.contradictory-code');
  });
  test('cells per volume are not cells per field', () => {
    expect(read('urineRBC', observation('13945-1', 30, '/uL', on))).toEqual([]);
  });
});

describe('The reference range of the same observation', () => {
  const ranged = (...referenceRange: readonly Json[]): Reading | undefined =>
    one('ALT', observation('1742-6', 50, 'U/L', on, { referenceRange }));
  test.each([
    ['9-50', 50],
    ['<40', 40],
    ['≤21.0', 21],
    ['0～40', 40],
    ['9-50 U/L', 50],
    ['参考值: 9-50', 50],
    ['[0,40]', 40],
    ['40以下', 40],
    ['9-50(U/L)', 50],
  ])('is read from the text %s', (text, upper) => {
    expect(ranged({ text })?.limits().upper).toBe(upper);
  });
  test('takes the limit that is missing from the text that agrees with the other', () => {
    expect(ranged({ low: { value: 9 }, text: '9-50' })?.limits().upper).toBe(50);
    expect(ranged({ low: { value: 0 }, text: '<50' })?.limits().upper).toBe(50);
    expect(ranged({ low: { value: 5 }, text: '9-50' })?.limits().upper).toBeUndefined();
    expect(ranged({ high: { value: 40 }, text: '9-50' })?.limits()).toMatchObject({ lower: undefined, upper: 40 });
  });
  test('is converted to the unit of the result', () => {
    expect(ranged({ high: { value: 0.6667, unit: 'ukat/L' } })?.limits().upper).toBeCloseTo(40, 1);
  });
  test('of type normal is preferred, and other types do not count', () => {
    const typed = (code: string, value: number): Json => ({ high: { value }, type: { coding: [{ code }] } });
    expect(ranged(typed('treatment', 200), typed('normal', 40))?.limits().upper).toBe(40);
    expect(ranged(typed('treatment', 200))?.limits().upper).toBeUndefined();
  });
  test('for one sex is kept apart', () => {
    const reading = ranged(
      { high: { value: 50 }, appliesTo: [{ text: 'male' }] },
      { high: { value: 40 }, appliesTo: [{ text: '女' }] },
    );
    expect(reading?.limits().upper).toBeUndefined();
    expect(reading?.limits().ranges).toEqual([
      { upper: 50, sex: 'male' },
      { upper: 40, sex: 'female' },
    ]);
  });
  test('for each sex in one text is kept apart', () => {
    for (const text of ['男 9-50; 女 7-40', '男性：9～50 女性：7～40', 'Male: 9-50; Female: 7-40', 'M: 9-50, F: 7-40'])
      expect(ranged({ text })?.limits().ranges).toEqual([
        { sex: 'male', lower: 9, upper: 50 },
        { sex: 'female', lower: 7, upper: 40 },
      ]);
  });
  test('with several ranges, or for some people only, in one text is not read', () => {
    for (const text of ['男 9-50 女 7-40', '男性:9-50;女性:7-40', '男:9-50', '成人<40'])
      expect(ranged({ text })?.limits().upper).toBeUndefined();
  });
});

describe('When a result was taken', () => {
  test('is the end of a period, the day of a partial date, the calendar day in Shanghai', () => {
    const at = (more: Json): Reading | undefined =>
      one('ALT', { ...observation('1742-6', 50, 'U/L', on), effectiveDateTime: undefined, ...more });
    expect(at({ effectivePeriod: { start: '2026-05-19', end: '2026-05-20' } })?.when).toEqual({
      from: day(on),
      to: day(on),
    });
    expect(at({ effectiveDateTime: '2026-05' })?.when).toEqual({ from: day('2026-05-01'), to: day('2026-05-31') });
    expect(at({ effectiveDateTime: '2026-05-19T17:00:00Z' })?.when?.from).toBe(day(on));
    expect(at({ issued: '2026-05-20T08:00:00+08:00' })?.when?.from).toBe(day(on));
    expect(at({})?.when).toBeUndefined();
  });
});

describe('What does not count says why', () => {
  const ignored = (resource: Json, ...others: readonly Json[]) => recordOf([resource, ...others]).ignored[0];
  const alt = (more: Json = {}): Json => observation('1742-6', 50, 'U/L', on, { id: 'o', ...more });
  const hasNone = { valueQuantity: undefined };

  test.each<[string, Json, string]>([
    ['a status', alt({ status: 'registered' }), 'record.status-does-not-count'],
    ['somebody else', alt({ focus: [{ reference: 'Patient/fetus' }] }), 'reading.about-another'],
    [
      'another specimen',
      observation('2160-0', 60, 'mg/dL', on, { id: 'o', specimen: { display: 'Urine' } }),
      'reading.other-specimen',
    ],
    ['no value', alt(hasNone), 'reading.no-value'],
    ['a reason for no value', alt({ dataAbsentReason: { text: 'x' } }), 'reading.no-value'],
    ['a test that was not done', { ...textObservation('ALT', '未做', on), id: 'o' }, 'reading.no-value'],
    ['another quantity', observation('13945-1', 30, '/uL', on, { id: 'o' }), 'reading.other-quantity'],
  ])('%s', (_, resource, id) => {
    expect(ignored(resource)).toMatchObject({ reference: 'Observation/o', why: { id } });
    expect(ignored(resource)?.name).not.toBe('');
  });

  test('and a result that counts does not', () => {
    expect(ignored(alt())).toBeUndefined();
    expect(recordOf([alt()]).observations[0]?.readings[0]).toMatchObject({
      status: 'valid',
      reference: 'Observation/o',
    });
  });

  test('a result that is still to come is no result, and one that waits for its confirmation is neither', () => {
    expect(one('ALT', textObservation('ALT', '结果未回', on))).toBeUndefined();
    expect(one('HBsAg', textObservation('HBsAg', 'pending', on))?.presence).toBe('weak');
  });

  test('what is no measurement gives nothing, in the whole and in its parts', () => {
    const other = { code: { text: 'Favourite colour' }, valueString: 'blue' };
    const record = recordOf([
      { ...textObservation('Favourite colour', 'blue', on), component: [other, { valueString: 'x' }] },
    ]);
    expect(record.ignored).toEqual([]);
    expect(record.observations.map(({ readings }) => readings)).toEqual([[]]);
    const alone = recordOf([textObservation('Favourite colour', 'blue', on)]);
    expect(alone.observations.map(({ readings, ignored: none }) => [readings, none])).toEqual([[[], []]]);
  });

  test('a panel, or what has members, is not expected to have a value', () => {
    expect(ignored(alt({ ...hasNone, component: [] }))).toBeUndefined();
    expect(ignored(alt({ ...hasNone, hasMember: [{ reference: 'Observation/x' }] }))).toBeUndefined();
  });

  test('a result without a value that is flagged is there, and cannot be read', () => {
    const flagged = alt({ ...hasNone, interpretation: [{ text: 'H' }] });
    expect(ignored(flagged)).toBeUndefined();
    expect(one('ALT', flagged)).toMatchObject({
      measurement: 'ALT',
      reference: 'Observation/o',
      when: { from: day(on), to: day(on) },
      status: 'valid',
      unreadable: { id: 'reading.flag-only' },
    });
  });
});

describe('The whole and its parts', () => {
  const part = (code: Json, more: Json): Json => ({ code, ...more });
  const inUnit = (value: number, unit: string): Json => ({ valueQuantity: { value, unit } });

  test('are results each', () => {
    const whole = observation('1742-6', 50, 'U/L', on, { component: [part({ text: 'AST' }, inUnit(30, 'U/L'))] });
    const record = recordOf([whole]);
    expect(record.readings('ALT')[0]?.amount?.low).toBe(50);
    expect(record.readings('AST')[0]?.amount?.low).toBe(30);
    expect(record.observations[0]?.readings).toHaveLength(2);
  });

  test('a panel of urine gives its parts that specimen, and a result alone keeps its own', () => {
    const urinalysis = { ...textObservation('尿常规 urinalysis', '', on), valueString: undefined };
    const component = [part({ text: 'creatinine' }, inUnit(60, 'mg/dL'))];
    expect(recordOf([{ ...urinalysis, component }]).readings('creatinine')).toEqual([]);
    expect(recordOf([{ ...urinalysis, code: { text: 'Panel' }, component }]).readings('creatinine')).toHaveLength(1);
    expect(recordOf([{ ...urinalysis, code: undefined, component }]).readings('creatinine')).toHaveLength(1);
    expect(
      recordOf([{ ...urinalysis, code: { coding: [{ display: 'Panel' }], text: 'urinalysis' }, component }]).readings(
        'creatinine',
      ),
    ).toEqual([]);
  });

  test('a method that is a kind of the measurement narrows it, another does not', () => {
    const eGFR = (method: unknown): Json => ({
      ...textObservation('eGFR', '', on),
      valueString: undefined,
      ...inUnit(90, 'mL/min/{1.73_m2}'),
      method,
    });
    const names = (method: unknown) =>
      recordOf([eGFR(method)]).observations[0]?.readings.map((each) => each.measurement);
    expect(names({ text: 'Bedside Schwartz' })).toEqual(['eGFR-schwartz']);
    expect(names({ text: 'ALT' })).toEqual(['eGFR']);
    expect(names({ text: 'Enzymatic' })).toEqual(['eGFR']);
    expect(names({})).toEqual(['eGFR']);
    expect(names(undefined)).toEqual(['eGFR']);
  });
});

describe('What the laboratory calls indeterminate', () => {
  const hbsAg = (valueString: string, text = 'IND'): Json =>
    coded('5196-1', { valueString, interpretation: [{ text }] });
  test.each([
    ['positive', 'borderline', 'weak'],
    ['negative', 'borderline', 'weak'],
    ['±', 'borderline', 'weak'],
    ['<LLOQ', 'borderline', 'below-limit'],
    ['positive', 'positive', 'positive'],
  ])('%s, called %s, is %s', (words, flag, presence) => {
    expect(one('HBsAg', hbsAg(words, flag))?.presence).toBe(presence);
  });
});

describe('The range of a result in a unit of its own', () => {
  const own = (unit: string | undefined, range: Json) =>
    one(
      'HBsAg',
      coded('5196-1', { valueQuantity: { value: 3, ...(unit !== undefined && { unit }) }, referenceRange: [range] }),
    );
  test.each<[string, string | undefined, Json, string | undefined]>([
    ['in the same unit', 'S/CO', { high: { value: 1, unit: 's/co' } }, 'positive'],
    [
      'in a unit of which one is the same',
      'S/CO',
      { high: { value: 1, unit: 'S/CO', code: '{s_co_ratio}' } },
      'positive',
    ],
    ['in no unit', 'S/CO', { high: { value: 1 } }, 'positive'],
    ['of a result without a unit', undefined, { high: { value: 1, unit: 'S/CO' } }, 'positive'],
    ['in another unit', 'S/CO', { high: { value: 1, unit: 'IU/mL' } }, undefined],
  ])('%s answers, or does not', (_, unit, range, presence) => {
    const reading = own(unit, range);
    expect(reading?.presence).toBe(presence);
    expect(reading?.limits().ranges).toEqual([]);
  });

  test('is not that of an amount in a unit nobody can convert', () => {
    const sent = observation('1742-6', 50, 'U/L', on, { referenceRange: [{ high: { value: 40, unit: 'foo' } }] });
    expect(one('ALT', sent)?.limits().upper).toBeUndefined();
    expect(one('ALT', observation('1742-6', 50, 'U/L', on))?.limits()).toEqual({ ranges: [] });
  });

  test('a contradictory name is said', () => {
    const both = {
      ...observation('1742-6', 50, 'U/L', on),
      code: { coding: [{ system: 'http://loinc.org', code: '1742-6' }], text: 'AST' },
    };
    expect(recordOf([both]).readings('ALT')[0]?.unreadable?.values).toEqual({ name: 'AST' });
  });
});
