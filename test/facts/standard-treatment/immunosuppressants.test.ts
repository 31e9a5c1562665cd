// How many of the eleven agents count together, and what is said, shown, asked for and announced?

import { describe } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence, Missing } from '../../../src/logic/finding.ts';
import { say, verbatim, type Message } from '../../../src/logic/message.ts';
import {
  adequate,
  answers,
  attested,
  cover,
  fewDoses,
  doses,
  inadequate,
  lapses,
  mmf,
  mmfShown,
  noTime,
  short,
  values,
} from './agents-answers.ts';
import { historyComplete, infusion, order } from './lupus-drugs.ts';
import { expected, type Whole } from '../whole.ts';

const one = ['mycophenolate'];
const mine = { ...mmfShown, reference: 'MedicationRequest/r2' };
const asked = (what: Message): Missing => ({ what, orders: [] });
const further = (count: number): Missing => asked(say('immunosuppressants.further', { count }));
const tooFew = (given: readonly string[], ...evidence: readonly Evidence[]): Whole =>
  expected('not-met', say('immunosuppressants.too-few', values(given, given)), {
    evidence: [attested, ...evidence],
    days: [lapses],
  });
const open = (given: readonly string[], reasons: readonly Message[], more: Partial<Whole>): Whole =>
  expected('unknown', say('immunosuppressants.open', { ...values(given, given), reasons }), more);
const notAttested = say('medication-history.not-attested');
const toAttest = asked(say('medication-history.missing', { days: 90 }));

/** Tacrolimus of which nobody says the route. */
const routeless: Json = {
  resourceType: 'MedicationStatement',
  status: 'completed',
  medicationCodeableConcept: { text: 'tacrolimus' },
  effectivePeriod: { start: '2025-01-01', end: '2025-12-01' },
};
const routes = (given: readonly string[], agents: readonly string[], more: Partial<Whole>): Whole => {
  const unclear = agents.map(verbatim);
  return expected('unknown', say('immunosuppressants.unclear', { ...values(given, given), agents: unclear }), {
    missing: [asked(say('immunosuppressants.route-of', { agents: unclear }))],
    ...more,
  });
};

describe('fewer than two agents', () => {
  const group = (code: string): Json =>
    order('', '2025-01-01', '2025-12-01', {
      medicationCodeableConcept: { coding: [{ system: 'urn:x-cn:nhsa-drug-classification', code }] },
    });
  const unread = (drug: string): Message => say('medication-history.unread', { drugs: [drug] });
  answers([
    ['are too few in a complete history', [historyComplete], tooFew([])],
    ['are too few with one', [historyComplete, mmf], tooFew(one, mine)],
    [
      'are open where nobody says that the history is complete',
      [],
      open([], [notAttested], { missing: [further(2), toAttest], flags: ['MED_HISTORY_NOT_ATTESTED'] }),
    ],
    [
      'are open with one where nobody says so',
      [mmf],
      open(one, [notAttested], {
        evidence: [mmfShown],
        missing: [further(1), toAttest],
        flags: ['MED_HISTORY_NOT_ATTESTED'],
      }),
    ],
    [
      'are open where a statement has lapsed, which is shown',
      [{ ...historyComplete, date: '2026-01-05' }, mmf],
      open(one, [notAttested], {
        evidence: [mine],
        missing: [further(1), toAttest],
        ignored: [{ ...attested, label: say('medication-history.lapsed'), date: '2026-01-05' }],
        flags: ['MED_HISTORY_NOT_ATTESTED'],
      }),
    ],
    [
      'are too few beside a lapsed statement, which is shown',
      [historyComplete, mmf, { ...historyComplete, date: '2026-01-05' }],
      {
        ...tooFew(one, mine),
        ignored: [{ ...attested, reference: 'List/r3', label: say('medication-history.lapsed'), date: '2026-01-05' }],
      },
    ],
    ...(['XL04AXQ999A0', 'XL01AXQ999A0'] as const).map(
      (code) =>
        [
          `are open beside a code that names no more than a group (${code})`,
          [historyComplete, mmf, group(code)],
          open(one, [unread(code)], {
            evidence: [attested, mine],
            missing: [further(1), asked(unread(code))],
            days: [lapses],
          }),
        ] as const,
    ),
    ['are too few beside a code of another group', [historyComplete, mmf, group('XP01BAQ999A0')], tooFew(one, mine)],
  ]);
});

