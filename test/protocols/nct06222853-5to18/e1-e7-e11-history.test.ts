import { describe, expect, it } from 'vitest';

import type { Json } from '../../../src/fhir/record.ts';
import { previousCarT } from '../../../src/protocols/nct06222853-5to18/e1-car-t.ts';
import { malignancy } from '../../../src/protocols/nct06222853-5to18/e11-malignancy.ts';
import { transplantOrGraftVersusHost } from '../../../src/protocols/nct06222853-5to18/e7-transplant.ts';
import { ask } from '../../ask.ts';
import { textObservation } from '../../builders.ts';
import { answers } from './answers.ts';
import {
  administration,
  because,
  clinically,
  concept,
  condition,
  nameless,
  procedure,
  report,
  statement,
  verified,
} from '../../facts/history-entries.ts';

const partial = { state: 'partial', reason: 'cut off' } as const;

describe('short names and the care around a transplant', () => {
  answers(malignancy, [
    ['needs-investigator', 'cancer by a short name', [condition('Ca of thyroid')]],
    ['met', 'cancer by its code and a short name', [condition('cm C73 Ca of thyroid')]],
    ['not-met', 'calcium', [condition('Low Ca')]],
    ['needs-investigator', 'an abbreviation with several meanings was silence', [condition('ALL')]],
    ['needs-investigator', 'the same in a report', [report('Relapsed ALL', '2026-05-20')]],
    ['not-met', 'a word in capitals', [report('ALL STRUCTURES NORMAL', '2026-05-20')]],
  ]);
  answers(transplantOrGraftVersusHost, [
    ['needs-investigator', 'donor lymphocytes', [procedure('DLI', '2024-01-01')]],
    ['needs-investigator', 'conditioning, in a report', [report('清髓预处理后', '2026-05-20')]],
    ['not-met', 'training', [procedure('Strengthening and conditioning', '2024-01-01')]],
  ]);
});

describe('a denial of something else was silence about the disease', () => {
  answers(malignancy, [
    ['needs-investigator', 'no relapse', [condition('No evidence of recurrence of leukemia')]],
    ['needs-investigator', 'no relapse, in a report', [report('白血病化疗后未见复发', '2026-05-20')]],
    ['met', 'found on screening', [condition('Lymphoma found on screening')]],
    ['needs-investigator', 'not yet ruled out', [condition('Leukemia has not been ruled out')]],
    ['needs-investigator', 'not ruled out, in German', [condition('Leukämie nicht ausgeschlossen')]],
    ['not-met', 'denied', [condition('No evidence of leukemia, lymphoma or other malignancy')]],
  ]);
  answers(transplantOrGraftVersusHost, [
    ['needs-investigator', 'no rejection', [condition('No rejection after kidney transplant')]],
    ['met', 'nothing else', [condition('No medical history except kidney transplant')]],
    ['not-met', 'denied', [condition('No history of kidney transplant')]],
  ]);
});

