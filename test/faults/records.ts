// The records on which faults are tried: one where a search that silently came back empty would change verdicts.

import { rebased } from '../../src/demo/stories.ts';
import { isJson } from '../../src/fhir/json.ts';
import type { Json, PatientRecord, Resource } from '../../src/fhir/record.ts';
import { stories, type Story } from '../stories.ts';

const coded = (system: string, code: string, text: string): Json => ({
  coding: [{ system, code, display: text }],
  text,
});

const confirmed = { coding: [{ code: 'confirmed' }] } as const;
const active = { coding: [{ code: 'active' }] } as const;
const sct = 'http://snomed.info/sct';
const icd = 'http://hl7.org/fhir/sid/icd-10-cm';

/** Reasons against the trial, spread over the resource types; the day is that of the story they are added to. */
const against = (subject: Json): readonly Resource[] => [
  {
    resourceType: 'Condition',
    id: 'x-leukaemia',
    subject,
    clinicalStatus: active,
    verificationStatus: confirmed,
    code: coded(icd, 'C91.00', 'Acute lymphoblastic leukemia'),
    onsetDateTime: '2019-05-01',
  },
  {
    resourceType: 'Procedure',
    id: 'x-transplant',
    status: 'completed',
    subject,
    code: coded(sct, '70536003', 'Transplant of kidney'),
    performedDateTime: '2021-05-01',
  },
  {
    resourceType: 'Procedure',
    id: 'x-car-t',
    status: 'completed',
    subject,
    code: coded('http://www.cms.gov/Medicare/Coding/ICD10', 'XW033C7', 'Autologous CAR-T'),
    performedDateTime: '2024-05-01',
  },
  {
    resourceType: 'Immunization',
    id: 'x-live',
    status: 'completed',
    patient: subject,
    vaccineCode: coded('http://hl7.org/fhir/sid/cvx', '03', 'MMR'),
    occurrenceDateTime: '2026-03-01',
  },
  {
    resourceType: 'ResearchSubject',
    id: 'x-trial',
    status: 'on-study',
    individual: subject,
    period: { start: '2026-01-01' },
    study: { reference: 'ResearchStudy/x-study', display: 'Another interventional trial' },
  },
  {
    resourceType: 'ResearchStudy',
    id: 'x-study',
    status: 'active',
    title: 'Another interventional trial',
    category: [{ text: 'interventional' }],
    primaryPurposeType: coded('http://terminology.hl7.org/CodeSystem/research-study-prim-purp-type', 'treatment', ''),
  },
  {
    resourceType: 'AllergyIntolerance',
    id: 'x-allergy',
    patient: subject,
    clinicalStatus: active,
    verificationStatus: confirmed,
    type: 'intolerance',
    code: { text: 'Mycophenolate mofetil' },
    reaction: [{ manifestation: [{ text: 'severe leukopenia' }], severity: 'severe' }],
  },
  {
    resourceType: 'AdverseEvent',
    id: 'x-event',
    actuality: 'actual',
    subject,
    date: '2024-06-01',
    event: { text: 'Retinopathy due to hydroxychloroquine' },
    suspectEntity: [{ instance: { display: 'Hydroxychloroquine' } }],
  },
];

function storyNamed(name: string): Story {
  const story = stories.find((each) => each.name === name);
  if (story === undefined) throw new Error(name);
  return story;
}

/** The girl who is a candidate, with much that speaks against it. */
function excludedGirl(): Story {
  const story = storyNamed('candidate-girl');
  const added = against({ reference: `Patient/${String(story.record.patient['id'])}` });
  const record: PatientRecord = { ...story.record, resources: [...story.record.resources, ...added] };
  return { ...story, name: 'excluded-girl', record };
}

export const excluded: Story = excludedGirl();

/** A story as a server holds it: with references within that server, as the demo tells it. */
function held(story: Story): Story {
  const [patient, ...resources] = rebased(isJson(story.bundle) ? story.bundle : {}, story.name).toSorted(
    (a, b) => Number(b.resourceType === 'Patient') - Number(a.resourceType === 'Patient'),
  );
  return {
    ...story,
    record: { ...story.record, patient: patient ?? story.record.patient, resources, fullUrls: [] },
  };
}

export const everyStory: readonly Story[] = [excluded, ...stories.map(held)];
