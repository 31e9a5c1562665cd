// What may an abbreviation mean that has other meanings too ("TOF", "ALL", "MI")?
//
// It is written in capitals and proves nothing: what it may mean is a suspicion, for the investigator.

import { polarityAt } from './polarity.ts';
import { valueSetFiles } from './value-set-files.ts';
import type { ValueSetName } from './value-set-names.ts';

const meanings: ReadonlyMap<string, readonly (readonly [ValueSetName, string])[]> = Map.groupBy(
  valueSetFiles.flatMap(([set, { texts }]) => (texts?.short ?? []).map((form) => [set, form] as const)),
  ([, form]) => form,
);

/** A word with a capital in it, with what a hyphen or a slash joins to it ("PA-IVS", "AT/RT"). */
const capitals = /(?<![A-Za-z0-9])(?=[a-z]{0,2}[A-Z])[A-Za-z]+\d?(?:[-/][A-Z]+)?(?![A-Za-z0-9])/g;

/** Words of English, which a text in capitals only may mean as such. */
const words: ReadonlySet<string> = new Set(['ALL', 'AS', 'CAP', 'EAT', 'HAP', 'JET', 'MAT', 'PAN', 'TAK']);

/** What stands before the name of a disease and is no name: "S/P", "rule out", "relapsed", "1.". */
const leading =
  /(?:^|[.,;:+\n，、；。：]|\b(?:and|with|of|for))\s*(?:(?:s\/p|h\/o|k\/c\/o|c\/o|r\/o|hx|history|known|rule|out|exclude|possible|probable|suspected|query|acute|old|prior|previous|chronic|severe|active|recurrent|relapsed|status|post|on|inferior|anterior|lateral|septal|posterior|z\.? ?n\.?|v\.? ?a\.?|\?|\d+[.)])[\s:(]*)*$/i;
/** What follows a name that ends there: its course, its treatment, its time. */
const ended =
  /^\s*(?:$|[.,;)(?/+、，；。])|^\s+(?:s\/p|in|on|with|due|since|from|after|status|diagnosed|flares?|relaps|recurr|remission|resolved|disease|stage|chemo|surgery|repair|via|mwf|tts|tiw|dependent|suspected|ruled|excluded|\?|\()/i;
const figureBefore = /\d\s*$/;
/** Another thing of the same letters: a sequence of an image, a way of saying, a smear. */
const otherThing =
  /^(?:TOF[ -](?:MR|seq|angio)|PAP smear|GCT 1|APL (?:ab|antibod)|PAC (?:placement|insertion|removal|access))/i;

/** Its own text spells an abbreviation out: "multiple sclerosis (MS)", "AI (aortic insufficiency)". */
const speltOutBefore = /\w \($/;
const speltOutAfter = /^ ?\(\s*[A-Za-z]{3,}[ -][A-Za-z]/;
const isSpeltOut = (before: string, after: string): boolean =>
  (speltOutBefore.test(before) && after.startsWith(')')) || speltOutAfter.test(after);
const pluralEnd = /(?<=[A-Z])s$/;

/**
 * The value sets that abbreviations of a text may mean, but for those that it denies or says of a relative. One of two letters is a
 * name only where it stands alone, and one that its own text spells out ("multiple sclerosis (MS)") is none.
 */
export function shortFormsIn(text: string): ReadonlySet<ValueSetName> {
  const normal = text.normalize('NFKC');
  const found = new Set<ValueSetName>();
  let plain: string | undefined;
  for (const match of normal.matchAll(capitals)) {
    const form = match[0].replace(pluralEnd, '');
    const sets = meanings.get(match[0]) ?? meanings.get(form);
    if (sets === undefined || !counts(normal, form, match.index, match.index + match[0].length)) continue;
    plain ??= normal.toLowerCase();
    if (polarityAt(plain, match.index, match.index + match[0].length) === 'no') continue;
    for (const [set] of sets) found.add(set);
  }
  return found;
}

function counts(text: string, form: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (figureBefore.test(before) || otherThing.test(text.slice(start)) || isSpeltOut(before, after)) return false;
  const isAmongCapitals = words.has(form) && !/[a-z]/.test(text);
  if (form.length > 2 && !isAmongCapitals) return true;
  return ended.test(after) && (form.length > 2 || leading.test(before));
}
