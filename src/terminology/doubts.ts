// Which words before or after a name say that what it names may be there, and may not?

import { someOf } from './word-patterns.ts';

const english = someOf(
  '\\b(?:rule[- ]?out|r\\/o|possibl[ey]|probabl[ey]|suspect(?:ed)?|suspicion|suspicious|query|concern(?:ing)? for|evaluat(?:e|ion) (?:of|for)|question(?:able)?|presum\\w+|likely|unlikely|inconclusive|indeterminate|equivocal|versus|vs|differential|exclude|consider(?:ed|ing)?|work[ -]?up for|fears? of|afraid of|(?:worr(?:y|ies|ied)|anxi(?:ety|ous)|concerns?|concerned) (?:about|over|regarding)|(?:education|information|talk|discussion) (?:about|on|regarding)|ddx?|c\\/f|doubtful|dubious|tentative\\w*|provisional\\w*|unconfirmed|working (?:diagnosis|dx)|misdiagnos\\w*|erroneous\\w*|incorrect(?:ly)?|suggestive of|suggest(?:s|ing)|compatible with|(?:may|might|could) (?:be|have|represent|reflect|indicate)|(?:confirmation|investigat\\w+|look(?:ing)?|watch|assess\\w*) (?:of|for)|not (?:\\w+ )?(?:excluded|ruled out)|\\?)(?![a-z]).{0,50}$',
  '\\bpotential(?:ly)?(?: [a-z-]+)? $',
  '\\b(?:cancell?ed|declin\\w+|refus\\w+|recommend\\w*|advis\\w+|future|upcoming|(?:may )?needs?|discuss\\w*|defer\\w*|postpon\\w*|aborted)\\b:? (?:(?!after|post|following|with|and|since)[a-z-]+ ){0,2}$',
  '\\?\\s*$',
);
const german = someOf(
  '\\b(?:verdacht\\w*|verd\\.|v\\. ?a\\.|va\\.|d\\. ?d\\.|z\\. ?a\\.|differen[tz]ialdiagn\\w*|ausschlu\\w*|frgl\\.|fraglich\\w*|wahrscheinlich\\w*|möglich\\w*|vermutlich\\w*|hinweise? (?:auf|für)|eventuell|evtl\\.|arbeitsdiagnose|abklärung|unklar\\w*|nicht (?:\\w+ )?(?:ausgeschlossen|auszuschlie)\\w*).{0,50}$',
  '\\b(?:vor|listung zur|gelistet (?:zur|für)|abgesagte|abgelehnte|empfohlene)\\s+$',
);
const chinese = someOf(
  '(?:疑似|怀疑|可疑|考虑|可能|拟诊|(?<![已可])排除(?!了)|(?<![已可])除外|待排|倾向|疑|不除外|担心|害怕|担忧|警惕|鉴别|误诊为?)[^,。;]{0,10}$',
  '(?:注意(?!力|缺陷)|似|初步诊断)[^,。;]{0,4}$',
  '(?:取消|建议|推荐|拒绝|放弃|推迟|暂缓|(?<![无不未])需要?|必要时)(?:行|做|进行|接受)?$',
  '恐(?:惧)?$',
);

/** Whether words before the name, in the same clause, doubt it. */
export const doubtedBefore = (before: string): boolean =>
  english.test(before) || german.test(before) || chinese.test(before);

const deniedDoubt =
  /\b(?:no|without|not)(?: any| a)? (?:need|indication|suspicion|suspicious|suspected|concern\w*|suggest\w*|possible|probable)|\b(?:kein(?:e[nrms]?)?|ohne) (?:\w+ )?(?:verdacht|hinweis|anhalt)|不考虑|未达到?$|无$/;

/** A doubt that is denied is a denial: "no suspicion of", "kein Anhalt für", "不考虑". */
export const deniesDoubt = (before: string): boolean => deniedDoubt.test(before);

const notSure =
  'possible|probable|suspected|unlikely|likely|unconfirmed|questionable|doubtful|presumptive|presumed|provisional|tentative|query';
