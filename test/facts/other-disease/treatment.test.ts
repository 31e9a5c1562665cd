// What do immunosuppressants and diseases that are usually so treated add to the answer?

import { describe } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import { because, clinically, concept, condition, statement, verified } from '../history-entries.ts';
import { absent, answers, shown, taken, what } from './answers.ts';
import { expected, type Whole } from '../whole.ts';

const crohn = 'Crohn disease';
const lupus = 'Systemic lupus erythematosus';
const start = '2026-05-01';
const running = (drug: string, at = 1): Evidence => shown(drug, start, '2026-06-01', at);

const forBoth = (drug: string, ...reasons: readonly string[]): Json => ({
  ...taken(drug, '', start),
  reasonCode: reasons.map((each) => concept(each)),
});

describe('an immunosuppressant', () => {
  const forCrohn = (drug: string): Whole =>
    expected('needs-investigator', say('other-disease.suppressed', { drug, disease: crohn }), {
      evidence: [running(drug)],
    });
  answers([
    ['for another disease goes to the investigator', [taken('azathioprine', crohn, start)], forCrohn('azathioprine')],
    ['of those that the trial does not name too', [taken('tofacitinib', crohn, start)], forCrohn('tofacitinib')],
    ['for lupus is no matter', [taken('azathioprine', lupus, start)], absent()],
    [
      'for lupus and for another disease goes to the investigator',
      [forBoth('azathioprine', lupus, crohn)],
      expected('needs-investigator', say('other-disease.shared', { drugs: 'azathioprine', disease: crohn }), {
        evidence: [running('azathioprine')],
      }),
    ],
    ['without a reason is no matter', [taken('azathioprine', '', start)], absent()],
    [
      // It passed as nothing on record.
      'for a reason that nobody understands is for the investigator',
      [taken('azathioprine', 'Coeliac disease', start)],
      expected(
        'needs-investigator',
        say('other-disease.reason-unclear', { drugs: 'azathioprine', disease: 'Coeliac disease' }),
        {
          evidence: [
            {
              ...shown('azathioprine', start),
              value: say('history.drug-until', { drug: 'azathioprine', date: '2026-06-01' }),
            },
          ],
        },
      ),
    ],
    [
      'on the skin is no matter',
      [statement('tacrolimus ointment', start, { ...because('特应性皮炎'), dosage: [{ route: { text: 'topical' } }] })],
      absent(),
    ],
    [
      'when needed is no matter',
      [
        statement('azathioprine', start, {
          ...because(crohn),
          dosage: [{ asNeededBoolean: true, route: { text: 'oral' } }],
        }),
      ],
      absent(),
    ],
    ['of tomorrow is no matter yet', [taken('azathioprine', crohn, '2026-06-02')], absent({ days: ['2026-06-02'] })],
  ]);
});

describe('a disease that is usually so treated', () => {
  const disease = (more: Json = {}): Json => condition(`cm K50.90 ${crohn}`, more);
  const known = (more: Partial<Evidence> = {}): Evidence => ({
    reference: 'Condition/r1',
    label: say('history.diagnosis'),
    value: crohn,
    ...more,
  });
  const said = (verdict: Whole['verdict'], reason: string, evidence = [known()], days: readonly string[] = []): Whole =>
    expected(verdict, say(`other-disease.${reason}`, { name: crohn }), { evidence, days });
  const usual = said('needs-investigator', 'usually-treated');
  answers([
    ['goes to the investigator', [disease()], usual],
    ['goes to the investigator beside a drug without a reason', [disease(), taken('prednisone', '', start)], usual],
    [
      'goes to the investigator beside two drugs of which one is for lupus',
      [disease(), taken('prednisone', lupus, start), taken('azathioprine', '', start)],
      usual,
    ],
    [
      'is no matter where every such drug is for lupus',
      [disease(), taken('prednisone', lupus, start), taken('azathioprine', lupus, start)],
      said('not-met', 'drugs-for-lupus'),
    ],
    [
      'is no matter where a drug for something else is over',
      [disease(), taken('prednisone', lupus, start), taken('prednisone', '', '2026-01-01', '2026-05-31')],
      said('not-met', 'drugs-for-lupus'),
    ],
    [
      'is asked for again when the drugs for lupus end',
      [disease(), taken('prednisone', lupus, start, '2026-06-30')],
      said('not-met', 'drugs-for-lupus', [known()], ['2026-07-01']),
    ],
    [
      'counts until the day on which it ends',
      [disease({ onsetDateTime: '2020-01-01', abatementDateTime: '2026-06-01' })],
      said('needs-investigator', 'usually-treated', [known({ date: '2020-01-01' })], ['2026-06-02']),
    ],
    [
      'that ended the day before is no matter',
      [disease({ abatementDateTime: '2026-05-31' })],
      said('not-met', 'past', [known()], ['2026-06-01']),
    ],
    ['that is over is no matter', [disease(clinically('resolved'))], said('not-met', 'past')],
    ['of tomorrow is no matter yet', [disease({ onsetDateTime: '2026-06-02' })], absent({ days: ['2026-06-02'] })],
    [
      'that is only suspected goes to the investigator',
      [disease(verified('provisional'))],
      said('needs-investigator', 'usually-treated', [known({ label: say('history.unconfirmed') })]),
    ],
    [
      'that is refuted is shown as not counted',
      [disease(verified('refuted'))],
      absent({
        ignored: [{ reference: 'Condition/r1', label: say('record.refuted', { status: 'refuted' }), value: crohn }],
        flags: ['IGNORED_INVALID_EVIDENCE'],
      }),
    ],
  ]);
});

describe('a nephrotic syndrome beside lupus nephritis', () => {
  const [nephritis, syndrome] = ['Lupus nephritis', '肾病综合征'];
  const began: Json = { onsetDateTime: '2023-03-10' };
  const known = condition(`cm M32.14 ${nephritis}`, began);
  answers([
    [
      'is what that does',
      [condition(syndrome, began), known],
      expected('not-met', say('other-disease.of-nephritis', { name: syndrome, nephritis }), {
        evidence: [{ reference: 'Condition/r1', label: say('history.diagnosis'), value: syndrome, date: '2023-03-10' }],
      }),
    ],
    ['and lupus are the reason of a drug for lupus', [forBoth('prednisone', lupus, syndrome), known], absent()],
  ]);
});

describe('without anything the answer is open where something may be missing', () => {
  const open = (search: string): Whole => {
    const searches = [say(`history.search.${search}`)];
    return expected('unknown', say('history.incomplete', { what, searches }), {
      missing: [{ what: say('history.read-again', { searches }), orders: [] }],
    });
  };
  const cut = { state: 'partial', reason: 'cut off' } as const;
  answers(
    (
      [
        'conditions',
        'medicationAdministrations',
        'medicationDispenses',
        'medicationStatements',
        'medicationRequests',
      ] as const
    ).map((search) => [`among the ${search}`, [], open(search), { retrieved: { [search]: cut } }]),
  );
});
