// Which warnings stood beside the matches, and could the site state that they are harmless?

import { tellsOfLoss } from '../fhir/bundle.ts';
import { canBeHarmless, codesOf } from '../fhir/harmless-warnings.ts';
import { isJson, objectAt, objectsAt, textAt } from '../fhir/json.ts';
import type { Json } from '../fhir/record.ts';
import { eachOnce } from '../logic/each-once.ts';

/** One kind of issue that makes a search partial. */
export type Warning = {
  readonly severity: string;
  /** The issue's type, such as "suppressed". */
  readonly issue: string;
  /** "SYSTEM|CODE" of each of its codes, as `harmlessWarnings` takes them. */
  readonly codes: readonly string[];
  /** Whether they may be stated there: an error never, a warning only if each of its codes names its system. */
  readonly mayBeStated: boolean;
};

/** A page of matches, as the issues on it that tell of a loss; undefined for what is no page. */
export function warningsOn(sent: unknown): readonly Warning[] | undefined {
  if (!isJson(sent) || sent['resourceType'] !== 'Bundle') return undefined;
  const issues = objectsAt(sent, 'entry').flatMap((entry) => {
    const outcome = objectAt(entry, 'resource');
    return outcome?.['resourceType'] === 'OperationOutcome' ? objectsAt(outcome, 'issue') : [];
  });
  return issues.filter(tellsOfLoss).map(warningOf);
}

/** With how many pages it stood on. The most frequent first: one that stands on all of them is a standing one. */
export type Counted = Warning & { readonly pages: number };

/** Each kind of issue once. */
export function countedWarnings(pages: readonly (readonly Warning[])[]): readonly Counted[] {
  return [...Map.groupBy(pages.flatMap(eachOnce), (each) => JSON.stringify(each)).values()]
    .flatMap((group) => group.slice(0, 1).map((each) => ({ ...each, pages: group.length })))
    .sort((a, b) => b.pages - a.pages);
}

/** What of an issue may be shown: words and codes of named systems, never its texts, which may name the patient. */
function warningOf(issue: Json): Warning {
  const codes = codesOf(issue);
  const shown = codes.filter((code) => /^(?:https?:\/\/|urn:)[^\s|]{1,200}\|[\w.-]{1,32}$/.test(code));
  return {
    severity: wordIn(issue, 'severity'),
    issue: wordIn(issue, 'code'),
    codes: shown,
    mayBeStated: canBeHarmless(issue) && codes.length > 0 && shown.length === codes.length,
  };
}

const wordIn = (issue: Json, key: string): string => {
  const word = textAt(issue, key) ?? '';
  return /^[a-z-]{1,32}$/.test(word) ? word : 'unnamed';
};
