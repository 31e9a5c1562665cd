// What do the most frequent spellings of a date and of an instant say, read without a pattern?

import { msPerDay, realDay } from './gregorian.ts';

/** The number that the characters of a text from one place up to another write; NaN if not all of them are digits. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : Number.NaN;
  }
  return number;
}

/** The day of a text that begins with "YYYY-MM-DD". Undefined: it does not, or there is no such date. */
export function plainDay(text: string): number | undefined {
  if (text[4] !== '-' || text[7] !== '-') return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  return Number.isNaN(year + month + day) ? undefined : realDay(year, month, day);
}

/**
 * The instant, in ms since 1970 UTC, of a text that is "YYYY-MM-DDTHH:MM:SS" or "YYYY-MM-DDTHH:MM:SS.sss" with "Z" or an offset.
 * Undefined: it is none of these, or must be looked at more closely.
 */
export function plainInstant(text: string): number | undefined {
  const zone = text[19] === '.' ? 23 : 19;
  const minutesAhead = offsetAt(text, zone);
  if (minutesAhead === undefined || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':') return undefined;
  const day = plainDay(text);
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  const second = digits(text, 17, 19);
  const millisecond = zone === 23 ? digits(text, 20, 23) : 0;
  // None of these holds for NaN.
  const isReal = hour <= 23 && minute <= 59 && second <= 60 && millisecond <= 999;
  if (day === undefined || !isReal) return undefined;
  return day * msPerDay + ((hour * 60 + minute - minutesAhead) * 60 + second) * 1000 + millisecond;
}

/** The minutes by which the zone written at a place, to the end of the text, is ahead of UTC. */
function offsetAt(text: string, at: number): number | undefined {
  if (text.length === at + 1) return text[at] === 'Z' ? 0 : undefined;
  if (text.length !== at + 6 || text[at + 3] !== ':') return undefined;
  const minutes = digits(text, at + 1, at + 3) * 60 + digits(text, at + 4, at + 6);
  if (Number.isNaN(minutes)) return undefined;
  if (text[at] === '+') return minutes;
  return text[at] === '-' ? -minutes : undefined;
}
