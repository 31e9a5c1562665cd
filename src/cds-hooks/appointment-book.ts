// What does the service answer when an appointment is booked?

import { z } from 'zod';
import { textsOf } from '../terminology/concept.ts';
import { readBundle } from '../fhir/bundle.ts';
import { conceptsAt } from '../fhir/concept-reader.ts';
import type { Json } from '../fhir/record.ts';
import { patientViewContext, readContext } from './cds-request.ts';
import { patientView } from './patient-view.ts';
import type { Hook } from './hook.ts';

const context = patientViewContext.extend({ appointments: z.looseObject({}) });

/**
 * Specialties that look after children with lupus: rheumatology, nephrology, dermatology, haematology, immunology, the last
 * four also of children.
 * @source HL7 FHIR R4 value set c80-practice-codes (SNOMED CT)
 */
const fittingCodes: ReadonlySet<string> = new Set([
  '394810000',
  '419472004',
  '394589003',
  '419365004',
  '394582007',
  '394803006',
  '418652005',
  '408480009',
  '418535003',
]);

const fittingWords =
  /rheum|lupus|\bsle\b|nephrol|renal|immunol|ha?ematol|dermatol|clinical trial|research|风湿|狼疮|肾|免疫|血液|皮肤|临床研究|临床试验/i;

/** Paediatrics as a whole, not one of its specialties. */
const generalPaediatrics = /^(?:general )?pa?ediatrics?(?: clinic| medicine)?$|^(?:小?儿|普通?儿)(?:内)?科$/i;

/** Whether an appointment is with somebody who looks after children with lupus, or does not say with whom. */
function fits(appointment: Json): boolean {
  const stated = ['specialty', 'serviceType'].flatMap((key) => conceptsAt(appointment, key));
  if (stated.length === 0) return true;
  return [...stated, ...conceptsAt(appointment, 'reasonCode')].some(
    (concept) =>
      concept.codings.some(({ code }) => fittingCodes.has(code)) ||
      textsOf(concept).some((text) => fittingWords.test(text) || generalPaediatrics.test(text.trim())),
  );
}

/** The same answer as when the chart is opened; quiet where every appointment is with another specialty. */
export const appointmentBook: Hook = {
  ...patientView,
  subject: (request) => {
    const { userId, patientId, appointments } = readContext(context, request);
    const booked = readBundle(appointments).entries.map(({ resource }) => resource);
    const none = booked.length > 0 && !booked.some(fits);
    return none ? undefined : { userId, patientId };
  },
};
