// Does a text say that something is there, that it is not, or that it may be?

import { kinAround } from './relatives.ts';

/** `no` also stands for what concerns a relative, a risk, a screening or a vaccination. */
export type Polarity = 'yes' | 'maybe' | 'no';

const clauseEnd =
  /(?<!\bv\. ?a)[.;:。!\n\r](?=\s|$|[\u3400-\u9fff])|[;。\n]|\b(?:but|however|although)\b|(?:但|现为|现有)/g;

/** What stands before a place, back to the end of the clause before. */
function clauseBefore(plain: string, start: number): string {
  const near = plain.slice(Math.max(0, start - 80), start);
  let from = 0;
  for (const match of near.matchAll(clauseEnd)) from = match.index + match[0].length;
  return near.slice(from);
}

/** What stands after a place, to the end of the clause. */
function clauseAfter(plain: string, end: number): string {
  const near = plain.slice(end, end + 40);
  const stop = near.search(clauseEnd);
  return stop < 0 ? near : near.slice(0, stop);
}

// In English a comma goes on with a list ("no fever, rash or effusion") unless a new statement starts after it.
const englishNo =
  /\b(?:no|not|without|denie[sd]|deny|denying|never|negative for|absence of|absent|kein(?:e[nrs]?)?|ohne|nicht|free of|free from|ruled out|excluded|lack of|nil|resolved without)\b(?:(?!, ?(?:with|has|had|there|now|small|mild|moderate|large|massive|severe|positive|known|active|acute|new|status|history|hx|s\/p|post)\b).)*$/;
const englishOther =
  /\b(?:risk (?:of|for|factor)|at risk|screening|exposure to|contact with|exposed to|vaccinat\w+|immuni[sz]ation|prophylaxis|prophylactic|prevention of|prevent|counsel\w+|susceptib\w+|carrier of)\b.{0,40}$/;
const englishMaybe =
  /\b(?:rule[- ]?out|r\/o|possibl[ey]|probabl[ey]|suspect(?:ed)?|suspicion|suspicious|query|concern(?:ing)? for|evaluat(?:e|ion) (?:of|for)|question(?:able)?|presum\w+|verdacht|ausschluss|likely|unlikely|inconclusive|indeterminate|equivocal|versus|vs|differential|exclude|consider|work-?up for|fears? of|afraid of|(?:worr(?:y|ies|ied)|anxi(?:ety|ous)|concerns?|concerned) (?:about|over|regarding)|(?:education|information|talk|discussion) (?:about|on|regarding)|\?)\b.{0,50}$|\bv\. ?a\..{0,50}$|\?\s*$/;
const chineseNo =
  /(?:无(?!症状|诱因|明显诱因|明确诱因|菌|痛|热|创|关|需|须)|否认|未见|未发现|未提示|未闻|未检出|未查见|未诉|没有|不伴|不支持|已排除|已除外|不考虑)[^,。;]{0,16}$/;
/** These deny what follows at once, and not what a longer phrase goes on to: "未合并肺炎的室间隔缺损", "未行手术的先心病". */
const chineseNoClose =
  /(?:未(?:探及|触及|扪及|及(?!时)|合并|伴|出现|发生|患)|排除了)[^,。;的]{0,12}$|不符合[^,。; 的征]{0,6}$|(?:未曾?(?:行|做|接受|进行|实施)|(?:无|不)(?:需|须)要?|未达到?)(?:过|行|做|进行|接受|任何|规律|维持性|异基因|自体|同种异体|器官)*$/;
const chineseOther = /(?:预防|筛查|接触|接种)[^,。;]{0,8}$|防$/;
const chineseMaybe =
  /(?:疑似|怀疑|可疑|考虑|可能|拟诊|(?<!已)排除(?!了)|(?<!已)除外|待排|倾向|疑|不除外|担心|害怕|担忧)[^,。;]{0,10}$|恐(?:惧)?$/;

const noAfter =
  /^[^.;,]{0,30}\b(?:ruled out|excluded|ausgeschlossen|not (?:seen|found|present|identified|detected|confirmed)|screening|vaccin\w+|exposure|in (?:mother|father|sister|brother|family))\b|^ (?:(?:jirovecii )?pneumonia |infection )?prophyla(?:xis|ctic)\b|^\s*:?\s*(?:is|are|was|were)?\s*(?:absent|negative)\b|^[^,。;]{0,4}(?:已排除|已除外|阴性|未见|不支持|疫苗|接触史|家族史)|^[^,。;后]{0,4}筛查|^ ?\([-–—−]\)/;
/** "Pericardial effusion: none", "移植史：无", as a form answers. */
const answeredNo =
  /^(?:病?史|情况)?\s*:\s*(?:none|no|nil|absent|negative|无|未见|阴性)\s*(?:seen|found|present|detected)?\s*(?:$|[.;,。\n])/;
