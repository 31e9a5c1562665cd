// How is a resource that cannot be trusted taken out of a JSON text?

export type Range = { readonly from: number; readonly to: number };

/** What stands in its place: a reported failure, so that the search it belongs to counts as incomplete. */
const outcome = new TextEncoder().encode(
  '{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"structure"}]}',
);

/** The text with each range (ascending, not overlapping) replaced by an OperationOutcome. */
export function repair(bytes: Uint8Array, ranges: readonly Range[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { from, to } of ranges) {
    parts.push(bytes.subarray(at, from), outcome);
    at = to;
  }
  parts.push(bytes.subarray(at));
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