describe('an agent of unclear route', () => {
  const unproven = noTime('tacrolimus', 'MedicationStatement/r2');
  answers([
    ['may be the second one', [mmf, routeless], routes(one, ['tacrolimus'], { evidence: [mmfShown, unproven] })],
    [
      'may be the first or the second of two',
      [{ ...routeless, medicationCodeableConcept: { text: 'ciclosporin' } }, routeless],
      routes([], ['ciclosporin', 'tacrolimus'], {
        evidence: [noTime('ciclosporin', 'MedicationStatement/r1'), unproven],
      }),
    ],
    [
      'is too few alone',
      [historyComplete, routeless],
      expected('not-met', say('immunosuppressants.too-few', values([], [])), {
        evidence: [attested, unproven],
        days: [lapses],
      }),
    ],
    [
      'is the second one if another entry is clear',
      [mmf, routeless, order('他克莫司胶囊', '2026-01-01', '2026-03-31')],
      adequate('tacrolimus', cover('tacrolimus', 'MedicationRequest/r3', 90, '2026-01-01', '2026-03-31')),
    ],
  ]);
});

describe('a drug that is not listed', () => {
  const other = (reference: string, value: string, date?: string): Evidence => ({
    reference,
    label: say('immunosuppressants.not-listed'),
    value,
    ...(date !== undefined && { date }),
  });
  const mercaptopurine = order('巯嘌呤片', '2025-01-01', '2025-12-01');
  const near = (given: readonly string[], drugs: readonly string[], evidence: readonly Evidence[]): Whole =>
    expected('needs-investigator', say('immunosuppressants.near', { ...values(given, given), near: drugs }), {
      evidence: [attested, ...evidence],
      days: [lapses],
    });
  answers([
    [
      'is shown, with its latest entry, and does not count',
      [
        historyComplete,
        mmf,
        order('托法替布片', '2025-01-01', '2025-02-01'),
        order('托法替布片', '2025-03-01', '2025-04-01'),
        infusion('静注人免疫球蛋白', '2025-05-01'),
        order('芦可替尼乳膏', '2025-01-01', '2025-02-01', { dosageInstruction: [{ route: { text: '外用' } }] }),
        order('泼尼松片', '2025-01-01', '2025-02-01'),
      ],
      tooFew(
        one,
        mine,
        other('MedicationRequest/r4', 'tofacitinib', '2025-03-01'),
        other('MedicationAdministration/r5', 'immunoglobulin', '2025-05-01'),
      ),
    ],
    [
      'is shown by its code if nobody knows its name',
      [
        historyComplete,
        mmf,
        order('', '2025-01-01', '2025-12-01', {
          medicationCodeableConcept: { coding: [{ system: 'http://www.whocc.no/atc', code: 'L04AX06' }] },
        }),
      ],
      tooFew(one, mine, other('MedicationRequest/r3', 'L04AX06', '2025-01-01')),
    ],
    [
      'is shown without a day where it has none',
      [
        historyComplete,
        mmf,
        {
          resourceType: 'MedicationStatement',
          status: 'active',
          medicationCodeableConcept: { text: '托法替布片' },
          dosage: [{ route: { text: '口服' } }],
        },
      ],
      tooFew(one, mine, other('MedicationStatement/r3', 'tofacitinib')),
    ],
    ...(
      [
        ['巯嘌呤片', 'mercaptopurine'],
        ['特立氟胺片', 'teriflunomide'],
        ['奥妥珠单抗注射液', 'obinutuzumab'],
        ['奥法妥木单抗注射液', 'ofatumumab'],
      ] as const
    ).map(
      ([drug, name]) =>
        [
          `goes to the investigator where it is ${name}, which may be the second one`,
          [historyComplete, mmf, infusion(drug, '2025-05-01')],
          near(one, [name], [mine, other('MedicationAdministration/r3', name, '2025-05-01')]),
        ] as const,
    ),
    [
      'goes to the investigator beside another one that is as near',
      [historyComplete, mercaptopurine, infusion('奥妥珠单抗注射液', '2025-05-01')],
      near(
        [],
        ['mercaptopurine', 'obinutuzumab'],
        [
          other('MedicationRequest/r2', 'mercaptopurine', '2025-01-01'),
          other('MedicationAdministration/r3', 'obinutuzumab', '2025-05-01'),
        ],
      ),
    ],
    [
      'is one, however often it was ordered',
      [historyComplete, mercaptopurine, order('巯嘌呤片', '2026-01-01', '2026-02-01')],
      tooFew([], other('MedicationRequest/r3', 'mercaptopurine', '2026-01-01')),
    ],
    [
      'may be the second one beside an agent of unclear route',
      [historyComplete, mercaptopurine, routeless],
      routes([], ['tacrolimus'], {
        evidence: [
          attested,
          noTime('tacrolimus', 'MedicationStatement/r3'),
          other('MedicationRequest/r2', 'mercaptopurine', '2025-01-01'),
        ],
        days: [lapses],
      }),
    ],
    [
      'is open where nobody says that the history is complete',
      [mmf, mercaptopurine],
      open(one, [notAttested], {
        evidence: [mmfShown, other('MedicationRequest/r2', 'mercaptopurine', '2025-01-01')],
        missing: [further(1), toAttest],
        flags: ['MED_HISTORY_NOT_ATTESTED'],
      }),
    ],
  ]);
});

