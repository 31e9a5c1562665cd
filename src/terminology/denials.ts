// Which words before or after a name deny it, or only speak of it, and does a denial reach the name?
//
// "No leukemia" denies it. "No relapse of leukemia" denies the relapse, and "no rejection after kidney transplant" the rejection: what a
// denial passes on its way to the name may be what it denies, and the name then stays open.

import { someOf } from './word-patterns.ts';

/** `no`: the name is denied. `maybe`: the denial passes something else that it may be of. */
export type Denied = 'no' | 'maybe' | undefined;

/** What a denial may be of where it stands before the name: its course, its treatment, what came after it. */
const passedEnglish =
  'after|since|following|post|despite|due to|because of|secondary to|caused by|across|during|longer|relaps\\w*|recurr\\w*|reject\\w*|complicat\\w*|progress\\w*|residual|recrudesc\\w*|flare\\w*|exacerbat\\w*|worsen\\w*|fail\\w*|sequela\\w*|remission|toxicit\\w*|complian\\w*|adheren\\w*|surger\\w*|interven\\w*|treat\\w*|therap\\w*|medicat\\w*|chemo\\w*|shunt\\w*|recover\\w*|cured|chang\\w*|repair\\w*|disease activity|evidence of disease|nach|seit|rezidiv\\w*|absto\\w*|komplikation\\w*|therapie|behandl\\w*';
const passed = new RegExp(`\\b(?:${passedEnglish})\\b(?!-)`);
/** What is no disease, so that a list of denied diseases ends with it: "no known allergies, leukemia". */
const endsList =
  /\b(?:allerg\w*|complications?|problems?|complaints?|issues?|medications?|evidence of disease|smok\w*|alcohol|tobacco|drug use|shows?)[^,]*,/;
const passedChinese =
  /复发|排斥|并发症|分流|残[留余]|进展|变化|指征|手术|治疗|化疗|后|好转|缓解|加重|(?<!明[显确]|确切|典型|显著|活动性?|新发|急性|严重|可疑|肯定|客观)的/;
/** What is denied of a disease that is there: "no leukemia relapse", "未见白血病复发". */
const denialOfCourse =
  /^[ -](?:relaps|recurr|reject|progress|complicat|flare|exacerb|worsen|residual|sequel)|^[^,。;]{0,3}(?:复发|残[留余]|进展|加重|恶化|排斥|并发症|后遗症|转移|变化)/;

const lastOfList = (text: string): string => text.split(/,|\/|、|\b(?:or|nor|and|oder|und)\b|[及和或与]/).at(-1) ?? '';

/** Where a list of denied diseases ends: after a comma a new statement starts. */
const newStatement =
  ', ?(?:with|has|had|there|now|small|mild|moderate|large|massive|severe|positive|known|active|acute|new|status|s\\/p|post)\\b';
/** After a comma a history may be one more of what is denied, or a new statement. */
const history = /, ?(?:and )?(?:history|hx)\b/;
const englishNo = new RegExp(
  `^.*(?:-ve for|\\b(?:no|not|without|denie[sd]|deny|denying|never|neg(?:ative|\\.)? for|-ve for|kein(?:e[nrms]?)?|ohne|nicht|negativ für|frei von|free of|free from|ruled out|excluded|lack of|resolved without|disproved|disproven|refuted))(?![a-z-])((?:(?!${newStatement}).)*)$`,
);
/** What is missing from birth is no denial of what comes with it: "absent pulmonary valve with tetralogy of Fallot". */
const missing = /(?:\babsent|\bnil|\babsence of(?:(?! with\b| and\b) [a-z-]+){0,3}|\bausgeschlossene[rnsm]?)\s+$/;
const chineseNo =
  /(?:无(?!症状|诱因|明显诱因|明确诱因|菌|痛|热|创|关|功能|需|须)|否认|未见|未发现|未提示|未闻|未检出|未查见|未诉|没有|不伴|不支持|已排除|已除外|不考虑)([^,。;]{0,16})$/;
/** These deny what follows at once, and not what a longer phrase goes on to: "未合并肺炎的室间隔缺损", "未行手术的先心病". */
const chineseNoClose =
  /(?:未(?:累及|侵犯|探及|触及|扪及|及(?!时)|合并|伴|出现|发生|患|诊断)|(?:从未|未曾|并?不是|并非)(?:有|患)?过?|排除了|可排除|可除外)[^,。;的]{0,12}$|不符合[^,。; 的征]{0,6}$|(?:未曾?(?:行|做|接受|进行|实施)|(?:无|不)(?:需|须)要?|未达到?)(?:过|行|做|进行|接受|任何|规律|维持性|异基因|自体|同种异体|器官)*$/;

/** A denial that stands before the name, in the same clause; `after` follows the name. */
export function deniedBefore(before: string, after: string): Denied {
  const inEnglish = englishNo.exec(before)?.[1];
  const inChinese = chineseNo.exec(before)?.[1];
  if (inEnglish === undefined && inChinese === undefined)
    return missing.test(before) || chineseNoClose.test(before) ? 'no' : undefined;
  const isPassed =
    (inEnglish !== undefined &&
      (passed.test(lastOfList(inEnglish)) || endsList.test(inEnglish) || history.test(inEnglish))) ||
    (inChinese !== undefined && passedChinese.test(lastOfList(inChinese)));
  return isPassed || denialOfCourse.test(after) ? 'maybe' : 'no';
}

const otherWords =
  'with|and|but|without|after|following|on|at|by|via|from|since|despite|during|found|seen|diagnosed|where|records?|reports?|notes?|donor|cause|source';
