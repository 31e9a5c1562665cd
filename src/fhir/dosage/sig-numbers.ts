// Which numbers does a written instruction name, in whatever way it writes them ("2½", "2 1/2", "两片半", "3 (three)")?

const numerals = new Map([
  ...['one', 'once', 'a', '一', '壹'].map((each) => [each, 1] as const),
  ...['two', 'twice', '两', '二', '双'].map((each) => [each, 2] as const),
  ...['three', '三'].map((each) => [each, 3] as const),
  ...['four', '四'].map((each) => [each, 4] as const),
  ...['five', '五'].map((each) => [each, 5] as const),
  ...['six', '六'].map((each) => [each, 6] as const),
  ...['seven', '七'].map((each) => [each, 7] as const),
  ...['eight', '八'].map((each) => [each, 8] as const),
  ...['nine', '九'].map((each) => [each, 9] as const),
  ...['ten', '十'].map((each) => [each, 10] as const),
  ...['twelve', '十二'].map((each) => [each, 12] as const),
]);

/** A number written in digits or as a small English or Chinese numeral. */
export const numeral = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const value = numerals.get(text) ?? Number(text);
  return Number.isFinite(value) && value > 0 ? value : undefined;
};

const vulgar = new Map([
  ['½', '1/2'],
  ['¼', '1/4'],
  ['¾', '3/4'],
  ['⅓', '1/3'],
  ['⅔', '2/3'],
]);

const small = '\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|[一二两三四五六七八九十]';
const mixed = new RegExp(`(?<![\\w./])(${small})(?: ?(?:and|plus|又|[-&+]) ?| )([123])\\/([234])(?![\\d/])`, 'g');
const andHalfPiece = /(?<![\d.])(\d{1,2}|[一二两三四五六七八九十])(片|粒|支|颗|枚|丸)半/g;
/** "one-half tablet" is no range from one to half. */
const oneHalf = /(?<![\w.])(?:one|1)-half\b/g;
const pieceName = '(?:tablets?|tabs?|capsules?|caps?|pills?)(?![a-z])';
/** "Half a tablet", "a half tablet". */
const halfOf = new RegExp(`\\b(?:half (?:of )?an?|a half(?: of an?)?) (?=${pieceName})`, 'g');
/** "A tablet and a half", "two and a half", "two-and-a-half". */
const pieceAndHalf = new RegExp(`(?<![\\w./])(a|${small}) (${pieceName}) and a half\\b`, 'g');
const andHalf = new RegExp(`(?<![\\w./])(${small})[- ]and[- ]a[- ]half\\b`, 'g');
const aPiece = new RegExp(`(?<!\\bof )\\ban? (?=${pieceName})`, 'g');
/** "A quarter of a tablet", "three quarters of a tablet". */
const quarters = new RegExp(`\\b(?:(?:a|one|1)[- ])?(three[- ])?quarters? (?:of an? )?(?=${pieceName})`, 'g');
/** "四分之一": a quarter. */
const chineseFraction = /([二三四])分之([一二三])/g;
const plusHalf = (written: string, whole: string): string => {
  const value = numeral(whole);
  return value === undefined ? written : String(value + 0.5);
};
const saidTwice = new RegExp(`(${small}) ?\\((${small})\\)`, 'g');
/** ".5 tablet" is half a tablet. */
const bareFraction = /(?<![\w.])\.(?=\d)/g;
const thousands = /(?<=(?<![\d.,])\d{1,3}),(?=\d{3}(?!\d))/g;

/** Fractions first: compatibility forms would turn "2½" into "21⁄2". */
export const withoutVulgarFractions = (text: string): string =>
  text.replaceAll(/[½¼¾⅓⅔]/g, (sign) => ` ${vulgar.get(sign) ?? sign}`);

const counted = /(?<![\w.])(\d{1,2}) ?[x×*] ?(\d+(?:\.\d+)?) ?(mg|毫克) ?(?:tablets?|tabs?|capsules?|caps?|片|粒)/g;
const ofStrength = new RegExp(
  `(?<![\\w./-])(${small}) (\\d+(?:\\.\\d+)?)[ -]?(mg) ?(?:tablets?|tabs?|capsules?|caps?)(?![a-z])`,
  'g',
);
const inBrackets = /(?<![\w.])(\d{1,2}) ?\((\d+(?:\.\d+)?) ?(mg|毫克)\) ?(?:tablets?|tabs?|capsules?|caps?|片|粒)/g;
const before = /(?<![\w.])(\d{1,2}) ?[x×*] ?(\d+(?:\.\d+)?) ?(mg|毫克)(?![a-z/])/g;
const after =
  /(?<![\w.])(\d+(?:\.\d+)?) ?(mg|毫克) ?[x×*] ?(\d{1,2})(?! ?(?:[\d./%wm天日周星个月片粒支次]|d\b|days?\b|h|tab|cap|pill|dose|times))/g;

const product = (times: string, mass: string): string => String(Number(times) * Number(mass));

/** "10 x 5 mg tablets" are 50 mg, and so are "ten 5 mg tablets"; "8 (5 mg) tablets" may be one or all of them, as "2 x 25 mg" may be both at once, or one of two doses: from one to all of them. */
export const multiplied = (plain: string): string =>
  plain
    .replaceAll(counted, (_, times: string, mass: string, unit: string) => product(times, mass) + unit)
    .replaceAll(
      ofStrength,
      (_, times: string, mass: string, unit: string) => product(String(numeral(times) ?? Number.NaN), mass) + unit,
    )
    .replaceAll(inBrackets, (_, times: string, mass: string, unit: string) => `${mass}-${product(times, mass)}${unit}`)
    .replaceAll(before, (_, times: string, mass: string, unit: string) => `${mass}-${product(times, mass)}${unit}`)
    .replaceAll(after, (_, mass: string, unit: string, times: string) => `${mass}-${product(times, mass)}${unit}`);

/** The same text with every mixed number as a decimal, a number said in digits and in words said once, and no thousands comma. */
export const plainNumbers = (text: string): string =>
  text
    .replaceAll(thousands, '')
    .replaceAll(bareFraction, '0.')
    .replaceAll(pieceAndHalf, (written: string, whole: string, piece: string) => `${plusHalf(written, whole)} ${piece}`)
    .replaceAll(andHalf, plusHalf)
    .replaceAll(halfOf, '1/2 ')
    .replaceAll(quarters, (_, three?: string) => (three === undefined ? '1/4 ' : '3/4 '))
    .replaceAll(aPiece, '1 ')
    .replaceAll(
      chineseFraction,
      (_, below: string, above: string) => `${String(numeral(above))}/${String(numeral(below))}`,
    )
    .replaceAll(oneHalf, '1/2')
    .replaceAll(saidTwice, (both: string, first: string, second: string) =>
      numeral(first) === numeral(second) ? first : both,
    )
    .replaceAll(mixed, (written: string, whole: string, above: string, below: string) => {
      const value = numeral(whole);
      return value === undefined ? written : String(value + Number(above) / Number(below));
    })
    .replaceAll(andHalfPiece, (written: string, whole: string, piece: string) => {
      const value = numeral(whole);
      return value === undefined ? written : `${String(value + 0.5)}${piece}`;
    });
