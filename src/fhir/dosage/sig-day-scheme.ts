// What does a scheme of the day come to ("1-0-1", "½-0-0-½": morning, noon, evening, night), as German hospitals and medication plans write it?

const part = '(?:1/2|\\d(?:[.,]5)?)';
const unit = '(mg|ml|tabletten?|tabl?\\.?|tablets?|tbl\\.?|kapseln?|kps\\.?|stk\\.?|stück)(?![a-zäöü])';
const scheme = new RegExp(
  `(?:(?<![\\d.,/-])(\\d+(?:[.,]\\d+)?) ?${unit}:? )?(?<![\\w.,/-])(${part}(?: ?- ?${part}){2,3})(?! ?[-/.,]? ?\\d)(?: ?${unit})?(?! ?(?:mo|wk|月|周))`,
  'g',
);

/** "40-0-0 mg", "20-0-20 mg": the amounts themselves. */
const inMass = /(?<![\w.,/-]|m[gl][ :]{1,2})(\d{1,3}(?:[.,]\d)?(?: ?- ?\d{1,3}(?:[.,]\d)?){2,3}) ?mg(?![a-z/])/g;

const valueOf = (text: string): number => (text === '1/2' ? 0.5 : Number(text.replace(',', '.')));

/** Four falling numbers may be a taper: only what names a time without a dose, or the same dose at all times, is a scheme. */
const isScheme = (parts: readonly number[]): boolean =>
  parts.some((each) => each > 0) && (parts.includes(0) || parts.every((each) => each === parts[0]));

const sumOf = (parts: readonly number[]): number => parts.reduce((total, each) => total + each, 0);

const partsOf = (times: string): readonly number[] => times.split('-').map((each) => valueOf(each.trim()));

/** A plain text with every scheme said as the amount of a whole day: pieces, the unit after it, or so often the amount before it. */
export const daySchemes = (plain: string): string =>
  /\d ?- ?\d/.test(plain)
    ? plain
        .replaceAll(inMass, (written: string, times: string) =>
          isScheme(partsOf(times)) ? `${String(sumOf(partsOf(times)))} mg/day` : written,
        )
        .replaceAll(
          scheme,
          (written: string, amount: string | undefined, of: string | undefined, times: string, unitAfter?: string) => {
            const parts = partsOf(times);
            if (!isScheme(parts) || (of !== undefined && unitAfter !== undefined)) return written;
            const measured = of ?? unitAfter;
            const counted = measured === 'mg' || measured === 'ml' ? measured : 'tablets';
            return `${String(sumOf(parts) * valueOf(amount ?? '1'))} ${counted}/day`;
          },
        )
    : plain;