const after = someOf(
  '^\\s*[)"]?\\s*\\?',
  '^\\s*[)"]?\\s*(?:phobia\\b|(?:cent(?:er|re)|hospital|institute|clinic)\\b(?![- ](?:acquired|associated|onset|admission|admitted|course|treated)))',
  '^\\s*[)"]?\\s*[([]?\\s*(?:possible|probable|suspected|unlikely)',
  '^\\s*[)",–-]*\\s*[([]?\\s*(?:to be (?:ruled out|excluded|confirmed|considered)|under (?:investigation|evaluation|consideration|work-?up)|(?:is )?in (?:the )?differential|(?:is )?a (?:consideration|possibility)|pending(?: confirmation| work-?up)?|(?:was )?not (?:yet )?confirmed|misdiagnos\\w+)\\s*(?:$|[)\\].;,])',
  '^\\s*[)",–-]*\\s*(?:vs\\b|versus\\b|is (?:in the differential|a consideration))',
  `^\\s*[)",–-]*\\s*[([]?\\s*(?:(?:is|was) )?(?:${notSure})\\s*(?:$|[)\\].;,])`,
  '^\\s*[,(–-]+\\s*(?:working (?:diagnosis|dx)|differential|ddx?|r\\/o|rule out|tbc)\\s*(?:$|[)\\].;,])',
  "^[^.;,]{0,15}\\b(?:can ?not|can['’]t|could ?not|couldn['’]t|not|never)\\b(?: (?:be|been|yet|entirely|completely|fully|definit\\w+|totally|formally|reliably|safely|as))* (?:ruled out|excluded)",
  '^(?! ?(?:复发|活动|加重|进展))(?:(?![伴合并继及])[^,。;]){0,3}(?:待[排查诊定]|待除外|待确诊|待明确|待证实|可能(?!合并|伴|累及|继发|出现)|不除外|不能除外|不可排除|不可除外|不能排除|可疑|\\?|(?<![已可])(?:排除|除外)(?=$|[,。;)])|拟诊|疑诊|存疑|倾向|需?警惕|需?鉴别|高度怀疑|暂不考虑|不完全(?:除外|排除)|证据不足|误诊)',
  '^[^,。;]{0,3}(?:尚|暂|仍)?未(?:完全)?(?:排除|除外|确诊|明确|证实)',
  '^(?:的)?诊断(?:尚)?(?:不明|未明|待定|依据不足|不确定|存疑)',
  '^样(?:改变|表现|病变)',
  '^\\s*[,(:–—-]*\\s*(?:(?:is|was|has been) )?(?:cancell?ed|declined|refused|postponed|aborted|deferred|planned|scheduled|recommended|advised|not (?:performed|done|carried out|started|indicated)|abgesagt|abgelehnt|empfohlen|nicht (?:durchgeführt|erfolgt))(?![a-z])',
  '^\\s*[(,]?(?:取消|拒绝|推迟|暂缓|放弃|未(?:行|做|进行|实施))',
  '^恐惧|^(?:治疗)?(?:指征|适应[证症])|^(?:医院|中心)(?:$|就诊|随访|门诊)',
  '^[^.;,]{0,25}\\bnicht (?:\\w+ )?(?:ausgeschlossen|auszuschlie)',
  '^\\s*[(,]?\\s*(?:möglich|wahrscheinlich|fraglich|denkbar|ungesichert|nicht (?:gesichert|bestätigt)|in abklärung|v\\. ?a\\.?(?!\\.)|d\\.? ?d\\.?(?!\\.)|verdacht)\\s*(?:$|[);,])',
);
/** A longer name that is doubted at its end ("结核性胸膜炎待排"), unless it goes on to another disease. */
const longerName = /^[^,。;\s(合伴并继及和与、后史]{4,8}(?:待排|待查|\?|不除外|不能除外)[查除]?\s*(?:$|[,。;)])/;
/** Who gives an organ is no receiver, unless the donor is named: "kidney transplant, donor: father". */
const asDonor = /^ donor\s*$|^供[者体]\s*$/;
/** What is only looked into, planned or waited for; what comes after it ("肾移植术后评估") has happened. */
const lookedInto =
  /^(?: (?!post|after|follow|recipient|status)[a-z-]+){0,2} (?:evaluation|assessment|work-?up|candidate|referral|consult\w*|education|planning)\b|^ (?:ist |wird )?(?:geplant|vorgesehen)\b|^[^,。;后]{0,4}(?:计划中|评估|会诊|咨询|宣教|教育|筛选|配型)/;

const apartBefore = /[与和同跟][^。;]{0,16}$/;
const apartAfter = /^[^。;]{0,16}鉴别/;

/** "需与肺结核、淋巴瘤相鉴别" */
export const toBeToldApart = (before: string, text: string): boolean =>
  apartBefore.test(before) && apartAfter.test(text);

/** Whether words after the name doubt it; `isPast`: the name itself says that it has happened. */
export const doubtedAfter = (text: string, isPast: boolean): boolean =>
  after.test(text) || asDonor.test(text) || (!isPast && (lookedInto.test(text) || longerName.test(text)));

/** A heading under which all is doubted: "DDx: leukemia, lymphoma". */
const doubtingHeading =
  /(?:^|[.;,。\n])\s*(?:ddx?|d\.d\.|d\/dx|(?:in the )?differential(?: diagnos[ie]s)?|differen[tz]ialdiagnos\w*|rule out|r\/o|to (?:rule out|exclude)|suspected|possible|probable|query|not excluded|cancell?ed|planned|declined|recommended|verdachtsdiagnosen?|鉴别诊断|待排(?:诊断)?|疑诊|可疑|取消|拟行|建议)\s*:[^.;。\n]*$/;
export const underDoubt = (upTo: string): boolean => doubtingHeading.test(upTo);
