// Which words of an instruction say that the dose beside them is not simply taken: when needed, never, only if ill, less each week?

import { isDamaged } from '../../terminology/concept.ts';
import { leavesDaysOut } from './sig-days-off.ts';

const asNeeded = /\bprn\b|\bp\.r\.n|as needed|if needed|when needed|as required|if required|必要时|需要时|按需|备用/;
/** A need that is spoken of in words of its own ("50 mg daily. Repeat as needed", "必要时加用…") may be for something else. */
const besides =
  /[.;] ?(?=[a-z])[^.;]*(?:\bprn\b|as needed|if needed|when needed|as required)|\b(?:repeat|additional|extra|another|increase)\b[^.;]*(?:\bprn\b|as needed|if needed|when needed)|必要时(?:可|再)?(?:加|联合|增|减|调|停|改|重复)/;
const relative =
  /\btaper|reduc(?:e|ing)(?! to)|decreas(?:e|ing)(?! to)|\bincreas(?:e|ed|ing) by\b|\bwean|减量|递减|逐渐减|每[^,;]*减(?![至为到])|减(?=\d)|加量(?![至到])/;
const unspecified = /as directed|遵医嘱/;
const notGiven =
  /^(?:please |patient to |pt to )?(?:hold|held|stop(?:ped)?|discontinued?|d\/c|do not (?:take|give|use|start)|don't (?:take|give)|not taking|停[用服药止]|已停|暂停|暂不|未服|未用|禁用|勿服)(?!.{0,3}date)/;
/** "40 mg daily - HOLD", "ON HOLD: 40 mg daily", "40 mg daily (stopped)". */
const halted =
  /\bon hold\b|\bheld (?:for|since|due|pending)\b|[-–:,.(] ?(?:hold|held|discontinued|stopped)\)? ?[.!]?$|(?<![\u4e00-\u9fff])(?:已?暂停|已?停用?|已停药)\)?$/;
/** "(Patient not taking)", "previously 40 mg daily", "拟40mg qd": no dose that is taken now. */
const notTaken =
  /\bnot (?:currently )?taking\b|\btaking differently\b|\b(?:refus|declin)(?:es|ed)\b|\bused to (?:take|be)\b|\b(?:previously|formerly)\b|\bin the past\b|\b(?:finished|completed) (?:an? |the |his |her )?course\b|^(?:history of|h\/o)\b|既往|曾经?[服用口]|(?<![\u4e00-\u9fff])(?:原|拟)(?=\d)|拟[服用予]|拒[服绝]/;
const onCondition =
  /stress[- ]dos|sick[- ]day|\b(?:if|when|in case of|during) (?:you (?:are|have) |patient is |there is )?(?:ill|sick|unwell|fever|febrile|flar|relaps|vomit|surgery|illness|infection)|\bonly (?:for|during|in) (?:flares?|relapses?|emergenc(?:y|ies))\b|\bfor (?:flares?|relapses?|emergenc(?:y|ies)) only\b|\bin case of\b|\bwhen (?:there is |having |you have )?(?:\w+ )?pain\b|\bemergency (?:dose|use|kit)|^emergency\b|应激|(?:如|若|遇)[^,;，。]{0,3}(?:发热|感染|手术|复发)/;
/** "2 in the morning and 1 tablet at night", "早1，晚1片": a number of nothing beside one of something. */
const bareCount =
  /(?<!\b(?:at|around|by|to) |[@\d:.,/-] ?)\b(?:\d{1,2}(?:\.\d+)?|one|two|three|four|five|six|half) (?:(?:in the|at|every|each|with) (?:morning|noon|midday|lunch|afternoon|evening|night|bedtime|breakfast|dinner|[ap]m\b)|q[ap]m\b|q?hs\b)|(?<![\d.,/])[1-3]\/[2-4] (?:(?:in the|at|every|each|with) |q?[ap]m\b|q?hs\b)|\b(?:in the morning|at noon|in the afternoon|in the evening|at night|at bedtime):? \d{1,2}(?:\.\d+)?(?= ?(?:[,;]|and\b|$))|[早中午晚](?:\d{1,2}(?:\.\d+)?|[一二两三四五六半])(?=[,，、早中午晚]|$)/;
/** "Call if fever" is no condition of the dose. */
const contact =
  /\b(?:call|contact|tell|notify|see|seek|return)\b[^.;]*|如[有出][^,;，。；]*(?:就[诊医]|随诊|复诊|联系)[^,;，。；]*/g;
/** "Do not stop or taper suddenly", "to reduce inflammation", "勿自行减量": advice that changes no dose. */
const advice = new RegExp(
  [
    String.raw`\b(?:do not|don't|never|must not|should not|avoid)\b[^.;,]*?\b(?:stop|taper|reduc|wean|decreas|discontinu)[^.;,]*`,
    String.raw`\b(?:do not|don't|never) (?:take|give|use|start) (?:with|on|more|other|any other|together|if|before|after|within|at|during)\b[^.;,]*`,
    String.raw`\b(?:to|helps?|may|will|can) (?:reduce|decrease) (?!by\b|to\b|the dose|dose|\d|gradual|slow|as\b|every|each|week)[^.;,]*`,
    '(?:勿|不可|不得|不要|不能|禁止|避免)[^,;，。；]{0,6}(?:减|停)[^,;，。；]*|停药[需前应须请][^,;，。；]*',
  ].join('|'),
  'g',
);
const withoutAdvice = (part: string): string => part.replaceAll(advice, ' ').trim();
const changesOrStops = (part: string): boolean => relative.test(part) || halted.test(part) || notTaken.test(part);
const isConditional = (part: string): boolean => onCondition.test(part.replaceAll(contact, ' '));

/** True if the words say that it is taken only when needed. */
export const speaksOfNeed = (part: string): boolean => asNeeded.test(part);

/** True if the need may be that of something else than the dose. */
export const isNeededBesides = (part: string): boolean => besides.test(part);

/** "Hold if ALT is above 100" is a condition under which it is not given. */
const underCondition = /\b(?:if|when|for|unless)\b|若|如/;

/** True if the words change, forbid or bind to a condition whatever dose there is. */
export function deniesDose(written: string): boolean {
  const part = withoutAdvice(written);
  return (
    changesOrStops(part) ||
    leavesDaysOut(part) ||
    (notGiven.test(part) ? !underCondition.test(part) : isConditional(part))
  );
}

/** True if the words deny the dose, or lost letters on the way: they give no amount that is taken. */
export function isUnread(written: string, hasAmount: boolean): boolean {
  const part = withoutAdvice(written);
  return (
    isDamaged(written) ||
    changesOrStops(part) ||
    (hasAmount
      ? bareCount.test(part) || notGiven.test(part) || isConditional(part)
      : leavesDaysOut(part) || unspecified.test(part))
  );
}
