// How do the lines about one patient become the text of one Bundle, without being parsed?

import { holdsNone } from '../../../access/capabilities.ts';
import { searches } from '../../../fhir/searches.ts';

/** A line as it was sent; `id` where it is the Patient. */
export type StagedLine = { readonly line: Uint8Array; readonly id?: string | undefined };

const encoder = new TextEncoder();

const open = '{"resourceType":"Bundle","type":"collection","entry":[';
const entryOpen = encoder.encode('{"resource":');
const betweenEntries = encoder.encode('},{"resource":');

/**
 * The Bundle of one patient on one line. The Patient's full URL tells under which base absolute references are its own.
 * @param partial resource types of which something may be missing: each as a search result that reports it.
 */
export function bundleText(lines: readonly StagedLine[], partial: readonly string[], base: string | undefined): Buffer {
  const end = encoder.encode(
    `${lines.length > 0 ? '}' : ''}${partial.map((type, index) => (index + lines.length > 0 ? ',' : '') + lossOf(type)).join('')}]}`,
  );
  const starts = lines.map(({ id }, index) => {
    if (base === undefined || id === undefined) return index === 0 ? entryOpen : betweenEntries;
    return encoder.encode(
      `${index === 0 ? '' : '},'}{"fullUrl":${JSON.stringify(`${base}/Patient/${id}`)},"resource":`,
    );
  });
  const size = lines.reduce(
    (sum, { line }, index) => sum + line.length + (starts[index]?.length ?? 0),
    open.length + end.length,
  );
  const text = Buffer.allocUnsafe(size);
  let at = text.write(open, 'latin1');
  const put = (bytes: Uint8Array): void => {
    text.set(bytes, at);
    at += bytes.length;
  };
  lines.forEach(({ line }, index) => {
    put(starts[index] ?? entryOpen);
    put(line);
  });
  put(end);
  return text;
}

/** An empty result of the search for that type, with a reported failure inside: that search counts as partial. */
const lossOf = (type: string): string =>
  JSON.stringify({
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
