// What holds for the whole assessment, whatever the single criteria say?

import { describe, expect, it } from 'vitest';

import { assess, assessPatient } from '../../src/eligibility/assess.ts';
import type { Assessment } from '../../src/eligibility/assessment.ts';
import { criterion, type Rule } from '../../src/eligibility/criterion.ts';
import { toJson } from '../../src/eligibility/json.ts';
import { protocol } from '../../src/eligibility/declared.ts';
import { understand } from '../../src/eligibility/understand.ts';
import { indexRecord } from '../../src/fhir/index-record.ts';
import type { Json, PatientRecord } from '../../src/fhir/record.ts';
import { searches } from '../../src/fhir/searches.ts';
import { finding } from '../../src/logic/finding.ts';
import { verbatim } from '../../src/logic/message.ts';
import type { Verdict } from '../../src/logic/verdict.ts';
import { nct06222853From5To18 } from '../../src/protocols/nct06222853-5to18/protocol.ts';
import { nct06222853From5 } from '../../src/protocols/nct06222853-from5/protocol.ts';
import { patientRecordOf, screeningOn, shanghai, textObservation } from '../builders.ts';
import { administration, condition, procedure, report, statement } from '../facts/history-entries.ts';
import { historyComplete, order } from '../facts/standard-treatment/lupus-drugs.ts';
import { total } from '../facts/sledai-2k/builders.ts';
import { stories } from '../stories.ts';

const screening = screeningOn('2026-06-01');

/** A protocol of one inclusion and one exclusion that always answer the same. */
function always(inclusion: Verdict, exclusion: Verdict) {
  const fixed = (id: string, verdict: Verdict): Rule<Record<string, never>> =>
    criterion({
      id,
      text: `text of ${id}`,
      source: 'a test',
      readAs: [],
      examples: [],
      assess: () => finding(verdict, verbatim(`${id} is ${verdict}`)),
    });
  return protocol<Record<string, never>>({
    id: 'NCT0',
    version: '1',
    title: 'a trial',
    url: 'https://example.org/',
    ages: { from: 5 },
    inclusion: { I1: fixed('I1', inclusion) },
    exclusion: { E1: fixed('E1', exclusion) },
    texts: {},
    settings: {},
    defaults: {},
    translations: { 'zh-CN': { title: '', texts: {}, criteria: {}, settings: {} } },
    settingNotes: {},
    coverage: {},
    signatures: [],
  });
}

const ask = (resources: readonly Json[], patient: Json = {}): Assessment =>
  assess(nct06222853From5To18, patientRecordOf(resources, { patient }), screening);
const verdictOf = ({ criteria }: Assessment, id: string): Verdict | undefined =>
  criteria.flatMap((each) => [each, ...(each.parts ?? [])]).find((each) => each.id === id)?.verdict;

describe('the status', () => {
  it.each<[Verdict, Verdict, Assessment['status']]>([
    ['met', 'not-met', 'candidate'],
    ['needs-investigator', 'not-met', 'candidate'],
    ['met', 'needs-investigator', 'candidate'],
    ['unknown', 'not-met', 'potential-candidate'],
    ['met', 'unknown', 'potential-candidate'],
    ['unknown', 'needs-investigator', 'potential-candidate'],
    ['not-met', 'not-met', 'ineligible'],
    ['met', 'met', 'ineligible'],
    ['not-met', 'unknown', 'ineligible'],
    ['unknown', 'met', 'ineligible'],
    ['needs-investigator', 'met', 'ineligible'],
  ])('of an inclusion %s and an exclusion %s is %s', (inclusion, exclusion, status) => {
    expect(assess(always(inclusion, exclusion), patientRecordOf([]), screening).status).toBe(status);
  });

  const verdicts = ['met', 'not-met', 'unknown', 'needs-investigator'] as const;
  const every = verdicts.flatMap((inclusion) => verdicts.map((exclusion) => [inclusion, exclusion] as const));
  const states: readonly [string, Json, string][] = [
    ['deceased', { deceasedBoolean: true }, 'DECEASED'],
    ['deceased on a day', { deceasedDateTime: '2026-05-30' }, 'DECEASED'],
    ['deceased in a year', { deceasedDateTime: '2025' }, 'DECEASED'],
    ['merged into another', { link: [{ other: { reference: 'Patient/q' }, type: 'replaced-by' }] }, 'MERGED'],
  ];

  it.each(states)('of a patient who is %s is ineligible whatever the verdicts are', (_, patient, flag) => {
    for (const [inclusion, exclusion] of every) {
      const { status, flags, criteria } = assess(
        always(inclusion, exclusion),
        patientRecordOf([], { patient }),
        screening,
      );
      expect({ status, flags }).toEqual({ status: 'ineligible', flags: [flag] });
      expect(criteria.map(({ verdict }) => verdict)).toEqual([inclusion, exclusion]);
    }
  });

  it.each<[string, Json]>([
    ['is stated to be alive', { deceasedBoolean: false }],
    ['took the place of another record', { link: [{ other: { reference: 'Patient/q' }, type: 'replaces' }] }],
    ['is also known elsewhere', { link: [{ other: { reference: 'Patient/q' }, type: 'seealso' }] }],
  ])('of a patient who %s is not touched', (_, patient) => {
    const { status, flags } = assess(always('met', 'not-met'), patientRecordOf([], { patient }), screening);
    expect({ status, flags }).toEqual({ status: 'candidate', flags: [] });
  });
});

