import { describe, expect, test } from 'vitest';
import { understand } from '../../../src/eligibility/understand.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { intolerantOfStandardTreatment } from '../../../src/protocols/nct06222853-5to18/i2-intolerance.ts';
import { defaults } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { recordOf, screeningOn, type RecordOptions } from '../../builders.ts';
import { order } from '../../facts/standard-treatment/lupus-drugs.ts';

const screening = screeningOn('2026-06-01');
const assess = (resources: readonly Json[], options: RecordOptions = {}) =>
  intolerantOfStandardTreatment.assess(understand(recordOf(resources, options), screening), screening, defaults);

const allergy = (drug: string, more: Json = {}): Json => ({
  resourceType: 'AllergyIntolerance',
  type: 'intolerance',
  verificationStatus: { coding: [{ code: 'confirmed' }] },
  code: { text: drug },
  patient: { reference: 'Patient/p' },
  recordedDate: '2025-10-20',
  ...more,
});
const event = (text: string, drug: string, more: Json = {}): Json => ({
  resourceType: 'AdverseEvent',
  actuality: 'actual',
  event: { text },
  date: '2026-02-08',
  suspectEntity: [{ instance: { display: drug } }],
  ...more,
});

const taken = (drug: string, more: Json): Json => ({
  resourceType: 'MedicationStatement',
  medicationCodeableConcept: { text: drug },
  effectivePeriod: { start: '2025-01-01' },
  ...more,
});

