// Which words of an instruction speak of what is handed out, so that its number is no dose ("# 60 tab, 0 Refill(s)", "Disp: 30")?

const pieces = '(?: ?(?:tab(?:let)?|cap(?:sule)?|pill|ea|each|ml|unit)s?(?:\\(s\\))?(?![a-z]))?';
const supply = new RegExp(
  `(?<=[,;.] ?)(?:#|(?:disp(?:ense)?|qty|quantity)\\b:?) ?#? ?\\d+${pieces}|(?<![\\w.])(?:\\d+|no) ?refills?(?:\\(s\\))?|\\brefills?:? ?\\d+`,
  'g',
);

/** A plain text without what it says of the supply. */
export const withoutSupply = (plain: string): string =>
  /#|disp|qty|quantity|refill/.test(plain) ? plain.replaceAll(supply, ' ') : plain;
