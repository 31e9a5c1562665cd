// What is sent with a referral: who the patient is, every criterion with its answer, and the evidence, as a FHIR document?

import type { PatientRecord, Resource } from '../fhir/record.ts';
import type { CriterionReport, EvidenceReport } from './evidence-report.ts';
import type { EvidenceJson } from './evidence-json.ts';
import { letterOf, type Consent } from './letter.ts';
import { isConfidential } from '../cards/shown.ts';
import { copiesOf } from './package-copies.ts';
import { words } from './sentences.ts';

export type PackageContext = {
  readonly consent: Consent;
  /** When the document is made, as a FHIR instant. */
  readonly now: string;
  /** A fresh UUID at every call. */
  readonly newId: () => string;
};

type Entry = { readonly fullUrl: string; readonly resource: Resource };

/**
 * A FHIR R4 document Bundle: Composition, Patient, Device as author, a QuestionnaireResponse with the answers, and the resources
 * they rest on, cut down. Every reference resolves inside. Confidential criteria say "see chart" and bring no evidence.
 * @param record the record from which the report was made.
 */
export function referralPackage(record: PatientRecord, report: EvidenceReport, context: PackageContext): Resource {
  const { consent, now, newId } = context;
  const text = words(report.language);
  const newUrl = (): string => `urn:uuid:${newId()}`;
  const { patient, patientUrl, resources } = copiesOf(record, referencesIn(report), newUrl);
  const [compositionUrl, deviceUrl, answersUrl] = [newUrl(), newUrl(), newUrl()];
  const subject = { reference: patientUrl };
  const author = { reference: deviceUrl };
  const { trial, asOf } = report;
  const answers: Resource = {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    subject,
    author,
    authored: now,
    item: report.criteria.map((criterion) => itemOf(criterion)),
  };
  const composition: Resource = {
    resourceType: 'Composition',
    status: 'final',
    type: { coding: [{ system: 'http://loinc.org', code: '57133-1', display: 'Referral note' }] },
    subject,
    date: now,
    author: [author],
    title: text('package.title', { trial: trial.id }),
    section: [
      { title: text('package.letter'), text: narrative(letterOf(report, consent)) },
      { title: text('package.consent'), text: narrative(text(`letter.consent.${consent}`)) },
      { title: text('package.verdicts', { trial: trial.id, date: asOf }), entry: [{ reference: answersUrl }] },
      ...(resources.length === 0
        ? []
        : [{ title: text('package.evidence'), entry: resources.map(({ fullUrl }) => ({ reference: fullUrl })) }]),
    ],
  };
  const entry: readonly Entry[] = [
    { fullUrl: compositionUrl, resource: composition },
    { fullUrl: patientUrl, resource: patient },
    { fullUrl: deviceUrl, resource: deviceOf(report) },
    { fullUrl: answersUrl, resource: answers },
    ...resources,
  ];
  return {
    resourceType: 'Bundle',
    identifier: { system: 'urn:ietf:rfc:3986', value: newUrl() },
    type: 'document',
    timestamp: now,
    entry,
  };

  function itemOf(criterion: CriterionReport): object {
    const { id, name, answer, reason, parts } = criterion;
    const item = { linkId: id, text: `${id} ${name}` };
    if (isConfidential(criterion)) return { ...item, answer: [{ valueString: text('package.see-chart') }] };
    const why = { linkId: `${id}/reason`, text: text('package.reason'), answer: [{ valueString: reason }] };
    return { ...item, answer: [{ valueString: answer, item: [why, ...(parts ?? []).map(itemOf)] }] };
  }
}

/** This program is the author; a person signs the referral itself. */
const deviceOf = ({ engine, protocol }: EvidenceReport): Resource => ({
  resourceType: 'Device',
  status: 'active',
  deviceName: [{ name: 'lupus-trial-cds', type: 'model-name' }],
  version: [
    { value: `${engine.version} (${engine.digest})` },
    { value: `${protocol.id}@${protocol.version} (${protocol.digest})` },
  ],
});

/** What the open criteria and the recorded scores rest on, without anything that a confidential criterion rests on. */
function referencesIn({ criteria, sledai, eularAcr }: EvidenceReport): readonly string[] {
  const of = (evidence: readonly EvidenceJson[]): readonly string[] =>
    evidence.flatMap(({ reference }) => (reference === undefined ? [] : [reference]));
  const all = ({ evidence, parts = [] }: CriterionReport): readonly string[] => [
    ...of(evidence),
    ...parts.flatMap((part) => all(part)),
  ];
  const hidden = new Set(criteria.filter(isConfidential).flatMap((each) => all(each)));
  const scores = [sledai.recorded, eularAcr.recorded].flatMap((each) =>
    each.state === 'found' ? of(each.totals) : [],
  );
  const open = criteria.filter((each) => !isConfidential(each)).flatMap((each) => all(each));
  return [...open, ...scores].filter((reference) => !hidden.has(reference));
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as XHTML: a paragraph per line, nothing of it markup. */
function narrative(plain: string): object {
  const lines = plain.split('\n').filter((line) => line !== '');
  const paragraphs = lines.map((line) => `<p>${line.replaceAll(/[&<>"]/g, (each) => escapes[each] ?? '')}</p>`);
  return {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml">${paragraphs.join('')}</div>`,
  };
}