describe('E1: CAR-T before', () => {
  answers(previousCarT, [
    ['met', 'an infusion, in Chinese and undated', [procedure('CD19 CAR-T细胞回输')]],
    ['met', 'an infusion by its procedure code', [procedure('pcs XW033C7', '2024-05-01')]],
    ['met', 'an infusion under way', [procedure('CAR-T cell infusion', '2026-06-01', { status: 'in-progress' })]],
    ['needs-investigator', 'only talked about, no longer excludes', [procedure('Education about CAR-T', '2026-05-01')]],
    ['met', 'a product given', [administration('阿基仑赛注射液', '2024-05-01')]],
    ['met', 'a product given, by code', [administration('rxnorm 1986438', '2024-05-01')]],
    ['met', 'a product reported as given', [statement('tisagenlecleucel', '2024-05-01', { status: 'completed' })]],
    [
      'unknown',
      'something given by vein that only an unknown code names',
      [administration('', '2024-05-01', nameless)],
    ],
    [
      'unknown',
      'the same reported without a route',
      [
        statement('', '2024-05-01', {
          ...nameless,
          status: 'completed',
          effectivePeriod: undefined,
          effectiveDateTime: '2024-05-01',
          dosage: [],
        }),
      ],
    ],
    ['not-met', 'the same by mouth', [statement('', '2024-05-01', nameless)]],
    [
      'unknown',
      'the same over a week',
      [
        administration('', '', {
          ...nameless,
          effectiveDateTime: undefined,
          effectivePeriod: { start: '2024-05-01', end: '2024-05-08' },
        }),
      ],
    ],
    [
      'not-met',
      'the same over more than a week',
      [
        administration('', '', {
          ...nameless,
          effectiveDateTime: undefined,
          effectivePeriod: { start: '2024-05-01', end: '2024-05-09' },
        }),
      ],
    ],
    ['not-met', 'the same planned for tomorrow', [administration('', '2026-06-02', nameless)]],
    ['not-met', 'a drug with a name that is no such product', [administration('amlodipine', '2024-05-01')]],
    [
      'met',
      'something that cannot be told beside an infusion',
      [administration('', '2024-05-01', nameless), procedure('CAR-T cell infusion')],
    ],
    ['met', 'a personal history', [condition('cm Z92.850 Personal history of CAR-T therapy')]],
    ['met', 'a resolved entry', [condition('CAR-T治疗后', clinically('resolved'))]],
    [
      'needs-investigator',
      'only ordered',
      [
        {
          resourceType: 'MedicationRequest',
          status: 'active',
          intent: 'order',
          medicationCodeableConcept: { text: 'Kymriah' },
          authoredOn: '2026-05-01',
        },
      ],
    ],
    ['needs-investigator', 'collection without infusion', [procedure('CAR-T cell collection', '2026-05-01')]],
    ['needs-investigator', 'CAR-NK cells', [procedure('CD19 CAR-NK细胞输注', '2025-05-01')]],
    [
      'needs-investigator',
      'CAR-NK cells given as a drug',
      [
        {
          resourceType: 'MedicationAdministration',
          status: 'completed',
          medicationCodeableConcept: { text: 'CAR-NK cell infusion' },
          effectiveDateTime: '2025-05-01',
        },
      ],
    ],
    [
      'needs-investigator',
      'a code that its own text contradicts',
      [procedure('pcs XW033C7 Kidney transplantation', '2024-05-01')],
    ],
    ['needs-investigator', 'an unconfirmed history', [condition('cm Z92.850', verified('unconfirmed'))]],
    ['not-met', 'nothing', []],
    ['not-met', 'an infusion after the screening', [procedure('CAR-T cell infusion', '2026-06-02')]],
    ['not-met', 'not done', [procedure('CAR-T cell infusion', '2024-05-01', { status: 'not-done' })]],
    [
      'not-met',
      'of another patient',
      [procedure('CAR-T cell infusion', '2024-05-01', { subject: { reference: 'Patient/donor' } })],
    ],
    [
      'needs-investigator',
      'an infusion that was broken off',
      [procedure('CAR-T cell infusion', '2024-05-01', { status: 'stopped' })],
    ],
    [
      'needs-investigator',
      'an infusion nobody knows the status of',
      [procedure('CAR-T cell infusion', undefined, { status: 'unknown' })],
    ],
    [
      'needs-investigator',
      'a product whose infusion was stopped',
      [administration('阿基仑赛注射液', '2024-05-01', { status: 'stopped' })],
    ],
    [
      'not-met',
      'a product that was not given',
      [administration('阿基仑赛注射液', '2024-05-01', { status: 'not-done' })],
    ],
    [
      'not-met',
      'a product to be given tomorrow, on hold',
      [administration('阿基仑赛注射液', '2026-06-02', { status: 'on-hold' })],
    ],
    ['needs-investigator', 'a report that names it', [report('CAR-T细胞回输后第30天', '2026-05-20')]],
    ['needs-investigator', 'cells of a kind nobody says', [procedure('T细胞回输', '2024-05-01')]],
    ['needs-investigator', 'cells that were collected as a drug', [administration('CAR-T 采集', '2024-05-01')]],
    ['not-met', 'a count of cells', [procedure('T细胞亚群检测', '2024-05-01')]],
    ['needs-investigator', 'a procedure that is planned', [procedure('拟行CAR-T治疗', '2026-05-01')]],
    ['needs-investigator', 'a diagnosis that speaks of a plan', [condition('Relapsed SLE, planned CAR-T')]],
    ['needs-investigator', 'a report that recommends it', [report('Recommend CAR-T therapy.', '2026-05-20')]],
    ['needs-investigator', 'a report that speaks of a plan', [report('拟行CAR-T细胞治疗', '2026-05-20')]],
    ['not-met', 'a report of a plan of 91 days ago', [report('拟行CAR-T细胞治疗', '2026-03-02')]],
    ['not-met', 'a report that denies it', [report('无CAR-T治疗史', '2026-05-20')]],
    ['not-met', 'a diagnosis that denies it', [condition('No prior CAR-T therapy')]],
    ['not-met', 'the plan of a brother', [condition('Brother had CAR-T')]],
    ['not-met', 'a consultation about it', [procedure('CAR-T consultation', '2026-05-01')]],
    ['unknown', 'nothing, in a search that was cut off', [], { retrieved: { procedures: partial } }],
    [
      'unknown',
      'nothing, without administrations',
      [],
      { retrieved: { medicationAdministrations: { state: 'unavailable', reason: 'denied' } } },
    ],
    [
      'met',
      'proven in a search that was cut off',
      [procedure('CAR-T cell infusion')],
      { retrieved: { procedures: partial } },
    ],
    [
      'unknown',
      'only ordered, in a search that was cut off',
      [procedure('CAR-T cell collection', '2026-05-01')],
      { retrieved: { procedures: partial } },
    ],
  ]);

  it('says that its no rests on absence, and what is missing where a search was cut off', () => {
    expect(ask(previousCarT, []).reason.id).toBe('history.absent');
    expect(ask(previousCarT, [], { retrieved: { procedures: partial } }).missing).toHaveLength(1);
  });

  it('shows what was not done and flags it', () => {
    const found = ask(previousCarT, [procedure('CAR-T cell infusion', '2024-05-01', { status: 'not-done' })]);
    expect(found.flags).toContain('IGNORED_INVALID_EVIDENCE');
    expect(found.ignored).toHaveLength(1);
  });

  it('flags what was not done also where only a code says what it was', () => {
    const coded = { coding: [{ system: 'http://www.cms.gov/Medicare/Coding/ICD10', code: 'XW033C7' }] };
    const found = ask(previousCarT, [procedure('', '2024-05-01', { status: 'not-done', code: coded })]);
    expect(found.flags).toContain('IGNORED_INVALID_EVIDENCE');
    expect(ask(malignancy, [condition('cm C95.90', verified('refuted'))]).flags).toContain('IGNORED_INVALID_EVIDENCE');
  });

  it('turns on the day of an infusion that lies ahead', () => {
    const found = ask(previousCarT, [procedure('CAR-T cell infusion', '2026-06-02')]);
    expect(found.turns.map(({ on }) => on)).toContain(Date.UTC(2026, 5, 2) / 86_400_000);
  });
});

