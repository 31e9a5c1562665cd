// Which drugs do not count as treatment of lupus with one of the eleven agents, and how is that shown?

import { describe } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import {
  answers,
  attested,
  cover,
  doses,
  fewDoses,
  inadequate,
  infusions,
  lapses,
  mmf,
  mmfShown,
  short,
  values,
} from './agents-answers.ts';
import { historyComplete, infusion, order } from './lupus-drugs.ts';
import { expected, type Whole } from '../whole.ts';

const mine = { ...mmfShown, reference: 'MedicationRequest/r2' };

/** The answer where mycophenolate alone counts, in a complete history. */
const alone = (ignored: readonly Evidence[], flags: readonly string[] = []): Whole =>
  expected('not-met', say('immunosuppressants.too-few', values(['mycophenolate'], ['mycophenolate'])), {
    evidence: [attested, mine],
    ignored,
    flags,
    days: [lapses],
  });
const record = (...more: readonly Json[]): readonly Json[] => [historyComplete, mmf, ...more];
const ignored = (reference: string, why: string, value: string, date?: string): Evidence => ({
  reference,
  label: say(`immunosuppressants.${why}`),
  value,
  ...(date !== undefined && { date }),
});

describe('a drug that is not systemic', () => {
  const local: Json = { dosageInstruction: [{ route: { text: '外用' } }] };
  answers([
    [
      'is shown with its day',
      record(order('他克莫司软膏', '2025-06-01', '2026-05-01', local)),
      alone(
        [ignored('MedicationRequest/r3', 'not-systemic', '他克莫司软膏', '2025-06-01')],
        ['IS_NON_SYSTEMIC_IGNORED'],
      ),
    ],
    [
      'is shown without a day where it has none',
      record({
        resourceType: 'MedicationStatement',
        status: 'active',
        medicationCodeableConcept: { text: '他克莫司软膏' },
        dosage: [{ route: { text: '外用' } }],
      }),
      alone([ignored('MedicationStatement/r3', 'not-systemic', '他克莫司软膏')], ['IS_NON_SYSTEMIC_IGNORED']),
    ],
    [
      'is flagged once',
      record(
        order('他克莫司软膏', '2025-06-01', '2025-07-01', local),
        order('环孢素滴眼液', '2025-06-02', '2025-07-01', local),
      ),
      alone(
        [
          ignored('MedicationRequest/r3', 'not-systemic', '他克莫司软膏', '2025-06-01'),
          ignored('MedicationRequest/r4', 'not-systemic', '环孢素滴眼液', '2025-06-02'),
        ],
        ['IS_NON_SYSTEMIC_IGNORED'],
      ),
    ],
  ]);
});

describe('a drug as needed', () => {
  const needed: Json = { dosageInstruction: [{ route: { text: '口服' }, asNeededBoolean: true }] };
  answers([
    [
      'that is ordered does not count',
      record(order('他克莫司胶囊', '2025-01-01', '2025-12-01', needed)),
      alone([ignored('MedicationRequest/r3', 'as-needed', '他克莫司胶囊', '2025-01-01')], ['IS_PRN_IGNORED']),
    ],
    [
      'that was given does',
      [
        mmf,
        infusion('他克莫司注射液', '2025-05-01', { dosage: { route: { text: '静脉滴注' }, asNeededBoolean: true } }),
      ],
      inadequate(
        'tacrolimus',
        cover('tacrolimus', 'MedicationAdministration/r2', 1, '2025-05-01', '2025-05-01'),
        short('tacrolimus', 1),
      ),
    ],
  ]);
});

