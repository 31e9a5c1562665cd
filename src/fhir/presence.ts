// Does a qualitative answer say positive, negative, weak or below the limit of quantification?

import { textsOf } from '../terminology/concept.ts';
import type { Concept } from '../terminology/concept.ts';
import { neverRun } from './not-done.ts';
import type { Presence } from './reading.ts';

/** SNOMED CT qualifiers, LOINC answers and HL7 interpretation codes. */
const byCode: ReadonlyMap<string, Presence> = new Map<string, Presence>([
  ['10828004', 'positive'],
  ['260373001', 'positive'],
  ['11214006', 'positive'],
  ['52101004', 'positive'],
  ['77386006', 'positive'],
  ['260385009', 'negative'],
  ['260415000', 'negative'],
  ['131194007', 'negative'],
  ['2667000', 'negative'],
  ['60001007', 'negative'],
  ['260408008', 'weak'],
  ['82334004', 'weak'],
  ['419984006', 'weak'],
  ['280414007', 'weak'],
  ['42425007', 'weak'],
  ['LA6576-8', 'positive'],
  ['LA11882-0', 'positive'],
  ['LA6577-6', 'negative'],
  ['LA11883-8', 'negative'],
  ['LA9663-1', 'weak'],
  ['LA11884-6', 'weak'],
  ['POS', 'positive'],
  ['DET', 'positive'],
  ['RR', 'positive'],
  ['NEG', 'negative'],
  ['ND', 'negative'],
  ['NR', 'negative'],
  ['IND', 'weak'],
  ['WR', 'weak'],
]);

/** What makes an answer worthless even where it is given, beside what says that the test was never run. */
const unusable =
  /无效|溶血|不合格|not (?:applicable|available)|nicht (?:auswertbar|verwertbar)|invalid|unsatisf|insufficient|ha?emoly[sz]/;
const weak =
  /弱|±|\+\/-|\+-|可疑|疑似|临界|灰区|不确定|待(?:复|确|定|补)|indetermin|equivocal|borderline|inconclusive|gr[ae]y[- ]?zone|weak|trace|微量|to be confirmed|pending|grenzwertig|fraglich|schwach|nicht (?:sicher|eindeutig)|cannot (?:be )?exclude|不能排除|[^\s?]\s*\?+\)?$/;
const belowLimit =
  /(?:<|below)\s*(?:the )?(?:ll?oq|lower limit of quant|定量)|(?:低于|小于)(?:最低)?定量|below (?:the )?(?:lower )?(?:limit of )?quant|(?:<|unter(?:halb)?(?: der)?)\s*(?:bestimmungs|quantifizierungs)grenze|(?:detected|nachweisbar|nachgewiesen|检出|检测到|阳性)[^a-z]*(?:低于|小于|below|<)|positive?[,;: -]+(?:but |aber )?(?:<|below |unter )|detected[^a-z]+(?:but )?(?:not|un)[ -]?(?:quantifiable|able to be quantified)/;
const negative =
  /\bnone (?:detected|seen|found|present)\b|阴性|阴(?!道)|(?:未|没有|无)[^,，。;；]{0,6}(?:检出|检测到|查见|发现)|未查?见|不存在|[检测]不[到出]|(?:非|无)反应性?|negativ|\bneg\b|\b(?:nicht|kein\w*|ohne)\b[^.;,]{0,40}?(?:nachweis(?!grenze)|nachgewiesen|reaktiv|positiv)\w*|(?:<|unter(?:halb)?(?: der)?)\s*nachweisgrenze|non-?\s?reactive|nicht-?(?:reaktiv|nachweisbar|positiv)|\b(?:no|not|nor|without)\b[^.;,]{0,40}?\b(?:detected|reactive|seen|found|present|positive|pregnant)\b|undetect(?:ed|able)|\bnone\b|\babsent\b|(?:低于|小于)(?:最低)?检(?:测|出)(?:下)?限|检(?:测|出)下?限以下|below (?:the )?(?:lower )?(?:limit of )?detect\w*|<\s*(?:lod|(?:最低)?检测下?限|检出限)|\(-\)|^-$|^no$|^无$|^nd$|^nr$|^tnd$|\bnon-?\s?pregnant|未怀孕|未妊娠/g;
const positive =
  /阳性|阳|反应性|检出|检测到|positiv|\bpos\b|rea[ck]tiv|nachweisbar|nachgewiesen|detected|\bpresent\b|\(\+{1,4}\)|^\+{1,4}$|^[1-4]\+$|^\+[1-4]$|^yes$|^有$|^pregnant\b|已怀孕|已妊娠/;

/** It was so at another time. */
const ofAnotherTime = /^(?:known )?(?:previous|prior|former|früher|vorbefund|既往|上次|曾)/;

/** Reads a short answer in English or Chinese, or by the German words of a laboratory. Undefined if it says nothing known, or both at once. */
export function presenceInText(written: string): Presence | undefined {
  const text = written.normalize('NFKC').toLowerCase().replaceAll('≤', '<').replaceAll(/[–—−]/g, '-').trim();
  if (text.length > 80 || neverRun.test(text) || unusable.test(text)) return undefined;
  if (weak.test(text)) return 'weak';
  const rest = text.replaceAll(negative, ' ');
  const isNegative = rest !== text;
  const isPositive = positive.test(rest.trim());
  if (ofAnotherTime.test(text)) return isPositive && !isNegative ? 'weak' : undefined;
  if (isNegative && !isPositive) return 'negative';
  if (belowLimit.test(text)) return 'below-limit';
  return isPositive && !isNegative ? 'positive' : undefined;
}

/** Reads a coded answer by its codes, else by its texts. Undefined if unknown or if they disagree. */
export function presenceOf(concept: Concept): Presence | undefined {
  const coded = concept.codings.flatMap(({ code }) => byCode.get(code.trim().toUpperCase()) ?? []);
  const said = textsOf(concept).flatMap((text) => presenceInText(text) ?? []);
  const answers = new Set([...coded, ...said]);
  const [only] = answers;
  return answers.size === 1 ? only : undefined;
}
