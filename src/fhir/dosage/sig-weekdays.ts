// On which days of the week is a dose to be given, said in words ("on Mon, Wed and Fri", "MWF", "每周一、三、五")?

const english = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const name = '(?:mon|tues?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:days?|s)?(?![a-z])\\.?';
const ahead = '(?<!(?:start|starting|dose|begin|beginning|until|through|stop|end|ending) )';
const and = '(?: ?[,/&+] ?(?:and )?| and | )';
const noDate = '(?! ?(?:,? ?\\d+(?![\\d.]| ?(?:mg|g|ml|tab|cap|pill))|-|to\\b|through))';
/** "On Mon and Wed", and a list of two or more without "on"; a single name without it may be when to come. */
const englishList = new RegExp(
  `${ahead}(?:(?:\\bon|\\bevery|\\beach) (${name}(?:${and}${name})*)|(?<!-)\\b(${name}(?:${and}${name})+))${noDate}`,
);
const initials = /\bm[ ,/-]?w[ ,/-]?f\b/;
const chineseList =
  /(?:每|逢)(?:周|星期)([一二三四五六日天](?:[、,和及/]?(?:周|星期)?[一二三四五六日天](?![次天个周日]))*)(?![次天个至到-])/;

/** True if days of the week are listed without "on": they may be those of something else ("labs Mon and Thu"). */
export const isBareList = (plain: string): boolean =>
  !initials.test(plain) && englishList.exec(plain)?.[2] !== undefined;

/** 1 = Monday … 7 = Sunday, of a text already in lower case; undefined if it names none. A date ("starting on Tue 5/28") names none. */
export function weekdaysIn(plain: string): readonly number[] | undefined {
  if (initials.test(plain)) return [1, 3, 5];
  const found = englishList.exec(plain);
  const inEnglish = found?.[1] ?? found?.[2];
  if (inEnglish !== undefined) {
    const words = inEnglish.match(/(?:mon|tue|wed|thu|fri|sat|sun)/g) ?? [];
    return sorted(words.map((word) => english.indexOf(word) + 1));
  }
  const inChinese = chineseList.exec(plain)?.[1];
  if (inChinese === undefined) return undefined;
  const signs = inChinese.match(/[一二三四五六日天]/g) ?? [];
  return sorted(signs.map((sign) => (sign === '天' ? 7 : '一二三四五六日'.indexOf(sign) + 1)));
}

const sorted = (days: readonly number[]): readonly number[] => [...new Set(days)].sort((a, b) => a - b);