describe('methotrexate', () => {
  const mtx = '甲氨蝶呤';
  const one = cover('methotrexate', 'MedicationAdministration/r2', 7, '2025-05-01', '2025-05-07');
  const counts = inadequate('methotrexate', one, short('methotrexate', 7));
  const anticancer = (value = mtx): Whole =>
    alone(
      [ignored('MedicationAdministration/r3', 'anticancer-dose', value, '2025-05-01')],
      ['IS_ONCOLOGY_DOSE_IGNORED'],
    );
  const given = (value: number, unit: string, drug = mtx, more: Json = {}): Json =>
    infusion(drug, '2025-05-01', { dosage: { route: { text: '静脉滴注' }, dose: { value, unit } }, ...more });
  const tablets = (strength: string): Json =>
    infusion(`methotrexate ${strength} tablet`, '2025-05-01', {
      dosage: { route: { text: '口服' }, dose: { value: 1, unit: 'tablet' } },
    });
  answers([
    ['of 500 mg is an anticancer dose', record(given(500, 'mg')), anticancer()],
    ['of 499 mg counts', [mmf, given(499, 'mg')], counts],
    ['of 500 mg per m² is an anticancer dose', record(given(500, 'mg/m2')), anticancer()],
    ['of 500 mg per kg is no dose that anybody gives, and counts', [mmf, given(500, 'mg/kg')], counts],
    ['without a dose counts', [mmf, infusion(mtx, '2025-05-01', { dosage: { route: { text: '静脉滴注' } } })], counts],
    ['of one tablet of 10 mg counts', [mmf, tablets('10 mg')], counts],
    [
      'of one tablet of 500 mg is an anticancer dose',
      record(tablets('500 mg')),
      anticancer('methotrexate 500 mg tablet'),
    ],
    [
      'of one tablet counts without a strength',
      [mmf, { ...tablets(''), medicationCodeableConcept: { text: mtx } }],
      counts,
    ],
    [
      'of one tablet is as strong as its own resource says',
      record({
        ...tablets('10 mg'),
        medicationCodeableConcept: undefined,
        medicationReference: { reference: '#m' },
        contained: [
          {
            resourceType: 'Medication',
            id: 'm',
            code: { text: mtx },
            ingredient: [
              {
                itemCodeableConcept: { text: mtx },
                strength: {
                  numerator: { value: 500, unit: 'mg', code: 'mg' },
                  denominator: { value: 1, unit: 'tablet' },
                },
              },
            ],
          },
        ],
      }),
      anticancer(),
    ],
    [
      'of which one of two doses is an anticancer dose is one',
      record(
        order(mtx, '2025-05-01', '2025-05-08', {
          dosageInstruction: [10, 1000].map((value) => ({
            route: { text: '静脉滴注' },
            doseAndRate: [{ doseQuantity: { value, unit: 'mg' } }],
          })),
        }),
      ),
      alone([ignored('MedicationRequest/r3', 'anticancer-dose', mtx, '2025-05-01')], ['IS_ONCOLOGY_DOSE_IGNORED']),
    ],
    [
      'alone has anticancer doses: a gram of cyclophosphamide counts',
      [
        mmf,
        infusion('注射用环磷酰胺', '2025-05-01', {
          dosage: { route: { text: '静脉滴注' }, dose: { value: 1, unit: 'g' } },
        }),
      ],
      inadequate(
        'cyclophosphamide',
        doses('cyclophosphamide', 'MedicationAdministration/r2', 1, '2025-05-01', '2025-05-01'),
        fewDoses('cyclophosphamide', 1),
      ),
    ],
  ]);
});

