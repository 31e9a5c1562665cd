// Which words of an instruction speak of what is handed out, so that its number is no dose ("# 60 tab, 0 Refill(s)", "Disp: 30")?

const pieces = '(?: ?(?:tab(?:let)?|cap(?:sule)?|pill|ea|each|ml|unit)s?(?:\\(s\\))?(?![a-z]))?';
const supply = new RegExp(
  `(?<=[,;.] ?)(?:#|(?:disp(?:ense)?|qty|quantity)\\b:?) ?#? ?\\d+${pieces}|(?<![\\w.])(?:\\d+|no) ?refills?(?:\\(s\\))?|\\brefills?:? ?\\d+|(?:总量|数量|总数|共计|发药|取药):?\\d+(?:片|粒|盒|瓶|支|袋)`,
  'g',
);

/** A plain text without what it says of the supply. */
export const withoutSupply = (plain: string): string =>
  /#|disp|qty|quantity|refill|总[量数]|数量|共计|[发取]药/.test(plain) ? plain.replaceAll(supply, ' ') : plain;