describe('resources of another patient', () => {
  /** For every search a resource that changes the answer if it is this patient's own. */
  const telling: Readonly<Record<string, Json>> = {
    Condition: condition('cm C95.90'),
    Observation: total(14, '2026-05-28'),
    MedicationRequest: order('硫酸羟氯喹片', '2023-04-01'),
    MedicationStatement: statement('hydroxychloroquine', '2023-04-01'),
    MedicationAdministration: administration('tisagenlecleucel', '2024-05-01'),
    MedicationDispense: {
      resourceType: 'MedicationDispense',
      status: 'completed',
      medicationCodeableConcept: { text: '硫酸羟氯喹片' },
      whenHandedOver: '2026-01-01',
      daysSupply: { value: 100, unit: 'd', system: 'http://unitsofmeasure.org', code: 'd' },
    },
    Procedure: procedure('CAR-T cell infusion', '2024-05-01'),
    Immunization: {
      resourceType: 'Immunization',
      status: 'completed',
      vaccineCode: { text: '水痘减毒活疫苗' },
      occurrenceDateTime: '2026-05-20',
    },
    DiagnosticReport: report('Large pericardial effusion', '2026-05-20'),
    QuestionnaireResponse: {
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      questionnaire: 'http://hospital.example.org/Questionnaire/sledai-2k',
      authored: '2026-05-28',
      item: [{ linkId: 'total', text: 'Total score', answer: [{ valueInteger: 14 }] }],
    },
    AllergyIntolerance: {
      resourceType: 'AllergyIntolerance',
      code: { text: '甲氨蝶呤' },
      recordedDate: '2025-10-20',
    },
    AdverseEvent: {
      resourceType: 'AdverseEvent',
      actuality: 'actual',
      event: { text: '股骨头无菌性坏死' },
      date: '2026-02-08',
      suspectEntity: [{ instance: { display: '醋酸泼尼松片' } }],
    },
    List: historyComplete,
    ResearchSubject: {
      resourceType: 'ResearchSubject',
      status: 'on-study',
      study: { display: 'A randomised double-blind trial' },
    },
  };
  const fields: Readonly<Record<string, string>> = {
    Immunization: 'patient',
    AllergyIntolerance: 'patient',
    ResearchSubject: 'individual',
  };
  // What was left out is shown as not counted; it must show nowhere else.
  /** Everything but what is shown as not counted. */
  const answers = (...resources: readonly Json[]): string => {
    const { criteria, changes, orders, status } = toJson(ask(resources));
    return JSON.stringify({ criteria, changes, orders, status }, (key, value: unknown) =>
      key === 'ignored' ? undefined : value,
    );
  };
  const of = (type: string, reference: string): Json => ({
    ...telling[type],
    subject: undefined,
    [fields[type] ?? 'subject']: { reference },
  });

  it('are tried for every type that is searched for', () => {
    expect(Object.keys(telling).sort()).toEqual(
      searches
        .map(({ type }) => type)
        .filter((type) => type !== 'Patient')
        .sort(),
    );
  });

  it.each(Object.keys(telling))('never count: %s', (type) => {
    expect(answers(of(type, 'Patient/p')) === answers()).toBe(false);
    for (const reference of ['Patient/another', 'https://fhir.example.org/r4/Patient/another', 'urn:uuid:3f0d7a3e'])
      expect(answers(of(type, reference)) === answers()).toBe(true);
  });
});

