// On which days of the week is a dose to be given, said in words ("on Mon, Wed and Fri", "MWF", "每周一、三、五")?

const english = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const name = '(?:mon|tues?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:days?|s)?(?![a-z])\\.?';
const englishList = new RegExp(
  `(?<!(?:start|starting|dose|begin|beginning|until|through|stop|end|ending) )(?:\\bon|\\bevery|\\beach) (${name}(?:(?: ?[,/&+] ?(?:and )?| and | )${name})*)(?! ?(?:\\d|,? ?\\d|-|to\\b|through))`,
);
const initials = /\bm[ ,/-]?w[ ,/-]?f\b/;
const chineseList =
  /(?:每|逢)(?:周|星期)([一二三四五六日天](?:[、,和及/]?(?:周|星期)?[一二三四五六日天](?![次天个周日]))*)(?![次天个至到-])/;

/** 1 = Monday … 7 = Sunday, of a text already in lower case; undefined if it names none. A date ("starting on Tue 5/28") names none. */
export function weekdaysIn(plain: string): readonly number[] | undefined {
  if (initials.test(plain)) return [1, 3, 5];
  const inEnglish = englishList.exec(plain)?.[1];
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