describe('I2.intolerance', () => {
  test.each<[string, string, readonly Json[]]>([
    [
      'needs-investigator',
      'intolerance of methotrexate',
      [allergy('甲氨蝶呤', { reaction: [{ manifestation: [{ text: '药物性肝损伤' }] }] })],
    ],
    [
      'needs-investigator',
      'by an RxNorm code only',
      [allergy('', { code: { coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '6851' }] } })],
    ],
    [
      'needs-investigator',
      'unconfirmed',
      [allergy('甲氨蝶呤', { verificationStatus: { coding: [{ code: 'unconfirmed' }] } })],
    ],
    ['not-met', 'refuted', [allergy('甲氨蝶呤', { verificationStatus: { coding: [{ code: 'refuted' }] } })]],
    ['not-met', 'of penicillin', [allergy('青霉素')]],
    ['not-met', 'denied', [allergy('No known allergy to methotrexate')]],
    ['not-met', 'recorded after the screening', [allergy('甲氨蝶呤', { recordedDate: '2026-06-02' })]],
    ['needs-investigator', 'osteonecrosis under prednisone', [event('股骨头无菌性坏死', '醋酸泼尼松片')]],
    // What steroids, or a drug named beside its harm, did to the child passed as nothing on record.
    ...[
      'Hydroxychloroquine retinopathy',
      '甲氨蝶呤肝损害',
      'Drug-induced Cushing syndrome',
      'Cushing syndrome due to drug',
      'Steroid myopathy',
      'Calcineurin inhibitor nephrotoxicity',
      '环磷酰胺性膀胱炎',
      '利妥昔单抗输注反应',
    ].map((text): [string, string, readonly Json[]] => [
      'needs-investigator',
      `a diagnosis that names the drug and what it did: ${text}`,
      [{ resourceType: 'Condition', code: { text } }],
    ]),
    [
      'needs-investigator',
      'Cushing syndrome by a drug, by its code only',
      [
        {
          resourceType: 'Condition',
          code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'E24.2' }] },
        },
      ],
    ],
    ['needs-investigator', 'a steroid allergy', [allergy('steroid allergy')]],
    ...['GI upset', 'elevated LFTs'].map((text): [string, string, readonly Json[]] => [
      'needs-investigator',
      `stopped for ${text}`,
      [taken('azathioprine', { status: 'stopped', statusReason: [{ text }] })],
    ]),
    ['not-met', 'an event that was only possible', [event('osteonecrosis', 'prednisone', { actuality: 'potential' })]],
    ['not-met', 'an event under another drug', [event('rash', 'amoxicillin')]],
    [
      'needs-investigator',
      'an order stopped for intolerance',
      [
        order('吗替麦考酚酯胶囊', '2025-01-01', '2025-02-01', {
          status: 'stopped',
          statusReason: { text: '胃肠道不耐受' },
        }),
      ],
    ],
    [
      'needs-investigator',
      'an order stopped with the HL7 reason',
      [order('MMF', '2025-01-01', '2025-02-01', { status: 'stopped', statusReason: { coding: [{ code: 'sintol' }] } })],
    ],
    [
      'not-met',
      'an order stopped for lack of effect',
      [
        order('吗替麦考酚酯胶囊', '2025-01-01', '2025-02-01', {
          status: 'stopped',
          statusReason: { text: '疗效不佳' },
        }),
      ],
    ],
    ...['白细胞减少', '肝功能损害', 'vomiting', '出血性膀胱炎'].map((text): [string, string, readonly Json[]] => [
      'needs-investigator',
      `an order stopped for ${text}`,
      [order('硫唑嘌呤片', '2025-01-01', '2025-02-01', { status: 'stopped', statusReason: { text } })],
    ]),
    [
      'not-met',
      'an order stopped without leukopenia',
      [order('硫唑嘌呤片', '2025-01-01', '2025-02-01', { status: 'stopped', statusReason: { text: '无白细胞减少' } })],
    ],
    [
      'needs-investigator',
      'an order whose note says why it ended',
      [order('吗替麦考酚酯胶囊', '2025-01-01', '2025-02-01', { note: [{ text: '因腹泻不耐受停药' }] })],
    ],
    [
      'not-met',
      'an order whose note says that it is tolerated',
      [order('吗替麦考酚酯胶囊', '2025-01-01', '2025-02-01', { note: [{ text: '耐受良好，无不良反应' }] })],
    ],
    [
      'needs-investigator',
      'a diagnosis that names it',
      [
        {
          resourceType: 'Condition',
          code: { text: 'Methotrexate-induced hepatotoxicity' },
          recordedDate: '2025-03-01',
        },
      ],
    ],
    [
      'needs-investigator',
      'a diagnosis that names glucocorticoids only as a class',
      [{ resourceType: 'Condition', code: { text: '激素性股骨头坏死' }, recordedDate: '2025-03-01' }],
    ],
    [
      'needs-investigator',
      'the same in English',
      [{ resourceType: 'Condition', code: { text: 'Steroid-induced diabetes mellitus' }, recordedDate: '2025-03-01' }],
    ],
    ['not-met', 'a hormone that is no glucocorticoid', [allergy('生长激素')]],
    ['not-met', 'a disease that needs glucocorticoids', [{ resourceType: 'Condition', code: { text: '激素依赖' } }]],
    ['needs-investigator', 'an allergy to glucocorticoids as a class', [allergy('糖皮质激素')]],
    [
      'needs-investigator',
      'a statement that azathioprine is not taken because it was not tolerated',
      [taken('硫唑嘌呤片', { status: 'not-taken', statusReason: [{ text: '不耐受' }] })],
    ],
    [
      'needs-investigator',
      'an order on hold for toxicity',
      [order('甲氨蝶呤片', '2025-01-01', undefined, { status: 'on-hold', statusReason: { text: 'liver toxicity' } })],
    ],
    [
      'not-met',
      'the same entered in error',
      [
        order('甲氨蝶呤片', '2025-01-01', undefined, {
          status: 'entered-in-error',
          statusReason: { text: 'liver toxicity' },
        }),
      ],
    ],
    [
      'not-met',
      'not taken for another reason',
      [taken('硫唑嘌呤片', { status: 'not-taken', statusReason: [{ text: '家属拒绝' }] })],
    ],
    [
      'needs-investigator',
      'an event under an order whose Medication it contains',
      [
        order('', '2025-01-01', '2025-02-01', {
          id: 'aza',
          medicationCodeableConcept: undefined,
          contained: [
            { resourceType: 'Medication', id: 'm', ingredient: [{ itemCodeableConcept: { text: '硫唑嘌呤' } }] },
          ],
          medicationReference: { reference: '#m' },
        }),
        event('骨髓抑制', '', { suspectEntity: [{ instance: { reference: 'MedicationRequest/aza' } }] }),
      ],
    ],
    ['not-met', 'nothing on record', []],
  ])('%s: %s', (verdict, _title, resources) => {
    const { verdict: answer, evidence, flags } = assess(resources);
    expect(answer).toBe(verdict);
    expect(flags).toEqual(answer === 'needs-investigator' ? ['INTOLERANCE_EVIDENCE'] : []);
    expect(evidence.length > 0).toBe(answer === 'needs-investigator');
  });

  test('is unknown only where a search was cut off and nothing was found', () => {
    const retrieved = { allergyIntolerances: { state: 'unavailable', reason: 'off' } } as const;
    const open = assess([], { retrieved });
    expect(open.verdict).toBe('unknown');
    expect(open.missing).toHaveLength(1);
    expect(assess([event('osteonecrosis', 'prednisone')], { retrieved }).verdict).toBe('needs-investigator');
  });
});
