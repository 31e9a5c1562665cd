// Which letters after a diagnosis are a mark of the billing system and no part of its name?

/** "(CMS/HCC)": the diagnosis belongs to a hierarchical condition category, by which insurers reckon. */
const always = /\s*\((?:CMS|HHS)[^()]{0,8}HCC\)/g;
/** "(HCC)" alone stands for the same, and elsewhere for hepatocellular carcinoma. */
const atTheEnd = /\s*\(HCC\)$/;
const maybeCarcinoma = /liver|hepat|\bmass\b|lesion|nodule|segment|lump|growth|tumou?r|cancer|neoplas|carcinom/i;

/** A name without the mark that a US record system prints after it ("Systemic lupus erythematosus (HCC)"). */
export function withoutBillingMark(name: string): string {
  if (!name.includes('HCC)')) return name;
  const rest = name.replaceAll(always, '');
  return maybeCarcinoma.test(rest) ? rest : rest.replace(atTheEnd, '');
}