describe('cyclophosphamide as conditioning', () => {
  const ctx = '注射用环磷酰胺';
  const flu = (date: string): Json => infusion('氟达拉滨', date);
  const conditioning = (reference = 'MedicationAdministration/r3', date = '2025-05-08'): Whole =>
    alone([ignored(reference, 'conditioning', ctx, date)], ['IS_CONDITIONING_IGNORED']);
  const counted = (date: string): Whole =>
    inadequate(
      'cyclophosphamide',
      doses('cyclophosphamide', 'MedicationAdministration/r2', 1, date, date),
      fewDoses('cyclophosphamide', 1),
    );
  const agents: readonly Message[] = [say('verbatim', { text: 'cyclophosphamide' })];
  const unclear = (reference = 'MedicationAdministration/r3', more: Partial<Whole> = {}): Whole =>
    expected(
      'unknown',
      say('immunosuppressants.unclear', { ...values(['mycophenolate'], ['mycophenolate']), agents }),
      {
        evidence: [
          { reference, label: say('verbatim', { text: 'cyclophosphamide' }), value: say('immunosuppressants.no-time') },
          mine,
        ],
        missing: [{ what: say('immunosuppressants.route-of', { agents }), orders: [] }],
        ...more,
      },
    );
  const ordered = (end: string, more: Json = {}): Json =>
    order(ctx, '2025-05-01', end, {
      dosageInstruction: [
        { route: { text: '静脉滴注' }, timing: { repeat: { boundsPeriod: { start: '2025-05-01', end } } } },
      ],
      ...more,
    });
  answers([
    ['7 days after fludarabine', record(infusion(ctx, '2025-05-08'), flu('2025-05-01')), conditioning()],
    ['7 days before fludarabine', record(infusion(ctx, '2025-05-08'), flu('2025-05-15')), conditioning()],
    ['is none 8 days after it', [mmf, infusion(ctx, '2025-05-08'), flu('2025-04-30')], counted('2025-05-08')],
    ['is none 8 days before it', [mmf, infusion(ctx, '2025-05-08'), flu('2025-05-16')], counted('2025-05-08')],
    [
      'is one beside the nearer of two infusions of fludarabine',
      record(infusion(ctx, '2025-05-08'), flu('2025-05'), flu('2025-05-10')),
      conditioning(),
    ],
    [
      'may be one beside fludarabine of some day of the month',
      record(infusion(ctx, '2025-05-15'), flu('2025-05')),
      unclear(),
    ],
    ['may be one 7 days after some day of the month', record(infusion(ctx, '2025-06-07'), flu('2025-05')), unclear()],
    ['is none 8 days after the month', [mmf, infusion(ctx, '2025-06-08'), flu('2025-05')], counted('2025-06-08')],
    ['may be one 7 days before some day of the month', record(infusion(ctx, '2025-04-24'), flu('2025-05')), unclear()],
    ['is none 8 days before the month', [mmf, infusion(ctx, '2025-04-23'), flu('2025-05')], counted('2025-04-23')],
    ['may be one beside fludarabine of no day', record(infusion(ctx, '2025-05-08'), flu('last year')), unclear()],
    [
      'is none without a day, and then unclear',
      [mmf, { ...infusion(ctx, 'last year') }, flu('2025-05-01')],
      inadequate(
        'cyclophosphamide',
        {
          reference: 'MedicationAdministration/r2',
          label: say('verbatim', { text: 'cyclophosphamide' }),
          value: say('immunosuppressants.no-time'),
        },
        say('immunosuppressants.unclear-time', { name: 'cyclophosphamide' }),
      ),
    ],
    [
      'lasts no longer than 8 days',
      record(ordered('2025-05-08'), flu('2025-05-01')),
      conditioning('MedicationRequest/r3', '2025-05-01'),
    ],
    [
      'is none where it lasts longer',
      [mmf, ordered('2025-05-09'), flu('2025-05-01')],
      inadequate(
        'cyclophosphamide',
        doses('cyclophosphamide', 'MedicationRequest/r2', 1, '2025-05-01', '2025-05-01'),
        fewDoses('cyclophosphamide', 1),
      ),
    ],
    [
      'is named by its reason',
      record(infusion(ctx, '2025-05-08', { reasonCode: [{ text: '清淋预处理' }] })),
      conditioning(),
    ],
    [
      'is named by its instructions',
      record(infusion(ctx, '2025-05-08', { dosage: { text: 'Lymphodepletion day -4', route: { text: '静脉滴注' } } })),
      conditioning(),
    ],
    [
      'is no other drug beside fludarabine',
      [mmf, ...infusions('利妥昔单抗注射液', '2025-05-01', [0]), flu('2025-05-01')],
      inadequate(
        'rituximab',
        doses('rituximab', 'MedicationAdministration/r2', 1, '2025-05-01', '2025-05-01'),
        fewDoses('rituximab', 1),
      ),
    ],
  ]);
});

describe('an entry that does not count', () => {
  const untaken = (drug: string): Json => ({
    resourceType: 'MedicationStatement',
    status: 'not-taken',
    medicationCodeableConcept: { text: drug },
    effectivePeriod: { start: '2025-01-01' },
  });
  const refuted: Json = {
    resourceType: 'AllergyIntolerance',
    patient: { reference: 'Patient/p' },
    verificationStatus: { coding: [{ code: 'refuted' }] },
    code: { text: '硫唑嘌呤片' },
  };
  answers([
    [
      'is shown if it names one of the agents',
      record(untaken('硫唑嘌呤片'), untaken('泼尼松片'), untaken('小白片'), refuted),
      alone([
        {
          reference: 'MedicationStatement/r3',
          label: say('record.status-does-not-count', { status: 'not-taken' }),
          value: '硫唑嘌呤片',
        },
      ]),
    ],
  ]);
});
