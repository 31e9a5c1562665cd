import { describe, expect, test } from 'vitest';
import { understand } from '../../../src/eligibility/understand.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { twoAgents } from '../../../src/protocols/nct06222853-5to18/i2-agents.ts';
import { defaults } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { day, recordOf, screeningOn, type RecordOptions } from '../../builders.ts';
import { historyComplete, infusion, order } from '../../facts/standard-treatment/lupus-drugs.ts';

const screening = screeningOn('2026-06-01');
const assess = (resources: readonly Json[], options: RecordOptions = {}) =>
  twoAgents.assess(understand(recordOf(resources, options), screening), screening, defaults);

const mmf = order('吗替麦考酚酯胶囊', '2024-02-01', '2025-08-01');
const everyDays = (drug: string, first: string, days: number, count: number, more: Json = {}): readonly Json[] =>
  Array.from({ length: count }, (_, index) => infusion(drug, isoDay(day(first) + index * days), more));
const onDates = (...event: readonly string[]): Json => ({ route: { text: 'IV' }, timing: { event } });
const ctx = '注射用环磷酰胺';
const weekly = { dosage: { route: { text: '皮下注射' }, dose: { value: 80, unit: 'mg' } } };

describe('I2.agents', () => {
  test.each<[string, string, readonly Json[]]>([
    [
      'met',
      'mycophenolate and azathioprine one after the other',
      [mmf, order('azathioprine 50 mg tablet', '2025-09-01', '2026-03-20')],
    ],
    ['met', 'tacrolimus for exactly 90 days', [mmf, order('他克莫司胶囊', '2026-01-01', '2026-03-31')]],
    ['needs-investigator', 'tacrolimus for 89 days', [mmf, order('他克莫司胶囊', '2026-01-02', '2026-03-31')]],
    ['met', 'three monthly doses of cyclophosphamide', [mmf, ...everyDays(ctx, '2025-08-15', 30, 3)]],
    ['needs-investigator', 'two monthly doses', [mmf, ...everyDays(ctx, '2025-08-15', 30, 2)]],
    ['met', 'six fortnightly doses', [mmf, ...everyDays(ctx, '2025-08-15', 14, 6)]],
    ['needs-investigator', 'five fortnightly doses', [mmf, ...everyDays(ctx, '2025-08-15', 14, 5)]],
    ['needs-investigator', 'three doses of one week', [mmf, ...everyDays(ctx, '2025-08-15', 2, 3)]],
    ['needs-investigator', 'three doses half a year apart', [mmf, ...everyDays(ctx, '2024-08-15', 182, 3)]],
    ['met', 'oral cyclophosphamide for 90 days', [mmf, order('环磷酰胺片', '2025-01-01', '2025-03-31')]],
    [
      'met',
      'two infusions of rituximab a fortnight apart',
      [mmf, ...everyDays('利妥昔单抗注射液', '2025-05-01', 14, 2)],
    ],
    [
      'needs-investigator',
      'one infusion of rituximab, split over two days',
      [mmf, ...everyDays('利妥昔单抗注射液', '2025-05-01', 1, 2)],
    ],
    ['needs-investigator', 'two infusions half a year apart', [mmf, ...everyDays('rituximab', '2025-05-01', 182, 2)]],
    [
      'met',
      'one order that names the dates of two infusions',
      [
        mmf,
        order('rituximab', '2025-05-01', '2025-05-01', { dosageInstruction: [onDates('2025-05-02', '2025-05-16')] }),
      ],
    ],
    [
      'needs-investigator',
      'one order that names the date of one infusion',
      [mmf, order('rituximab', '2025-05-01', '2025-05-01', { dosageInstruction: [onDates('2025-05-02')] })],
    ],
    [
      'needs-investigator',
      'an order of rituximab and its own administration ten days later',
      [
        mmf,
        order('rituximab', '2025-05-01', '2025-05-01', { dosageInstruction: [{ route: { text: 'IV' } }] }),
        infusion('rituximab', '2025-05-11'),
      ],
    ],
    ['met', 'telitacicept weekly for 12 weeks', [mmf, ...everyDays('注射用泰它西普', '2025-05-01', 7, 12, weekly)]],
    [
      'needs-investigator',
      'telitacicept weekly for 11 weeks',
      [mmf, ...everyDays('注射用泰它西普', '2025-05-01', 7, 11, weekly)],
    ],
    ['met', 'belimumab by three monthly infusions', [mmf, ...everyDays('贝利尤单抗', '2025-05-01', 28, 3)]],
    ['needs-investigator', 'one dose each', [infusion(ctx, '2025-08-15'), infusion('rituximab', '2025-09-15')]],
    ['needs-investigator', 'without attestation too', [mmf, infusion(ctx, '2025-08-15')]],
    [
      'not-met',
      'mycophenolate mofetil and mycophenolate sodium are one',
      [historyComplete, mmf, order('麦考酚钠肠溶片', '2025-09-01', '2026-03-01')],
    ],
    [
      'not-met',
      'tacrolimus ointment beside cyclophosphamide',
      [
        historyComplete,
        ...everyDays(ctx, '2025-08-15', 30, 6),
        order('他克莫司软膏', '2025-06-01', '2026-05-01', { dosageInstruction: [{ route: { text: '外用' } }] }),
      ],
    ],
    [
      'not-met',
      'intrathecal methotrexate',
      [historyComplete, mmf, infusion('甲氨蝶呤', '2025-05-01', { dosage: { route: { text: '鞘内注射' } } })],
    ],
    [
      'not-met',
      'an anticancer dose of methotrexate',
      [
        historyComplete,
        mmf,
        infusion('甲氨蝶呤', '2025-05-01', { dosage: { route: { text: '静脉滴注' }, dose: { value: 5, unit: 'g' } } }),
      ],
    ],
    [
      'not-met',
      'cyclophosphamide with fludarabine',
      [historyComplete, mmf, ...everyDays(ctx, '2025-05-01', 1, 3), ...everyDays('氟达拉滨', '2025-05-01', 1, 3)],
    ],
    [
      'not-met',
      'as needed',
      [
        historyComplete,
        mmf,
        order('他克莫司胶囊', '2025-01-01', '2025-12-01', { dosageInstruction: [{ asNeededBoolean: true }] }),
      ],
    ],
    [
      'not-met',
      'a statement that it was not taken',
      [
        historyComplete,
        mmf,
        {
          resourceType: 'MedicationStatement',
          status: 'not-taken',
          medicationCodeableConcept: { text: '硫唑嘌呤片' },
          effectivePeriod: { start: '2025-01-01' },
        },
      ],
    ],
    ['not-met', 'everolimus is not listed', [historyComplete, mmf, order('依维莫司片', '2025-01-01', '2025-12-01')]],
    [
      'needs-investigator',
      'mercaptopurine is near to one that is listed',
      [historyComplete, mmf, order('巯嘌呤片', '2025-01-01', '2025-12-01')],
    ],
    ['not-met', 'none in a complete history', [historyComplete]],
    ['unknown', 'one, and nobody says that the history is complete', [mmf]],
    [
      'unknown',
      'one, and a drug that nobody can read',
      [historyComplete, mmf, order('小白片', '2025-01-01', '2025-12-01')],
    ],
    [
      'unknown',
      'one, and tacrolimus of which nobody says the route',
      [
        historyComplete,
        mmf,
        {
          resourceType: 'MedicationStatement',
          status: 'completed',
          medicationCodeableConcept: { text: 'tacrolimus' },
          effectivePeriod: { start: '2025-01-01', end: '2025-12-01' },
        },
      ],
    ],
    [
      'needs-investigator',
      'the second one for nephrotic syndrome',
      [mmf, order('环孢素软胶囊', '2020-01-01', '2020-12-01', { reasonCode: [{ text: '微小病变肾病综合征' }] })],
    ],
    [
      'met',
      'the second one for lupus nephritis',
      [mmf, order('环孢素软胶囊', '2024-01-01', '2024-12-01', { reasonCode: [{ text: '狼疮性肾炎' }] })],
    ],
    [
      'needs-investigator',
      'the second one ended before lupus began',
      [
        mmf,
        order('甲氨蝶呤片', '2020-01-01', '2020-12-01'),
        { resourceType: 'Condition', code: { text: '系统性红斑狼疮' }, onsetDateTime: '2023-03-01' },
      ],
    ],
  ])('%s: %s', (verdict, _title, resources) => {
    const { verdict: answer, missing } = assess(resources);
    expect(answer).toBe(verdict);
    expect(missing.length > 0).toBe(answer === 'unknown');
  });

  test('names what was not counted, and flags it', () => {
    const ointment = order('他克莫司软膏', '2025-06-01', '2026-05-01', {
      dosageInstruction: [{ route: { text: '外用' } }],
    });
    const { ignored, flags } = assess([historyComplete, mmf, ointment]);
    expect(ignored.map(({ value }) => value)).toContain('他克莫司软膏');
    expect(flags).toContain('IS_NON_SYSTEMIC_IGNORED');
  });

  test('gives the numbers of each agent', () => {
    const { evidence } = assess([mmf, ...everyDays(ctx, '2025-08-15', 30, 6)]);
    expect(evidence.map(({ value }) => value)).toMatchObject([
      { values: { count: 6, from: '2025-08-15', to: '2026-01-12' } },
      { values: { days: 548, from: '2024-02-01', to: '2025-08-01' } },
    ]);
  });

  test('flags a history that nobody attested only where that decides', () => {
    expect(assess([mmf]).flags).toEqual(['MED_HISTORY_NOT_ATTESTED']);
    expect(assess([mmf, infusion(ctx, '2025-08-15')]).flags).toEqual([]);
  });

  test('what is missing from a search that was cut off cannot make it not met', () => {
    const retrieved = { medicationAdministrations: { state: 'unavailable', reason: 'off' } } as const;
    expect(assess([historyComplete, mmf], { retrieved }).verdict).toBe('unknown');
  });

  test('a running second agent names the day on which it is adequate', () => {
    const { verdict, turns } = assess([mmf, order('来氟米特片', '2026-04-01')]);
    expect(verdict).toBe('needs-investigator');
    expect(turns.map(({ on }) => isoDay(on))).toContain('2026-06-29');
  });

  test('the order of the resources and copies of them change nothing', () => {
    const resources = [mmf, ...everyDays(ctx, '2025-08-15', 30, 3)].map((each, index) => ({
      id: `x${String(index)}`,
      ...each,
    }));
    expect(assess(resources.toReversed())).toEqual(assess(resources));
    expect(assess([...resources, ...resources])).toEqual(assess(resources));
  });
});
