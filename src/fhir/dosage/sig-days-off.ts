// Does an instruction leave out some days ("skip Sunday", "none on weekends", "周日停", "5 days per week")?

const weekday = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?s?(?![a-z])';
const day = `(?:${weekday}|weekends?\\b|weekdays?\\b)`;
const daysOff = new RegExp(
  [
    `\\b(?:except|skip|omit|hold|held|off|none|no|not|no dose|without)\\b[^.;,\\d]{0,12}\\b${day}`,
    `\\b${day} ?(?:(?:is|are|as) )?(?:off|free|holiday|break)\\b`,
    '\\b[1-6] days? ?(?:a|per|each|every|out of|of|\\/) ?(?:a |the |each |every )?(?:week|wk|7)\\b',
    '\\b\\d+ days (?:out )?of (?:a |each |every |the )?\\d+',
    '\\b(?:days?|weeks?|months?) \\d+ ?(?:-|–|to|through) ?\\d+',
    '\\bnon-?[a-z]+ days?\\b|\\b(?:dialysis|mtx|methotrexate|treatment|school|chemo[a-z]*) days?\\b|\\bdays? without\\b',
    '(?:周|星期)(?:[一二三四五六日末天]){1,2}[^,;，。]{0,3}(?:停|不[服用吃]|休)|除(?:周|星期)[一二三四五六日末天]',
  ].join('|'),
);

/** Of a plain text: whether it names days on which nothing is taken, or that are the only ones. */
export const leavesDaysOut = (plain: string): boolean => daysOff.test(plain);
