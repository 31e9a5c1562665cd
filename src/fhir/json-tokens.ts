// What does one string or number of a JSON text say, judged from its bytes?

const text = new TextDecoder();

/** Keys that could reach an object's prototype. */
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The position of the quote that ends the string whose first character is at `from`; where none does, one not before `size`. */
export function stringEnd(bytes: Uint8Array, from: number, size: number): number {
  let at = from;
  for (; at < size; at += 1) {
    const byte = bytes[at];
    if (byte === 0x22) return at;
    if (byte === 0x5c) at += 1;
  }
  return at;
}

/** What may stand after a backslash but for u. */
const escapes: ReadonlySet<number> = new Set(new TextEncoder().encode('"\\/bfnrt'));

const isHexadecimal = (byte = 0): boolean =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);

/** 1 for every byte that does not stand for itself inside a string: a quote, a backslash, a control character. */
const special = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 0x20 || byte === 0x22 || byte === 0x5c ? 1 : 0));

/** The position of the first byte that does not stand for itself inside a string: mostly that of the quote at its end; at most `size`. */
export function plainEnd(bytes: Uint8Array, from: number, size: number): number {
  let at = from;
  // Four at once, since the processor guesses wrongly whenever a loop ends, and here it would end with every string.
  while (
    at + 3 < size &&
    (special[bytes[at] ?? 0] ?? 0) +
      (special[bytes[at + 1] ?? 0] ?? 0) +
      (special[bytes[at + 2] ?? 0] ?? 0) +
      (special[bytes[at + 3] ?? 0] ?? 0) ===
      0
  )
    at += 4;
  while (at < size && special[bytes[at] ?? 0] === 0) at += 1;
  return at;
}

/** As `stringEnd`; the negative of it where JSON forbids something inside the string, or it does not end. */
export function textEnd(bytes: Uint8Array, from: number, size: number): number {
  let allowed = true;
  let at = plainEnd(bytes, from, size);
  for (; at < size; at = plainEnd(bytes, at + 1, size)) {
    if (bytes[at] === 0x22) return allowed ? at : -at;
    if (bytes[at] === 0x5c) {
      at += 1;
      allowed &&= isEscape(bytes, at);
    } else allowed = false;
  }
  return -at;
}

/** Whether what begins here may stand after a backslash. */
function isEscape(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== 0x75) return escapes.has(bytes[at] ?? 0);
  for (let digit = at + 1; digit <= at + 4; digit += 1) if (!isHexadecimal(bytes[digit])) return false;
  return true;
}

const words = ['true', 'false', 'null'].map((word) => new TextEncoder().encode(word));

/** The position after the literal name (true, false, null) that begins here; the same position where none does. */
export function wordEnd(bytes: Uint8Array, from: number, size: number): number {
  for (const word of words)
    if (from + word.length <= size && word.every((letter, at) => bytes[from + at] === letter))
      return from + word.length;
  return from;
}

/** Whether these bytes are one number of JSON. */
export function isNumber(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  if (bytes[at] === 0x2d) at += 1;
  const whole = digitsEnd(bytes, at, to);
  if (whole === at || (bytes[at] === 0x30 && whole > at + 1)) return false;
  at = whole;
  if (at < to && bytes[at] === 0x2e) {
    at = digitsEnd(bytes, at + 1, to);
    if (at === whole + 1) return false;
  }
  if (at < to && (bytes[at] === 0x65 || bytes[at] === 0x45)) {
    at += bytes[at + 1] === 0x2b || bytes[at + 1] === 0x2d ? 2 : 1;
    const power = digitsEnd(bytes, at, to);
    if (power === at) return false;
    at = power;
  }
  return at === to;
}

function digitsEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && isDigit(bytes[at])) at += 1;
  return at;
}

/** The key between two positions as JSON.parse will read it. */
function keyText(bytes: Uint8Array, from: number, to: number): string {
  const raw = text.decode(bytes.subarray(from, to));
  if (!raw.includes('\\')) return raw;
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}

/** A number by which keys are told apart at a glance: length, first, middle and last byte. Different keys may share it. */
export const markOf = (bytes: Uint8Array, from: number, to: number): number =>
  ((to - from) << 24) |
  ((bytes[from] ?? 0) << 16) |
  ((bytes[(from + to) >> 1] ?? 0) << 8) |
  (to > from ? (bytes[to - 1] ?? 0) : 0);

/** The mark of the key that a key with escapes stands for. */
export function markOfEscaped(bytes: Uint8Array, from: number, to: number): number {
  const key = new TextEncoder().encode(keyText(bytes, from, to));
  return markOf(key, 0, key.length);
}

/** `markOf` of a key that is written without escapes. */
export const markOfText = (key: string): number => markOf(new TextEncoder().encode(key), 0, key.length);

/** The mark of "resourceType"; no other FHIR key has it. */
export const typeMark = markOfText('resourceType');

/** The mark of "modifierExtension"; another key may have it as well. */
export const modifierMark = markOfText('modifierExtension');

const [proto, constructor, prototype] = [...forbidden].map(markOfText);

/**
 * Whether the key in these bytes would reach an object's prototype.
 * @param mark of the key, which rules out most keys without reading them
 */
export const isForbiddenKey = (mark: number, bytes: Uint8Array, from: number, to: number): boolean =>
  (mark === proto || mark === constructor || mark === prototype) && forbidden.has(keyText(bytes, from, to));

/** Whether two keys of one object are the same key, however each is escaped. */
export function sameKey(bytes: Uint8Array, fromA: number, toA: number, fromB: number, toB: number): boolean {
  let at = 0;
  while (fromA + at < toA && fromB + at < toB && bytes[fromA + at] === bytes[fromB + at]) at += 1;
  if (fromA + at === toA && fromB + at === toB) return true;
  const escaped = bytes.subarray(fromA, toA).includes(0x5c) || bytes.subarray(fromB, toB).includes(0x5c);
  return escaped && keyText(bytes, fromA, toA) === keyText(bytes, fromB, toB);
}

/** Shorter numbers without an exponent are within what a double can hold. */
const shortNumber = 300;

/** Whether a number is beyond what a double can hold. */
export function overflows(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from <= shortNumber && !hasExponent(bytes, from, to)) return false;
  return Math.abs(Number(text.decode(bytes.subarray(from, to)))) === Infinity;
}

function hasExponent(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bytes[at] === 0x65 || bytes[at] === 0x45) return true;
  return false;
}

const isDigit = (byte = 0): boolean => byte >= 0x30 && byte <= 0x39;

/** The position after what may be a number: digits, signs, points and exponents, in any order. */
export function numberEnd(bytes: Uint8Array, from: number, size: number): number {
  let at = from;
  while (at < size && isOfNumber(bytes[at])) at += 1;
  return at;
}

const isOfNumber = (byte = 0): boolean =>
  isDigit(byte) || byte === 0x2e || byte === 0x2d || byte === 0x2b || byte === 0x65 || byte === 0x45;
