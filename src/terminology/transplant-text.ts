// Does a text say that a transplantation was done, or does it only speak of one to come?

import { polarityAt } from './polarity.ts';
import { mentionsIn } from './value-set-index.ts';

const thing = String.raw`(?:[a-z]*transplant(?:s|ation)?|[a-z]*hsct|bmt|pbsct)\b`;
/** Words on the way to the transplant; what comes after one, or stands beside it, is no way to it. */
const onTheWay = String.raw`(?!(?:after|post|following|status|since|and|then|with|history|of|s|p|no|not|without|never)\b)[a-z]+`;
const leading =
  'before|prior to|pre|await(?:s|ing)|waiting for|(?:wait)?listed for|candidate for|scheduled for|plan|planned|planning|pending|upcoming|referr(?:al|ed) for|evaluat(?:ion|ed) (?:for|of)|assess(?:ment|ed) for|consider(?:ed|ing)?|work-?up for|conditioning(?: for)?|preparation for';
const trailing =
  'conditioning|evaluation|assessment|work-?up|candidate|waiting list|waitlist|referral|planned|scheduled|pending|preparation';
const ahead = new RegExp(
  String.raw`\b(?:${leading})[ :,(-]+(?:${onTheWay}[ -]+){0,4}${thing}(?: (?:${trailing})\b)?|(?:\b${onTheWay}[ -]+){0,4}\b${thing}[ -]+(?:(?!post|after|follow)[a-z]+ )?(?:${trailing})\b|\bpre${thing}|(?:等待|拟|(?<!按)计划|准备|待行|预处理)[^,。;后及和并与+]{0,10}移植术?|[^,。;后]{0,10}(?:移植术?|hsct)(?:前(?!后)[^,。;后]{0,8}|预处理|评估|会诊|候选|等待|登记)`,
  'g',
);

const sets = ['organ-transplant', 'hsct', 'transplant-unclear', 'minor-tissue-transplant'] as const;
/** Before words that would else be on the way: "post-transplant evaluation". */
const done = /(?:\b(?:post|after|following|status|history of|s\/p)|后)[ -]*$/;
/** What is no transplantation of an organ or of blood stem cells, whenever it is done. */
const otherThing = /\bf(?:a?e)cal\b|\bhair\b|粪菌|毛发/;

/**
 * True if a text speaks of a transplantation of the patient as prepared for, planned, weighed or waited for ("HSCT conditioning",
 * "移植前评估"), and of none that was done ("肾移植术后，等待二次移植").
 */
export function isTransplantAhead(text: string): boolean {
  const plain = text.normalize('NFKC').toLowerCase();
  if (!/transplant|hsct|bmt|pbsct|移植/.test(plain) || otherThing.test(plain)) return false;
  let found = false;
  const rest = plain.replaceAll(ahead, (said, start: number) => {
    if (done.test(plain.slice(Math.max(0, start - 20), start))) return said;
    found ||= polarityAt(plain, start, start + said.length) !== 'no';
    return '; ';
  });
  if (!found) return false;
  const mentions = mentionsIn(rest);
  return !sets.some((set) => mentions.get(set) === 'yes');
}
