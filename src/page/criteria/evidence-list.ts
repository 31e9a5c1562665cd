// What in the record speaks for an answer, and where does it stand?

import type { EvidenceJson } from '../../report/evidence-json.ts';
import { table } from '../dom.ts';
import { sourceLink } from '../source.ts';
import type { PageWords } from '../words.ts';

/** One table: date, what, value, resource; undefined without evidence. */
export function evidenceTable(
  title: string,
  evidence: readonly EvidenceJson[],
  words: PageWords,
  sourceOf: (reference: string) => HTMLElement = sourceLink,
): HTMLElement | undefined {
  if (evidence.length === 0) return undefined;
  const dash = '–';
  return table(
    title,
    [words('head.date'), words('head.what'), words('head.value'), words('head.source')],
    evidence.map(({ date, label, value, reference }) => ({
      cells: [
        date === undefined ? dash : words('date', { date }),
        label,
        value ?? dash,
        reference === undefined ? words('computed') : sourceOf(reference),
      ],
    })),
  );
}