const gap = `(?:(?! (?:${otherWords}|${passedEnglish})\\b)[^.;,:]){0,30}`;
const upToTwoWords = `(?: (?!(?:${otherWords})\\b)\\(?[a-z0-9-]+\\)?){0,2}`;
const noAfter = someOf(
  `^${gap}\\b(?:ruled out|excluded|ausgeschlossen|disprove[nd]|refuted|not (?:seen|found|present|identified|detected)|nicht (?:nachweisbar|nachgewiesen|vorhanden|erkennbar))\\b`,
  '^\\s*[,(:–-]+\\s*(?:(?:was|is|has been|now|since) )?(?:ruled out|excluded|disproved|refuted|ausgeschlossen)\\b',
  '^[^.;,]{0,30}\\bin (?:mother|father|sister|brother|family)\\b',
  `^${upToTwoWords} (?:screening|vaccin\\w+|exposure|contacts?)\\b(?! (?:lens|precaution|isolation|positive|found|detected|showed|revealed))`,
  '^ (?:(?:jirovecii )?pneumonia |infection )?prophyla(?:xis|ctic)\\b',
  '^\\s*[-–—:(,]*\\s*(?:is|are|was|were)?\\s*(?:absent|negative|neg|denied|refuted|disproved)\\b\\s*(?:$|[).;,]|(?:on|in|at|by|with|and|but|today|result|test|screen|pcr)\\b)',
  '^[^,。;后]{0,4}(?:已排除|已除外|可排除|可除外|不支持|不成立)',
  '^(?:诊断|病史|史)?不成立',
  '^[^,。;后]{0,4}未(?:见|发现|提示|检出)(?!复发|残|进展|转移|加重|好转|缓解|变化|排斥|分流|并发|异常|明显变化)',
  '^(?:[^,。;后a-z]{0,3}|(?:pcr|dna|rna|igm|igg)?[^,。;后a-z]{0,2})阴性',
  '^[^,。;]{0,4}(?:疫苗|接触史?|家族史)',
  '^[^,。;后]{0,4}筛查(?!发现|确诊|提示|示|出|阳性)',
  '^ ?\\([-–—−]\\)',
);
export const deniedAfter = (after: string): boolean => noAfter.test(after);

/** "Pericardial effusion: none", "移植史：无", as a form answers. */
export const answeredNo =
  /^(?:病?史|情况)?\s*:\s*(?:none|no|nil|absent|negative|neg|denie[sd]|无|否认?|未见|阴性|\([-–—−]\))\s*(?:seen|found|present|detected)?\s*(?:$|[.;,。\n])/;

/** A heading under which all is denied: "Excluded: tuberculosis, lymphoma". */
const denyingHeading =
  /(?:^|[.;,。\n])\s*(?:refuted|excluded|ruled out|denie[sd]|absent|no history of|ausgeschlossen|否认|已?排除)\s*:[^.;。\n]*$/;
export const underDenial = (upTo: string): boolean => denyingHeading.test(upTo);

/** A test for a disease is not the disease, unless it is said to be positive or to prove it. */
const testAfter = someOf(
  `^(?:(?! (?:on|by|with|via|in)\\b)[^.;,]){0,20}\\b(?:test|tests|testing|antibody|antigen|measurement|assay|panel|serology|culture)\\b(?!.{0,20}(?:positive|proven|confirmed))`,
  '^[^,。;后复随]{0,6}(?:检查|检测|测定|试验)(?!.{0,6}(?:阳性|确诊|提示|示|发现|证实))',
);
const testBefore =
  /\b(?<!adequacy )(?:test(?:s|ed)?|testing|measurement|detection|determination|assay) (?:for|of)\b.{0,30}$/;
export const isTested = (before: string, after: string): boolean => testBefore.test(before) || testAfter.test(after);

/** What only may come, is prevented or looked for. What is found so, and what stands behind a comma or "after", is another matter. */
const spokenOfEnglish =
  /\b(?:risk (?:of|for|factor)|at risk|screen(?:ing|ed)(?!.*\b(?:positive|found|detected|showed|revealed|diagnosed)\b)|exposure to|contact with|exposed to|vaccinat\w+|immuni[sz]ation|prophylaxis|prophylactic|prevention of|prevent|counsel\w+|susceptib\w+|carrier of)\b(.{0,40})$/;
const forAnother =
  /\b(?:follow[- ]?up|surveillance)\b|\b(?:infection|fungal|viral|pneumocystis|pjp|pcp|gvhd|tls|cns|seizure|stroke|dvt|vte|ulcer) prophylaxis (?:for|in|during|with)\b/;
const spokenOfChinese = /(?:预防|筛查|接触|接种|防(?=$))([^,。;]{0,8})$/;
const foundSo = /发现|确诊|提示|示|出|阳性|诊断/;

export function spokenOf(before: string, after: string): Denied {
  const inEnglish = spokenOfEnglish.exec(before)?.[1];
  const inChinese = spokenOfChinese.exec(before)?.[1];
  if (inEnglish === undefined && (inChinese === undefined || foundSo.test(inChinese))) return undefined;
  const isPassed =
    (inEnglish !== undefined && (inEnglish.includes(',') || passed.test(inEnglish) || forAnother.test(before))) ||
    (inChinese !== undefined && passedChinese.test(inChinese));
  return isPassed || denialOfCourse.test(after) ? 'maybe' : 'no';
}

/** What is planned or waited for. */
export const notYet =
  /\b(?:awaiting|waiting for|waitlisted for|listed for|candidate for|scheduled for|planned|planning)(?: (?!post|after|following|confirmation|results?|biopsy)[a-z-]+){0,2} ?$|\bgeplante[rsnm]? $|(?:等待|拟行|计划行|准备行)[^,。;后]{0,6}$|(?<!期)待$/;
