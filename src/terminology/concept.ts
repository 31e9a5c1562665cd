// How does the program name a coded or written term before it knows what it means?

/** One code as it was sent; `system` is empty where none was. */
export type Coding = { readonly system: string; readonly code: string; readonly display?: string };

/** A FHIR CodeableConcept after tolerant reading: possibly no coding, possibly no text, never both empty. */
export type Concept = { readonly codings: readonly Coding[]; readonly text?: string };

/** Whether letters of a text were lost on its way here (U+FFFD): what stands beside them may have meant something else. */
export const isDamaged = (text: string): boolean => text.includes('\uFFFD');

/** Every text that came whole with the concept: its own text first, then the displays. One of which letters were lost is not read. */
export function textsOf({ codings, text }: Concept): readonly string[] {
  const texts = text === undefined || isDamaged(text) ? [] : [text];
  for (const { display } of codings) if (display !== undefined && !isDamaged(display)) texts.push(display);
  return texts;
}

/** The texts that say something: not those without any letter or digit, as "????" where another system could not write Chinese. */
export const legibleTextsOf = (concept: Concept): readonly string[] =>
  textsOf(concept).filter((text) => /[\p{L}\p{N}]/u.test(text));

/** What a person would call it: its text, else the first display, else the first code. */
export const nameOf = ({ codings, text }: Concept): string =>
  text ?? codings.find(({ display }) => display !== undefined)?.display ?? codings[0]?.code ?? '';

/** System of the codes by which a site says that one of its own codes belongs to one of our value sets. */
export const siteValueSetSystem = 'urn:lupus-trial-cds:value-set';
