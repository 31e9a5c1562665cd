// How do the lines about one patient become the text of one Bundle, without being parsed?

import { holdsNone } from '../../../access/capabilities.ts';
import { searches } from '../../../fhir/searches.ts';

/** A line as it was sent, and its "Type/id". */
export type StagedLine = { readonly key: string; readonly line: Uint8Array };

const encoder = new TextEncoder();

const [open, between, close] = ['{"resourceType":"Bundle","type":"collection","entry":[', ',', ']}'].map((text) =>
  encoder.encode(text),
);

const entryOpen = encoder.encode('{"resource":');
const entryClose = encoder.encode('}');

/**
 * The Bundle of one patient on one line. The Patient's full URL tells under which base absolute references are its own.
 * @param partial resource types of which something may be missing: each as a search result that reports it.
 */
export function bundleText(lines: readonly StagedLine[], partial: readonly string[], base: string | undefined): Buffer {
  const entries = lines.map(({ key, line }) => {
    const named = base !== undefined && key.startsWith('Patient/');
    const start = named ? encoder.encode(`{"fullUrl":${JSON.stringify(`${base}/${key}`)},"resource":`) : entryOpen;
    return [start, line, entryClose];
  });
  const losses = partial.map((type) => [encoder.encode(lossOf(type))]);
  const parts = [...entries, ...losses].flatMap((entry, index) => (index === 0 ? entry : [between, ...entry]));
  return Buffer.concat([open, ...parts, close].filter((part) => part !== undefined));
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
