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

const markOfText = (key: string): number => markOf(new TextEncoder().encode(key), 0, key.length);

/** The mark of "resourceType"; no other FHIR key has it. */
export const typeMark = markOfText('resourceType');

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

/** Whether a number is beyond what a double can hold. */
export const overflows = (bytes: Uint8Array, from: number, to: number): boolean =>
  Math.abs(Number(text.decode(bytes.subarray(from, to)))) === Infinity;
