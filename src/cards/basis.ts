// On which day, by which criteria and by which program was the answer made, and has a clinician reviewed the criteria?

import type { Assessment } from '../eligibility/assessment.ts';
import { listIn, type Language } from '../logic/language.ts';
import { joined, type Markdown } from './markdown.ts';
import { phrase } from './phrases.ts';

const shortDigest = (digest: string): string => digest.slice(0, 12);

/** One line of Markdown: day, trial, version and program with twelve digits of each digest, and how many criteria are not reviewed. */
export function basisLine(assessment: Assessment, language: Language): Markdown {
  const { protocol, engine, asOf } = assessment;
  const asked = phrase(language, 'basis.as-of', {
    date: asOf,
    trial: protocol.id,
    version: protocol.version,
    digest: shortDigest(protocol.digest),
    engine: engine.version,
    engineDigest: shortDigest(engine.digest),
  });
  return joined([asked, ...notReviewed(assessment, language)], ' ');
}

/** One sentence while a clinician has not reviewed every single criterion as it stands now. */
function notReviewed({ criteria, notYetReviewed }: Assessment, language: Language): readonly Markdown[] {
  if (notYetReviewed.length === 0) return [];
  const all = criteria.flatMap((each) => each.parts ?? [each]).length;
  const values = { count: notYetReviewed.length, all, ids: listIn(language, notYetReviewed, 'ids') };
  return [phrase(language, notYetReviewed.length < all ? 'basis.some-not-reviewed' : 'basis.none-reviewed', values)];
}