/** A test for a disease is not the disease, unless it is said to be positive. */
const testAfter =
  /^[^.;,]{0,20}\b(?:test|tests|testing|antibody|antigen|measurement|assay|panel|serology|culture)\b(?!.{0,20}positive)|^[^,。;]{0,6}(?:检查|检测|测定|试验)(?!.{0,6}阳性)/;
const testBefore = /\b(?:test|testing|measurement|detection|determination|assay) (?:for|of)\b.{0,30}$/;
/** Who gives an organ is no receiver, unless the donor is named: "kidney transplant, donor: father". */
const asDonor = /^ donor\s*$|^供[者体]\s*$/;
const maybeAfter =
  /^\s*[)"]?\s*(?:\?|phobia\b|(?:cent(?:er|re)|hospital|institute|clinic)\b(?![- ](?:acquired|associated|onset|admission|admitted|course|treated))|[([]?\s*(?:possible|probable|suspected|unlikely|to be (?:ruled out|excluded)))|^[^.;,]{0,15}\b(?:cannot|can not|not) (?:be )?(?:ruled out|excluded)|^(?! ?(?:复发|活动|加重|进展))[^,。;]{0,3}(?:待排|待查|可能|不除外|不能除外|可疑|\?|待除外|(?<!已)排除)|^恐惧|^(?:治疗)?(?:指征|适应[证症])|^(?:医院|中心)(?:$|就诊|随访|门诊)/;
/** A longer name that is doubted at its end ("结核性胸膜炎待排"), unless it goes on to another disease. */
const longerMaybe = /^[^,。;\s(合伴并继及和与、后史]{4,8}(?:待排|待查|\?|不除外|不能除外)[查除]?\s*(?:$|[,。;)])/;
/** What is only looked into, planned or waited for; what comes after it ("肾移植术后评估") has happened. */
const lookedInto =
  /^(?: (?!post|after|follow|recipient|status)[a-z-]+){0,2} (?:evaluation|assessment|work-?up|candidate|referral|consult\w*|education|planning)\b|^ (?:ist |wird )?(?:geplant|vorgesehen)\b|^[^,。;后]{0,4}(?:计划中|评估|会诊|咨询|宣教|教育|筛选|配型)/;
const notYet =
  /\b(?:awaiting|waiting for|waitlisted for|listed for|candidate for|scheduled for|planned|planning)(?: (?!post|after|following)[a-z-]+){0,2} ?$|\bgeplante[rsnm]? $|(?:等待|拟行|计划行|准备行)[^,。;后]{0,6}$|(?<!期)待$/;

/** One quick look: without any of these beginnings none of the patterns above can match. */
const trigger =
  /\b(?:no|not|without|den[iy]|never|neg|abs|free|rul|excl|lack|nil|resol|fam|mat|pat|mot|fat|sis|bro|sib|par|gra|cou|aun|unc|don|at|ris|scr|exp|con|vac|imm|pro|pre|sus|can|car|ref|edu|pla|kei|ohn|nic|mut|vat|bru|gro|don|of|nie|nep|awa|wai|lis|sch|r\/o|pos|sup|que|eva|unl|lik|ver|v\.|vs|dif|aus|fea|wor|in|equ|to|tes|ant|mea|ass|pan|ser|cul|det|anx|afr|inf|tal|dis|pho|gep|vor|cen|hos|ins|cli)|[?\u3400-\u9fff]|\([-–—−]\)/;

/** How a text speaks of the words from `start` to `end` of it (lower case, single width). */
export function polarityAt(plain: string, start: number, end: number): Polarity {
  const before = clauseBefore(plain, start);
  const after = clauseAfter(plain, end);
  if (answeredNo.test(plain.slice(end, end + 40))) return 'no';
  const upTo = plain.slice(Math.max(0, start - 80), start);
  if (!trigger.test(before) && !trigger.test(after) && !upTo.includes(':')) return 'yes';
  const kin = kinAround(before, plain.slice(start, end), after, upTo);
  if (kin === 'maybe-donor') return 'maybe';
  const tested = testBefore.test(before) || testAfter.test(after);
  if (kin === 'relative' || tested || notYet.test(before) || englishOther.test(before) || chineseOther.test(before))
    return 'no';
  const negated =
    englishNo.test(before) || chineseNo.test(before) || chineseNoClose.test(before) || noAfter.test(after);
  const doubted =
    englishMaybe.test(before) ||
    chineseMaybe.test(before) ||
    maybeAfter.test(after) ||
    asDonor.test(after) ||
    (plain[end - 1] !== '后' && (lookedInto.test(after) || longerMaybe.test(after)));
  if (doubted && !/(?:no|without) (?:suspicion|concern)|不考虑|未达到?$/.test(before)) return 'maybe';
  return negated ? 'no' : 'yes';
}