const named = (code: string, text: string): Json => ({ ...concept(code), text });

describe('E11: malignancy', () => {
  answers(malignancy, [
    ['met', 'active', [condition('cm C95.90')]],
    ['met', 'in remission, in Chinese', [condition('who C85.900 非霍奇金淋巴瘤', clinically('remission'))]],
    ['met', 'without any date or status', [{ resourceType: 'Condition', code: concept('sct 93143009 Leukemia') }]],
    ['met', 'a personal history', [condition('cm Z85.6')]],
    ['met', 'a personal history in words', [condition('白血病史', clinically('resolved'))]],
    ['needs-investigator', 'provisional', [condition('cm C95.90', verified('provisional'))]],
    ['needs-investigator', 'chemotherapy of a neoplasm', [condition('cm Z51.11')]],
    ['needs-investigator', 'care after a neoplasm', [condition('who Z08.9')]],
    ['needs-investigator', 'suspected, as it is written in German', [condition('V.a. Hodgkin-Lymphom')]],
    ['not-met', 'excluded, in Chinese', [condition('已排除淋巴瘤')]],
    ['needs-investigator', 'feared: it may be feared to come back', [condition('Fear of cancer')]],
    ['needs-investigator', 'worried about no longer excludes', [condition('Worried about cancer')]],
    ['needs-investigator', 'worried about, in Chinese, no longer excludes', [condition('担心患癌')]],
    ['needs-investigator', 'a phobia no longer excludes', [condition('Cancer phobia')]],
    [
      'needs-investigator',
      'a centre that has it in its name no longer excludes',
      [condition('Cancer Center follow-up')],
    ],
    ['not-met', 'a check-up against it no longer excludes', [condition('防癌体检')]],
    ['met', 'beside an anxiety of its own', [condition('Anxiety, acute lymphoblastic leukaemia')]],
    ['met', 'by a short name', [condition('T-ALL')]],
    ['needs-investigator', 'by a short name that has two meanings', [condition('AML')]],
    ['needs-investigator', 'lymphoproliferative', [condition('淋巴组织增生性疾病')]],
    ['needs-investigator', 'in situ', [condition('cm D03.9')]],
    ['needs-investigator', 'in situ by its text beside a malignant code', [condition('who C44.9 原位癌')]],
    ['needs-investigator', 'to be ruled out', [condition('淋巴瘤待排')]],
    ['needs-investigator', 'a code that its text contradicts', [condition('cm C95.90 Ventricular septal defect')]],
    ['not-met', 'refuted', [condition('cm C95.90', verified('refuted'))]],
    ['not-met', 'entered in error', [condition('Leukemia', verified('entered-in-error'))]],
    ['not-met', 'of a relative, in words', [condition('Family history of leukemia')]],
    ['not-met', 'of a relative, by code', [condition('cm Z80.6 Family history of leukemia')]],
    ['not-met', 'denied', [condition('否认恶性肿瘤病史')]],
    ['needs-investigator', 'only a procedure names it', [procedure('Excision of malignant tumor', '2020-01-01')]],
    ['not-met', 'a test for it', [procedure('Leukemia panel', '2020-01-01')]],
    ['needs-investigator', 'the reason of a procedure', [procedure('Lumbar puncture', '2020', because('cm C91.00'))]],
    [
      'not-met',
      'the reason of a procedure that lies ahead',
      [procedure('Lumbar puncture', '2026-06-02', because('cm C91.00'))],
    ],
    ['needs-investigator', 'a report of 90 days ago', [report('淋巴结活检：霍奇金淋巴瘤', '2026-03-03')]],
    ['not-met', 'a report of 91 days ago', [report('淋巴结活检：霍奇金淋巴瘤', '2026-03-02')]],
    [
      'needs-investigator',
      'a coded report',
      [report('', '2026-05-20', { conclusion: undefined, conclusionCode: [concept('cm C81.90')] })],
    ],
    ['needs-investigator', 'an answer in words', [textObservation('既往史', '急性淋巴细胞白血病', '2026-05-20')]],
    ['not-met', 'a report that denies it', [report('未见恶性肿瘤征象', '2026-05-20')]],
    ['needs-investigator', 'a preliminary report', [report('霍奇金淋巴瘤', '2026-05-20', { status: 'preliminary' })]],
    ['needs-investigator', 'a tumour of a kind nobody says', [condition('脑肿瘤')]],
    ['needs-investigator', 'a tumour of uncertain behaviour', [condition('Craniopharyngioma')]],
    ['needs-investigator', 'a short name', [condition('DLBCL, CR1')]],
    ['needs-investigator', 'a tumour whose name only looks benign', [condition('胸腺瘤')]],
    [
      'met',
      'a malignant code with a name that leaves it open',
      [condition('x', { code: named('cm C71.9', '脑肿瘤') })],
    ],
    ['met', 'a malignant code with a short name', [condition('x', { code: named('cm C92.00', 'AML') })]],
    [
      'not-met',
      'a benign code with a name that leaves it open',
      [condition('x', { code: named('cm D33.2', '脑肿瘤') })],
    ],
    ['not-met', 'a benign tumour', [condition('Benign tumor of skin')]],
    ['needs-investigator', 'a malignant code with a benign name', [condition('who C64 Renal cyst')]],
    ['not-met', 'a tumour marker', [report('肿瘤标志物未见升高', '2026-05-20')]],
    ['not-met', 'an antibody against a tumour necrosis factor', [procedure('抗肿瘤坏死因子治疗', '2026-05-20')]],
    ['not-met', 'an answer that denies it', [textObservation('恶性肿瘤病史', '无', '2026-05-20')]],
    ['not-met', 'an answer about relatives', [textObservation('Family history', 'leukemia', '2026-05-20')]],
    [
      'unknown',
      'nothing, without reports',
      [],
      { retrieved: { diagnosticReports: { state: 'unavailable', reason: 'denied' } } },
    ],
    ['not-met', 'a screening for it', [condition('cm Z12.11 Encounter for screening for malignant neoplasm of colon')]],
    ['not-met', 'a benign tumour', [condition('血管瘤')]],
    ['not-met', 'nothing', []],
    ['unknown', 'nothing, in a search that was cut off', [], { retrieved: { conditions: partial } }],
  ]);

  const local = { system: 'urn:local', code: 'X7' };
  it.each([
    ['met', 'confirmed', { coding: [local, { code: 'confirmed' }] }],
    ['not-met', 'refuted after a local code', { coding: [local, { code: 'refuted' }] }],
    ['needs-investigator', 'provisional after a local code', { coding: [local, { code: 'provisional' }] }],
    ['needs-investigator', 'confirmed and refuted', { coding: [{ code: 'confirmed' }, { code: 'refuted' }] }],
    ['not-met', 'refuted in words', { text: '已排除' }],
    [
      'not-met',
      'absent by a display',
      { coding: [{ system: 'http://snomed.info/sct', code: '410516002', display: 'Known absent' }] },
    ],
    ['needs-investigator', 'suspected in words', { coding: [local], text: '疑似' }],
    ['needs-investigator', 'not yet excluded', { text: '待排除' }],
    ['met', 'a code that nobody knows', { coding: [local] }],
  ] as const)('%s: %s', (verdict, _status, verificationStatus) => {
    expect(ask(malignancy, [condition('cm C95.90', { verificationStatus })]).verdict).toBe(verdict);
  });

  it('flags a verification that nobody knows', () => {
    const unknown = condition('cm C95.90', { verificationStatus: { coding: [local] } });
    expect(ask(malignancy, [unknown]).flags).toContain('VERIFICATION_NOT_STATED');
  });

  it('does not take the disease of a relative in brackets for hers', () => {
    expect(ask(malignancy, [condition('Leukemia (mother)')]).verdict).toBe('not-met');
    expect(ask(malignancy, [condition('白血病（父亲）')]).verdict).toBe('not-met');
  });

  it('flags a refuted entry and a missing verification', () => {
    expect(ask(malignancy, [condition('cm C95.90 Leukemia', verified('refuted'))]).flags).toContain(
      'IGNORED_INVALID_EVIDENCE',
    );
    expect(ask(malignancy, [{ resourceType: 'Condition', code: concept('cm C95.90') }]).flags).toContain(
      'VERIFICATION_NOT_STATED',
    );
  });
});