describe('this study itself', () => {
  const own = { identifier: { system: 'https://clinicaltrials.gov', value: 'NCT06222853' } };
  const subject = (study: Json): Json => ({
    resourceType: 'ResearchSubject',
    status: 'on-study',
    individual: { reference: 'Patient/p' },
    study,
  });

  it.each([nct06222853From5To18, nct06222853From5])('never counts as another study in version $version', (each) => {
    const inStudy = (study: Json) => verdictOf(assess(each, patientRecordOf([subject(study)]), screening), 'E12');
    expect(inStudy(own)).toBe('needs-investigator');
    expect(inStudy({ display: 'A randomised double-blind trial' })).toBe('met');
  });
});

describe('a positive result that excludes', () => {
  const [positive, negative] = ['阳性(+)', '阴性(-)'];
  const hivScreen = 'HIV抗体';

  it.each<[string, string, readonly Json[]]>([
    ['E8.HIV', 'a confirmed HIV antibody', [textObservation('HIV抗体确证试验', positive, '2012-01-01')]],
    ['E8.syphilis', 'a treponemal antibody', [textObservation('梅毒螺旋体抗体(TPPA)', positive, '2012-01-01')]],
    ['E1', 'a CAR-T infusion', [procedure('CAR-T cell infusion', '2012-05-01')]],
    ['E7', 'a transplant', [procedure('cn9 55.6901 肾异体移植术', '2012-04-01')]],
    ['E11', 'a malignancy', [condition('cm C95.90', { onsetDateTime: '2012-04-01' })]],
  ])('persists however old it is: %s, %s', (id, _, resources) => {
    const answer = ask(resources);
    expect({ verdict: verdictOf(answer, id), status: answer.status }).toEqual({ verdict: 'met', status: 'ineligible' });
  });

  it('is not taken back by a later negative screening test', () => {
    const both = [
      textObservation('HIV抗体确证试验', positive, '2012-01-01'),
      textObservation(hivScreen, negative, '2026-05-20'),
    ];
    expect(verdictOf(ask(both), 'E8.HIV')).toBe('met');
    expect(verdictOf(ask(both.slice(1)), 'E8.HIV')).toBe('not-met');
  });
});

describe('two protocols for one patient', () => {
  /** The record with a count of how often a property of any of its resources is read. */
  function counted(record: PatientRecord): { readonly record: PatientRecord; readonly reads: () => number } {
    let reads = 0;
    const watch = <T extends object>(resource: T): T =>
      new Proxy(resource, {
        get(target, name) {
          reads += 1;
          return Reflect.get(target, name) as unknown;
        },
      });
    return { record: { ...record, resources: record.resources.map(watch) }, reads: () => reads };
  }

  it('share what was read: the second reads hardly anything again', () => {
    const story = stories.find(({ name }) => name === 'candidate-girl');
    const { record, reads } = counted(story?.record ?? patientRecordOf([]));
    const patient = understand(indexRecord(record, shanghai), screeningOn(story?.asOf ?? '2026-06-01'));
    const first = assessPatient(nct06222853From5To18, patient);
    const once = reads();
    expect(once).toBeGreaterThan(100);
    const second = assessPatient(nct06222853From5, patient);
    expect(reads() - once).toBeLessThan(once / 20);
    expect(second.criteria.slice(1)).toEqual(first.criteria.slice(1));
  });

  it('share the facts of the day: each is computed once', () => {
    const patient = understand(indexRecord(patientRecordOf([order('MMF', '2025-01-01')]), shanghai), screening);
    const { exposures } = patient;
    assessPatient(nct06222853From5To18, patient);
    assessPatient(nct06222853From5, patient);
    expect(exposures).toHaveLength(1);
    expect(patient.exposures).toBe(exposures);
  });
});
