// Which warnings beside the matches of a search mean, by statement of the site, that nothing is missing?

import { isJson, objectAt, objectsAt, textAt } from './json.ts';
import type { Json } from './record.ts';

/** "SYSTEM|CODE" of a warning that a server sets beside its answers whether or not something is missing. */
export type HarmlessWarnings = readonly string[];

/** The Bundle without them; anything else, and every other issue, as it was sent. */
export function withoutHarmless(sent: unknown, harmless: HarmlessWarnings): unknown {
  if (harmless.length === 0 || !isJson(sent) || sent['resourceType'] !== 'Bundle') return sent;
  const { entry: entries } = sent;
  if (!Array.isArray(entries)) return sent;
  return { ...sent, entry: entries.flatMap((entry: unknown) => withoutIssues(entry, harmless)) };
}

/** An outcome of which nothing is left is none. */
function withoutIssues(entry: unknown, harmless: HarmlessWarnings): readonly unknown[] {
  const outcome = isJson(entry) ? objectAt(entry, 'resource') : undefined;
  if (!isJson(entry) || outcome?.['resourceType'] !== 'OperationOutcome') return [entry];
  const issues = objectsAt(outcome, 'issue');
  const left = issues.filter((issue) => !isHarmless(issue, harmless));
  if (left.length === issues.length) return [entry];
  return left.length === 0 ? [] : [{ ...entry, resource: { ...outcome, issue: left } }];
}

/** A warning or mere information, and each of its codes is one of those stated. */
function isHarmless(issue: Json, harmless: HarmlessWarnings): boolean {
  const codes = canBeHarmless(issue) ? codesOf(issue) : [];
  return codes.length > 0 && codes.every((code) => harmless.includes(code));
}

/** Only a warning or mere information may be stated to be harmless, an error never. */
export const canBeHarmless = (issue: Json): boolean =>
  ['warning', 'information'].includes(textAt(issue, 'severity') ?? '');

/** "SYSTEM|CODE" of each code that an issue carries, as it may be stated. */
export const codesOf = (issue: Json): HarmlessWarnings =>
  objectsAt(objectAt(issue, 'details') ?? {}, 'coding').map(
    (coding) => `${textAt(coding, 'system') ?? ''}|${textAt(coding, 'code') ?? ''}`,
  );
