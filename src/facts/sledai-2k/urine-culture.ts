// Do the words of a urine culture say that something grew?

/** What did not grow, to the end of its clause. */
const nothing =
  /\bno (?:(?!\b(?:but|except|other)\b)[^,.;:])*?\b(?:growth|grown|isolated|detected|pathogens?|bacteria)\b(?: (?:growth|grown|isolated|detected|seen))?|\bsterile?\b|\bkein\w* (?:(?!\b(?:aber|außer)\b)[^,.;:])*?(?:wachstum|keim\w*|bakterien|erreger)\b(?: (?:nachgewiesen|gewachsen))?|(?:无|未见|未检出|未培养出|未分离出)(?:(?!但)[^,.;:。])*(?:生长|菌)/g;
const countBelow = /(?:<|less than|小于|低于) ?(?:10 ?\^ ?\d|[\d,.]+) ?(?:cfu)?/g;
/** What is said of fungi alone says nothing of bacteria. */
const ofFungiAlone = /^(?!.*(?:bacteri|细菌|病菌|病原)).*(?:真菌|霉菌|酵母|fung|yeast|candida)/;

/** Something grew: the word itself, a kind of germ, or a count. */
const something =
  /\bgrow|\bgrew\b|isolated|wachstum|keimzahl|\bkbe\b|生长|菌|\b[a-z]\. ?[a-z]{4,}|coli\b|klebsiella|proteus|pseudomonas|coccus|cocci\b|bacill|bacter|candida|serratia|morganella|salmonella|yeast|cfu|10 ?\^ ?[3-9]|\d{4,}|\d,\d{3}/;

/** `not-said`: neither that something grew nor that nothing did. */
export function growthIn(written: string): 'yes' | 'no' | 'not-said' {
  const text = written.normalize('NFKC').toLowerCase();
  const denials = text.match(nothing) ?? [];
  const rest = text.replaceAll(nothing, ' ').replaceAll(countBelow, ' ');
  if (something.test(rest)) return 'yes';
  return denials.some((denial) => !ofFungiAlone.test(denial)) ? 'no' : 'not-said';
}
