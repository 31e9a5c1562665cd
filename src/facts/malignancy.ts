// Did the patient ever have a malignant neoplasm?

import type { Finding } from '../logic/finding.ts';
import { say } from '../logic/message.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import type { Concept } from '../terminology/concept.ts';
import { everHad } from './history.ts';
import type { Screening } from './screening.ts';

/**
 * A confirmed malignant neoplasm or a personal history of one, at any time and in any clinical status: `met`.
 * In situ, borderline, unnamed, provisional and suspected neoplasms, care for one, and procedures and recent reports that name one, go to the investigator; benign ones and relatives' do not count.
 * @source NCT06222853 exclusion criterion 11; readings: clinical specification 1.4-S and section 7, E11
 */
export const everHadMalignancy = (record: IndexedRecord, screening: Screening, reportDays: number): Finding =>
  everHad(record, screening, {
    what: say('malignancy.what'),
    proving: ['malignancy', 'malignancy-history'],
    judged: ['in-situ-or-borderline-neoplasm', 'neoplasm-unclear', 'cancer-treatment'],
    apart: benign(record),
    provedBy: () => false,
    searches: ['conditions', 'procedures'],
    reportDays,
  });

const graver = ['malignancy', 'malignancy-history', 'in-situ-or-borderline-neoplasm'] as const;

/** Diagnoses and procedures of a neoplasm that a code or a name calls benign, and none calls anything graver. */
function benign(record: IndexedRecord): ReadonlySet<string> {
  const isBenign = ({ concept }: { readonly concept: Concept }): boolean => {
    const { sets, suspected } = record.meaning(concept);
    return sets.get('benign-neoplasm') === 'in' && !graver.some((set) => sets.has(set) || suspected.has(set));
  };
  return new Set([...record.conditions, ...record.procedures].filter(isBenign).map(({ reference }) => reference));
}
