// What do reports say of the ejection fraction in words alone, without a number?

import { say } from '../../logic/message.ts';
import type { ReportEntry } from '../../fhir/entries.ts';
import { noLimits, type Reading } from '../../fhir/reading.ts';

/** `unclear`: both are said. */
export type FunctionSaid = 'normal' | 'reduced' | 'unclear';

const subject =
  '(?:lv ?ef|ef|(?<!right ventricular |rv )ejection fraction|(?:lv|left ventricular) (?:global )?(?:systolic |pump )?function)';
const fine = '(?:normal|preserved|within (?:the )?normal (?:limits|range)|good)';
const low = '(?:reduced|low(?!er|-| normal)|impaired|depressed|decreased|diminished|poor|abnormal)';
const degree = '(?:mild|moderate|severe|slight|marked|significant|well)(?:ly)?';
const adjective = `(?<fine>${fine})|(?<low>${low})`;
const patterns: readonly RegExp[] = [
  new RegExp(`(?<![\\w-])(?:${adjective}) (?:global |overall |resting )?${subject}(?![a-z])`, 'g'),
  new RegExp(
    `(?<![a-z])${subject}(?![a-z])(?<gap>[ :=]*(?:(?:is|was|remains|appears|now|not|${degree}|to)[ -]+)*)(?:${adjective})(?![a-z]| value| range| >| <)`,
    'g',
  ),
  /(?<!右心?室)(?:lv ?ef|(?<![a-z])ef|射血分数|左心?室(?:整体)?收缩(?:及舒张)?功能)(?<gap>[^\d,、;。\n]{0,8}?)(?:(?<fine>正常(?!值|范围|参考|上限|下限)|尚可|良好)|(?<low>减低|降低|下降|减弱|减退|受损|不全|偏低|异常))/g,
];

const turned = /\bnot\b|未|无|不/;
const turnedBefore = /\b(?:no|not|without)\b[^.;,\n]{0,25}$|(?:无|未见|没有)[^,。;\n]{0,6}$/;
const once = /(?:previous(?:ly)?|prior|baseline|history of|once|risk of|既往|曾|原|上次|前次|病史)[^.;,。\n]{0,15}$/;

function sidesIn(text: string): ReadonlySet<FunctionSaid> {
  const sides = new Set<FunctionSaid>();
  for (const pattern of patterns)
    for (const { index, groups = {} } of text.matchAll(pattern)) {
      const before = text.slice(Math.max(0, index - 40), index);
      if (once.test(before)) continue;
      const isTurned = turned.test(groups['gap'] ?? '') || turnedBefore.test(before);
      sides.add((groups['low'] !== undefined) === isTurned ? 'normal' : 'reduced');
    }
  return sides;
}

/** What a report says of the function of the left ventricle in words; undefined where it says nothing. */
export function functionSaid(conclusion: string): FunctionSaid | undefined {
  const [side, ...others] = sidesIn(
    conclusion
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[ \t]+/g, ' '),
  );
  return others.length === 0 ? side : 'unclear';
}

/** Such words as a result that no number can be read from. */
export function wordsOfReport({ reference, when, status, resource, conclusion = '' }: ReportEntry): Reading {
  const asWritten = conclusion.slice(0, 200);
  return {
    measurement: 'LVEF',
    reference,
    when,
    status,
    resource,
    asWritten: () => asWritten,
    limits: noLimits,
    unreadable: say('heart-function.words-only'),
  };
}
