// What do diagnostic reports conclude in words, and when?

import { isUtf8 } from 'node:buffer';
import { isDamaged, nameOf, textsOf } from '../terminology/concept.ts';
import { conceptsAt, readConcept } from './concept-reader.ts';
import type { ReportEntry } from './entries.ts';
import { objectsAt, textAt } from './json.ts';
import { effectiveOf } from './observation-reader-context.ts';
import type { Resource } from './record.ts';
import { statusDoesNotCount, type Read, type ReaderContext } from './reader-context.ts';

const validStatuses = new Set(['final', 'amended', 'corrected', 'appended']);

/** Plain-text attachments of a report in UTF-8; other formats and encodings are for human eyes. */
function attachedTexts(resource: Resource): readonly string[] {
  return objectsAt(resource, 'presentedForm').flatMap((attachment) => {
    const data = textAt(attachment, 'data');
    const isText = (textAt(attachment, 'contentType') ?? '').startsWith('text/plain');
    if (!isText || data === undefined || data.length >= 200_000) return [];
    const bytes = Buffer.from(data, 'base64');
    return isUtf8(bytes) ? [bytes.toString('utf8')] : [];
  });
}

/** A degree or micro sign alone that was lost between a number and its unit, as in "38 °C" and "45 µmol/L". */
const lostSign = /(?<=\d\s?)\uFFFD{1,2}(?=(?:C|F|mol|g|L|m)\b)/g;

/** Parts of a report that came whole, and those of which letters were lost on the way. */
export function legibleParts(parts: readonly string[]): Pick<ReportEntry, 'conclusion' | 'illegible'> {
  const whole = parts.filter((text) => !isDamaged(text)).join('\n');
  const lost = parts.filter(isDamaged).join('\n');
  return { conclusion: whole === '' ? undefined : whole, ...(lost !== '' && { illegible: lost }) };
}

/** Reads a DiagnosticReport: final, amended, corrected and appended decide; preliminary and partial are only shown. */
export function readReport(resource: Resource, context: ReaderContext): Read<ReportEntry> {
  const concept = readConcept(resource['code'], context.translate);
  if (concept === undefined) return undefined;
  const reference = context.referenceOf(resource);
  const status = (textAt(resource, 'status') ?? '').toLowerCase();
  const preliminary = status === 'preliminary' || status === 'partial';
  if (!validStatuses.has(status) && !preliminary) {
    return { ignored: { reference, name: nameOf(concept), why: statusDoesNotCount(resource) } };
  }
  const conclusionConcepts = conceptsAt(resource, 'conclusionCode', context.translate);
  const named = conclusionConcepts.map((each) =>
    isDamaged(nameOf(each)) ? (textsOf(each)[0] ?? nameOf(each)) : nameOf(each),
  );
  const written = [textAt(resource, 'conclusion') ?? '', ...named, ...attachedTexts(resource)];
  const texts = written.map((text) => (isDamaged(text) ? text.replaceAll(lostSign, '°') : text));
  return {
    entry: {
      reference,
      resource,
      concept,
      when: effectiveOf(resource, context),
      status: preliminary ? 'preliminary' : 'valid',
      ...legibleParts(texts.filter((text) => text !== '')),
      conclusionConcepts,
    },
  };
}
