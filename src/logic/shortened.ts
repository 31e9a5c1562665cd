// How is a text cut that is too long for its place, without what is left saying something else?

/** What belongs to a number, a date or a ratio. */
const ofNumber = /[\d.,:/–-]/;

/** A number at the end, and half of a character that takes two places. */
const brokenEnd = /(?:\d[\d.,:/–-]*|[\uD800-\uDBFF])$/;

/** The first characters of a text, at most so many. A number is left out rather than cut: 0.58 must not be read as 0.5. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  const isCut = ofNumber.test(text.charAt(most - 1)) || /[\uDC00-\uDFFF]/.test(text.charAt(most - 1));
  return `${(isCut ? kept.replace(brokenEnd, '') : kept).trimEnd()}…`;
}
