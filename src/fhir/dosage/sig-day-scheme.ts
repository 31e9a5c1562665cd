// What does a scheme of the day come to ("1-0-1", "½-0-0-½": morning, noon, evening, night), as German hospitals and medication plans write it?

const part = '(?:1/2|\\d(?:[.,]5)?)';
const unit = '(mg|ml|tabletten?|tabl?\\.?|tablets?|tbl\\.?|kapseln?|kps\\.?|stk\\.?|stück)(?![a-zäöü])';
const scheme = new RegExp(
  `(?:(?<![\\d.,/-])(\\d+(?:[.,]\\d+)?) ?${unit}:? )?(?<![\\w.,/-])(${part}(?: ?- ?${part}){2,3})(?! ?[-/.,]? ?\\d)(?: ?${unit})?(?! ?(?:mo|wk|月|周))`,
  'g',
);

const valueOf = (text: string): number => (text === '1/2' ? 0.5 : Number(text.replace(',', '.')));

/** Four falling numbers may be a taper: only what names a time without a dose, or the same dose at all times, is a scheme. */
const isScheme = (parts: readonly number[]): boolean =>
  parts.some((each) => each > 0) && (parts.includes(0) || parts.every((each) => each === parts[0]));

/** A plain text with every scheme said as the amount of a whole day: pieces, the unit after it, or so often the amount before it. */
export const daySchemes = (plain: string): string =>
  /\d ?- ?\d/.test(plain)
    ? plain.replaceAll(
        scheme,
        (written: string, amount: string | undefined, of: string | undefined, times: string, unitAfter?: string) => {
          const parts = times.split('-').map((each) => valueOf(each.trim()));
          if (!isScheme(parts) || (of !== undefined && unitAfter !== undefined)) return written;
          const sum = parts.reduce((total, each) => total + each, 0);
          const measured = of ?? unitAfter;
          const counted = measured === 'mg' || measured === 'ml' ? measured : 'tablets';
          return `${String(sum * valueOf(amount ?? '1'))} ${counted}/day`;
        },
      )
    : plain;
