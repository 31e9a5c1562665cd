// Which words of a Dosage are its instruction?

import { textAt } from '../json.ts';
import type { Json } from '../record.ts';

/** Its text, else what is written for the patient; undefined without either. */
export const instructionOf = (dosage: Json): string | undefined =>
  textAt(dosage, 'text') ?? textAt(dosage, 'patientInstruction');
