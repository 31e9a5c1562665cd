// Which words of an instruction speak of visits and tests, so that their rhythm is not that of the dose?

const often =
  '(?:daily|weekly|fortnightly|monthly|(?:once|twice) (?:a |per )?(?:day|week|month)|every (?:other |\\d+ ?)?(?:days?|wks?|weeks?|months?|visits?)|q ?\\d+ ?(?:w|wks?|weeks?|mo|months?))';
const test =
  '(?:labs?|cbc|fbc|lfts?|bloods?|blood (?:tests?|counts?|work|pressure|sugars?|glucose)|monitoring|checks?|check-?ups?|visits?|reviews?|follow[- ]?ups?|weigh(?:t|ing)s?|urinalysis|clinic)';

/** "weekly CBC", "check weight every 2 weeks", "每周复查血常规". */
const followUp = new RegExp(
  [
    `\\b${often}(?: (?!until|till)\\w+)?? ${test}\\b`,
    `\\b(?:check|monitor|recheck|measure|weigh|${test.slice(3)}\\b[^.,;，；。\\d]{0,30}\\b${often}\\b`,
    '[每隔](?:[\\d一两二三四六十]+)?个?(?:周|星期|月|日|天)(?:[\\d一两二三]次)?[^,;，；。\\d]{0,2}(?:复[查诊]|随[访诊]|门诊|监测|检[查测]|化验|查|测)[^,;，；。]*',
    '(?:复[查诊]|随[访诊]|监测|检[查测]|化验)[^,;，；。\\d]{0,10}[每隔][\\d一两二三四六]*个?(?:周|星期|月|日|天)(?:[\\d一两二三]次)?',
    '必要时[^,;，；。]{0,4}(?:复[查诊]|就[医诊]|随[访诊]|门诊|联系)',
    '(?:[\\d一两二三四六]+个?(?:周|月|天|日)后?)(?=复[查诊]|随[访诊]|门诊复)',
  ].join('|'),
  'g',
);

/** Most instructions hold none of these. */
const perhaps =
  /[复随查测]|化验|门诊|就[医诊]|联系|\b(?:lab|cbc|fbc|lft|blood|monitor|check|recheck|visit|review|follow|weigh|urinalysis|clinic|measure)/;

/** A plain text without what it says of visits and tests. */
export const withoutFollowUp = (plain: string): string =>
  perhaps.test(plain) ? plain.replaceAll(followUp, ' ') : plain;
