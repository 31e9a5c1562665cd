// What would orders change, where the answers with and without them are written down by hand?

import type { Assessment, CriterionResult } from '../../src/eligibility/assessment.ts';
import { whatIf, type WhatIf } from '../../src/eligibility/what-if.ts';
import type { Draft } from '../../src/fhir/drafts.ts';
import type { Evidence } from '../../src/logic/finding.ts';
import { verbatim } from '../../src/logic/message.ts';
import type { Verdict } from '../../src/logic/verdict.ts';
import { patientRecordOf } from '../builders.ts';
import { assessmentOf, criterion } from '../cards/assessments.ts';

/** Every assessment is of this day; the 180th after it is the last that is foreseen. */
export const today = '2026-06-01';
export const draft = (text: string): Draft => ({
  order: { resourceType: 'MedicationRequest' },
  names: [{ codings: [], text }],
  studies: [],
});
export const one = [draft('paracetamol')];
/** What an order would bring about, as evidence. */
export const fromOrder = (number: number): Evidence => ({
  reference: `MedicationRequest/if-carried-out-${String(number)}`,
  label: verbatim('order'),
});

/** With the changes of E9 or of the part I2.agents: "2026-07-01 met, 2026-07-29 not-met". */
export type Answer = readonly [criteria: CriterionResult | readonly CriterionResult[], changes?: string];

export const assessed = ([criteria, changes = '']: Answer, more: Partial<Assessment> = {}): Assessment => {
  const all = [criteria].flat();
  const changing = all.some(({ id }) => id.startsWith('E')) ? 'E9' : 'I2.agents';
  const told = changes.matchAll(/(\S+) ([a-z-]+)/g);
  return assessmentOf(all, {
    changes: [...told].map(([, on = '', becomes]) => ({ criterion: changing, on, becomes: becomes as Verdict })),
    ...more,
  });
};

export const compare = (before: Answer, after: Answer, drafts = one): WhatIf =>
  whatIf(({ resources }) => assessed(resources.length === 0 ? before : after), patientRecordOf([]), drafts);

export const vaccine = (verdict: Verdict, ...evidence: CriterionResult['evidence']): CriterionResult =>
  criterion('E9', verdict, { evidence });
export const agents = (verdict: Verdict, whole = verdict, ...evidence: CriterionResult['evidence']): CriterionResult =>
  criterion('I2', whole, { parts: [criterion('I2.agents', verdict, { evidence })] });