describe('E7: transplantation and graft-versus-host disease', () => {
  const gvhd = (more: Json = {}): Json => condition('cm D89.810', more);
  const grade = (text: string): Json => ({ severity: { text } });
  answers(transplantOrGraftVersusHost, [
    ['met', 'a kidney, by Chinese procedure code', [procedure('cn9 55.6901 肾异体移植术', '2021-04-01')]],
    ['met', 'a kidney, as a status', [condition('cm Z94.0')]],
    ['met', 'stem cells by a short name', [procedure('allo-SCT')]],
    ['met', 'islets', [procedure('Islet transplantation')]],
    ['met', 'a rejection', [condition('移植排斥')]],
    ['met', 'stem cells, undated', [procedure('造血干细胞移植')]],
    ['met', 'stem cells, by code', [procedure('sct 234336002', '2019')]],
    ['met', 'a kidney, by German procedure code', [procedure('ops 5-555.0 Nierentransplantation', '2021-04-01')]],
    ['met', 'stem cells, by German procedure code', [procedure('ops 8-805.25', '2021-04-01')]],
    ['met', 'cord blood, by its short name', [condition('s/p UCB transplant')]],
    ['met', 'a named organ, also where only "transplant status" is read', [condition('Kidney transplant status')]],
    ['needs-investigator', 'nobody says of what', [condition('移植术后')]],
    ['needs-investigator', 'one to come', [procedure('造血干细胞移植前预处理', '2026-05-01')]],
    ['needs-investigator', 'one that is looked into', [condition('移植前评估')]],
    ['needs-investigator', 'one waited for', [condition('awaiting kidney transplant')]],
    ['needs-investigator', 'one planned, in German, was done', [condition('Nierentransplantation geplant')]],
    ['not-met', 'one planned, in German, before its name', [condition('Geplante Nierentransplantation')]],
    ['needs-investigator', 'one planned, in Chinese, was done', [condition('肾移植计划中')]],
    ...[
      'Transplant kidney biopsy',
      'Transplant nephrectomy',
      'Renal graft in situ',
      'Cardiac allograft vasculopathy',
      'Transplantatniere',
    ].map((name) => ['met', 'an organ named as a graft was none', [condition(name)]] as const),
    ...[
      'Chronic allograft rejection',
      'GVHD prophylaxis',
      'Liver graft-versus-host disease',
      'Skin allograft rejection',
    ].map((name) => ['needs-investigator', 'what speaks of some graft was none', [condition(name)]] as const),
    ['not-met', 'a vein is no organ', [procedure('Vein graft')]],
    ['met', 'aftercare following one was none', [condition('cm Z48.22')]],
    ['met', 'one done, another waited for', [condition('肾移植术后5年，等待二次移植')]],
    ['needs-investigator', 'that of a father, who may be the donor', [condition('Renal transplant status of father')]],
    ['needs-investigator', 'stem cells of a kind nobody names', [procedure('Stem cell infusion', '2024-01-01')]],
    ['not-met', 'mesenchymal stem cells', [procedure('间充质干细胞输注', '2024-01-01')]],
    ['needs-investigator', 'a cornea', [condition('cm Z94.7')]],
    ['needs-investigator', 'a cornea, in Chinese', [procedure('角膜移植术', '2020-01-01')]],
    [
      'needs-investigator',
      'stem cells of the edge of the cornea no longer exclude',
      [procedure('Limbal stem cell transplant', '2020-01-01')],
    ],
    ['needs-investigator', 'the same in Chinese', [procedure('角膜缘干细胞移植术', '2020-01-01')]],
    ['needs-investigator', 'an anxiety about one no longer excludes', [condition('Anxiety about kidney transplant')]],
    [
      'needs-investigator',
      'cord blood that was infused is no longer passed over',
      [procedure('脐血输注', '2024-01-01')],
    ],
    ['needs-investigator', 'a stem cell boost', [procedure('Stem cell boost', '2024-01-01')]],
    ['needs-investigator', 'ungraded graft-versus-host disease', [gvhd()]],
    ['met', 'grade II graft-versus-host disease, present', [gvhd(grade('grade II'))]],
    ['met', 'the grade in Chinese', [condition('急性移植物抗宿主病（Ⅲ度）')]],
    ['needs-investigator', 'grade I', [gvhd(grade('Grade 1'))]],
    [
      'met',
      'grade II that ended 14 days ago',
      [gvhd({ ...grade('grade 2'), ...clinically('resolved'), abatementDateTime: '2026-05-18' })],
    ],
    [
      'needs-investigator',
      'grade II that ended 15 days ago',
      [gvhd({ ...grade('grade 2'), ...clinically('resolved'), abatementDateTime: '2026-05-17' })],
    ],
    ['unknown', 'grade II that ended nobody says when', [gvhd({ ...grade('grade 2'), ...clinically('resolved') })]],
    ['not-met', 'a typing for it', [procedure('HLA typing for kidney transplant', '2026-01-01')]],
    ['not-met', 'a blood transfusion', [procedure('Transfusion of red blood cells', '2026-01-01')]],
    [
      'not-met',
      'an entry in error',
      [procedure('sct 70536003 Transplant of kidney', '2024', { status: 'entered-in-error' })],
    ],
    ['met', 'a status in capitals', [procedure('sct 70536003 Transplant of kidney', '2024', { status: 'COMPLETED' })]],
    [
      'needs-investigator',
      'a status that FHIR does not know',
      [procedure('sct 70536003 Transplant of kidney', '2024', { status: 'done' })],
    ],
    ['not-met', 'nothing', []],
  ]);

  it('turns when grade II leaves the 14 days', () => {
    const ended = gvhd({ ...grade('grade 2'), ...clinically('resolved'), abatementDateTime: '2026-05-18' });
    const { turns } = ask(transplantOrGraftVersusHost, [ended]);
    expect(turns.map(({ on }) => new Date(on * 86_400_000).toISOString().slice(0, 10))).toContain('2026-06-02');
  });
});
