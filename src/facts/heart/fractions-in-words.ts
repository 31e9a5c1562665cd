// Which ejection fractions of the left ventricle do words give, with their numbers?

import { scale, type Interval } from '../../logic/interval.ts';
import { parseQuantity, withDecimalPoints } from '../../logic/quantity.ts';

/** As it is written; without an amount (percent) where the words around it cannot be read. */
type WrittenFraction = { readonly text: string; readonly amount: Interval | undefined };

const number = String.raw`(?:[<>≤≥]=?\s*)?\d{1,3}(?:\.\d+)?\s*%?(?:\s*(?:[-~–—至±]|to|\+\/?-)\s*\d{1,3}(?:\.\d+)?\s*%?)?`;
/** What bounds or changes the value afterwards. */
const changed = String.raw`(?:\s*(?:以[上下]|or (?:more|less|above|below|higher|lower)|[-=]*[→>]|[升降增减上下恢回][^\d,、;。\n]{0,6}[至到为]|(?:(?:in|de)creas|improv|recover|declin|ris|fall|dropp?)\w* to|(?:fell|rose|up|down|now)(?: to)?\s*(?=\d)))?`;
/** The right ventricle, an atrium and the gallbladder eject too. */
const elsewhere = String.raw`(?<![a-z]|右心?[室房]|左心?房|心房|胆囊|(?<![a-z])(?:[rl]a|rv|right ventric(?:ular|le)|right heart|atri(?:al|um)|gall ?bladder)[ :-]{1,2})`;

/** Name, then up to 30 characters without a figure, a comma or the shortening fraction, then one value or range. */
const fraction = new RegExp(
  String.raw`${elsewhere}(?:lv[\s-]?ef|ef|ejection fraction|射血分数)(?![a-z]|[\s-]*(?:slope|斜率))((?:(?!\bfs\b|shortening|缩短)(?:[234]-?d\b|(?<![a-z])sp ?[24]\b|(?<![a-z])a?[24]c[hv]?\b|[^\d\n,、;。<>≤≥])){0,30})(${number}${changed})`,
  'gi',
);

/** Right after one value that of another method: "52 % (biplane Simpson), 60 % by M-mode", ", by M-mode 60 %". */
const method = String.raw`(?:m[\s-]?mode|m型|teich\w*|simpson\w*|biplane|双平面|单平面|辛普森|[23]d|a[24]c|mri|cmr)`;
const joined = String.raw`(?:[\s,、;(]|\b(?:and|or|vs|by|with|using|modified)\b\.?|和|及|或|而|改良)`;
const told = String.raw`(?:[\s:=()约为~-]|method|法|\bis\b|${method})`;
const byAnotherMethod = new RegExp(
  String.raw`^\)?(?:${joined}*${method}${told}*)?\)?${joined}*(?:${method}${told}{0,6}(${number})(?<=%)|(${number})(?<=%)\s*(?:\(|by\b|using\b)\s*(?:modified |biplane )?${method})`,
  'i',
);

/** A comparison in words before the number, with what turns it round. */
const comparison =
  /(?:not? |不)?(?:(?:less|lower|more|greater|higher) than|below|under|above|over|exceed|at (?:least|most)|up to|[小低少大高多]于|不足|不到|超过).*$/i;

/** The number that follows is what is normal, or what it once was. */
const another =
  /\([^)]*(?:normal|正常)|(?:normal|正常)\s*(?:range|value|值|范围)|\bref|参考|previous|prior|baseline|\bfrom\b|target|initial|zuletzt|früher|vormals|vorbefund|im verlauf|较前|既往|上次|前次|原|曾|由|从|自(?!动)/i;

/** What stands before a name that belongs to what is normal, not to the child. */
const ofNormal =
  /(?:(?:normal|reference)\s*(?:range|values?|limits?)|(?:正常|参考)(?:值|范围|区间)?)[^.,;,。;\n\d]{0,12}$/i;
/** Before the name, or after the value, what says that it is the value of another time. */
const ofAnotherTime =
  /(?:previous(?:ly)?|prior|baseline|earlier|initial\w*|zuletzt|früher\w*|vormals|vorbefund|voraufnahme|既往|上次|前次|原|曾|治疗前|术前)[^.;,。\n\d]{0,20}$/i;
const nowAnother = /^[^.;。\n]{0,40}(?:\b(?:now|currently|today)\b|目前|现在?为|本次|今日?为)[^.;。\n\d]{0,12}\d/i;
/** A velocity, a volume, a time. */
const otherUnit = /^\s*(?:[mc]m|m\/s|m[ls]\b|bpm|次)/i;

/** Every ejection fraction of a text, those of several methods each. */
export function fractionsIn(conclusion: string): readonly WrittenFraction[] {
  const words = withDecimalPoints(conclusion.normalize('NFKC'));
  return [...words.matchAll(fraction)].flatMap((match) => {
    const [text, gap = '', value = ''] = match;
    const rest = words.slice(match.index + text.length);
    const before = words.slice(Math.max(0, match.index - 30), match.index);
    if (otherUnit.test(rest) || ofNormal.test(before)) return [];
    const isCut = /\d$/.test(value) && /^[a-z]/i.test(rest);
    const isOld = ofAnotherTime.test(before) || nowAnother.test(rest);
    const amount =
      isCut || isOld || another.test(gap) ? undefined : percentIn(`${comparison.exec(gap)?.[0] ?? ''}${value}`);
    if (amount === 'none') return [];
    const [, named, unnamed] = byAnotherMethod.exec(rest) ?? [];
    const second = named ?? unnamed;
    const amounts = second === undefined ? [amount] : [amount, percentIn(second)];
    return amounts.flatMap((each) => (each === 'none' ? [] : [{ amount: each, text: text.trim() }]));
  });
}

/** "55-60%", ">55 %", "0.62": in percent; `none` for a number that is no ejection fraction, undefined for words that cannot be read. */
function percentIn(text: string): Interval | 'none' | undefined {
  const parsed = parseQuantity(text);
  if (parsed === undefined || (parsed.unit !== '' && parsed.unit !== '%')) return undefined;
  const { low, high } = parsed.interval;
  const asFraction = parsed.unit === '' && low <= 1 && (high <= 1 || !Number.isFinite(high));
  const amount = asFraction ? scale(parsed.interval, 100) : parsed.interval;
  return amount.low > 95 || amount.high < 5 ? 'none' : amount;
}