describe('a second agent that is not adequate', () => {
  const nephrosis: Json = { reasonCode: [{ text: '微小病变肾病综合征' }] };
  const unplaced: Json = { reasonCode: [{ text: '按医嘱' }] };
  const lupus: Json = { resourceType: 'Condition', code: { text: '系统性红斑狼疮' }, onsetDateTime: '2023-03-01' };
  const csa = 'ciclosporin';
  const ciclosporin = (start: string, end: string, more: Json = {}): Json => order('环孢素软胶囊', start, end, more);
  const none = noTime(csa, 'MedicationRequest/r2');
  const doubt = (id: string): Message => say(`immunosuppressants.${id}`, { name: csa });
  answers([
    [
      'was given for another disease',
      [mmf, ciclosporin('2024-01-01', '2024-12-01', nephrosis)],
      inadequate(csa, none, doubt('other-disease')),
    ],
    [
      'was over before lupus began',
      [mmf, ciclosporin('2020-01-01', '2020-12-01'), lupus],
      inadequate(csa, none, doubt('before-onset')),
    ],
    [
      'was given for a reason that nobody can place',
      [mmf, ciclosporin('2024-01-01', '2024-12-01', unplaced)],
      inadequate(csa, none, doubt('unclear-time')),
    ],
    [
      'was given for such a reason too short',
      [mmf, ciclosporin('2024-01-01', '2024-01-31', unplaced)],
      inadequate(csa, none, short(csa, 0)),
    ],
    [
      'was given for another disease, and for lupus too short',
      [mmf, ciclosporin('2024-01-01', '2024-12-01', nephrosis), ciclosporin('2025-01-01', '2025-01-30')],
      inadequate(csa, cover(csa, 'MedicationRequest/r3', 30, '2025-01-01', '2025-01-30'), short(csa, 30)),
    ],
    [
      'was given before lupus, and for lupus too short',
      [mmf, ciclosporin('2020-01-01', '2020-12-01'), lupus, ciclosporin('2025-01-01', '2025-01-30')],
      inadequate(csa, cover(csa, 'MedicationRequest/r4', 30, '2025-01-01', '2025-01-30'), short(csa, 30)),
    ],
  ]);

  answers([
    [
      'and the first one is not either: both are said',
      [infusion('注射用环磷酰胺', '2025-08-15'), order('他克莫司胶囊', '2025-01-01', '2025-01-30')],
      expected(
        'needs-investigator',
        say('immunosuppressants.not-adequate', {
          ...values(['cyclophosphamide', 'tacrolimus'], []),
          doubts: [fewDoses('cyclophosphamide', 1), short('tacrolimus', 30)],
        }),
        {
          evidence: [
            doses('cyclophosphamide', 'MedicationAdministration/r1', 1, '2025-08-15', '2025-08-15'),
            cover('tacrolimus', 'MedicationRequest/r2', 30, '2025-01-01', '2025-01-30'),
          ],
        },
      ),
    ],
  ]);
});

describe('more', () => {
  const undosed: Json = { dosageInstruction: undefined };
  answers([
    [
      'than two agents are all named, and a third one that is not adequate does not matter',
      [
        order('来氟米特片', '2025-01-01', '2025-01-30'),
        mmf,
        order('azathioprine 50 mg tablet', '2025-09-01', '2026-03-20'),
      ],
      expected(
        'met',
        say('immunosuppressants.met', {
          ...values(['azathioprine', 'leflunomide', 'mycophenolate'], ['azathioprine', 'mycophenolate']),
        }),
        {
          evidence: [
            cover('azathioprine', 'MedicationRequest/r3', 201, '2025-09-01', '2026-03-20'),
            cover('leflunomide', 'MedicationRequest/r1', 30, '2025-01-01', '2025-01-30'),
            mine,
          ],
        },
      ),
    ],
    [
      'than 180 days of an order that nothing ends are not counted, which is flagged',
      [mmf, order('他克莫司胶囊', '2025-01-01', undefined, undosed)],
      adequate('tacrolimus', cover('tacrolimus', 'MedicationRequest/r2', 181, '2025-01-01', '2025-06-30'), {
        flags: ['UNBOUNDED_ORDER'],
      }),
    ],
    [
      'agents that begin later are announced',
      [historyComplete, mmf, order('硫唑嘌呤片', '2026-07-01')],
      { ...tooFew(one, mine), days: ['2026-07-01', lapses] },
    ],
  ]);
});
