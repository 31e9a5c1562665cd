// How do the lines about one patient become the text of one Bundle, without being parsed?

import { holdsNone } from '../../../access/capabilities.ts';
import type { Json } from '../../../fhir/record.ts';
import type { ResourceText } from '../../../fhir/record-lines.ts';
import { searches } from '../../../fhir/searches.ts';

const encoder = new TextEncoder();

const open = '{"resourceType":"Bundle","type":"collection","entry":[';
const entryOpen = encoder.encode('{"resource":');
const betweenEntries = encoder.encode('},{"resource":');

/**
 * The Bundle of one patient on one line.
 * @param losses entries after the lines.
 */
export function bundleText(lines: readonly ResourceText[], losses: readonly Json[]): Buffer {
  const end = encoder.encode(
    `${lines.length > 0 ? '}' : ''}${losses.map((loss, index) => (index + lines.length > 0 ? ',' : '') + JSON.stringify(loss)).join('')}]}`,
  );
  const starts = lines.map(({ fullUrl }, index) => {
    if (fullUrl === undefined) return index === 0 ? entryOpen : betweenEntries;
    return encoder.encode(`${index === 0 ? '' : '},'}{"fullUrl":${JSON.stringify(fullUrl)},"resource":`);
  });
  const size = lines.reduce(
    (sum, { from, to }, index) => sum + to - from + (starts[index]?.length ?? 0),
    open.length + end.length,
  );
  const text = Buffer.allocUnsafe(size);
  let at = text.write(open, 'latin1');
  lines.forEach(({ bytes, from, to }, index) => {
    const start = starts[index] ?? entryOpen;
    text.set(start, at);
    at += start.length;
    at += bytes.copy(text, at, from, to);
  });
  text.set(end, at);
  return text;
}

/**
 * An entry for a resource type of which something may be missing: an empty result of the search for it, with a reported
 * failure inside, so that this search counts as partial.
 */
export const lossOf = (type: string): Json => ({
  resource: {
    resourceType: 'Bundle',
    type: 'searchset',
    link: [{ relation: 'self', url: type }],
    entry: [
      {
        search: { mode: 'outcome' },
        resource: {
          resourceType: 'OperationOutcome',
          issue: [{ severity: 'error', code: 'incomplete' }],
        },
      },
    ],
  },
});

/**
 * The resource types whose absence proves nothing: something of them was lost, or they did not come at all and the server
 * is not known to hold none.
 * @param lost resource types of which something is missing; "*" for every type.
 * @param seen resource types that came.
 * @param supported resource types the server says it has: asked for and not sent, there are none.
 */
export function partialTypes(
  lost: Readonly<Record<string, string>>,
  seen: readonly string[],
  supported: readonly string[] = [],
): readonly string[] {
  const known = { types: new Set([...seen, ...supported]) };
  return searches
    .map(({ type }) => type)
    .filter((type) => type !== 'Patient')
    .filter((type) => '*' in lost || type in lost || (!known.types.has(type) && !holdsNone(known, type)));
}
