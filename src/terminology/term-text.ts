// How is a clinical text cut into comparable words, whichever language and spelling it is written in?

/** One word: a Latin word or number in its comparable form, or one Chinese character; `start` and `end` are places in `plain`. */
export type Word = { readonly text: string; readonly start: number; readonly end: number };

/** A text in one width and case, and its words. */
export type TermWords = { readonly plain: string; readonly words: readonly Word[] };

const wordPattern = /[a-z0-9]+|[\u3400-\u9fff]/g;
const ascii = /^[ -~]*$/;
/** "PRES" is no plural of "pre", and "HLHS" (a hypoplastic left heart) none of "HLH". */
const keptEnding = /(?:ss|us|is|^(?:pres|hlhs|aids|ards|fsgs|krebs|icans))$/;

/** Comparable form of a word: American spelling, singular. Applied to texts and phrases alike, so it need not be a real word. */
function comparable(word: string): string {
  let form = word.replaceAll('ae', 'e').replaceAll('oe', 'e').replaceAll('tumour', 'tumor');
  if (form.length > 3 && form.endsWith('s') && !keptEnding.test(form)) form = form.slice(0, -1);
  return form;
}

/** Cuts a text into words. Punctuation, hyphens and full-width forms make no difference: "CAR-T细胞" is car, t, 细, 胞. */
export function wordsOf(text: string): TermWords {
  const plain = (ascii.test(text) ? text : text.normalize('NFKC')).toLowerCase();
  const words: Word[] = [];
  for (const match of plain.matchAll(wordPattern)) {
    const word = match[0];
    words.push({ text: comparable(word), start: match.index, end: match.index + word.length });
  }
  return { plain, words };
}
