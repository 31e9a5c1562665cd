// Which measurement does a written name mean, in English or Chinese?

import { allMeasurements, lookalikes, measurementNamed } from './measurement-table.ts';
import { isAnother } from './measurement-another.ts';
import { isScore, totalOrPart } from './score-parts.ts';

/** What a text names: a measurement, something known that is none of ours (`other`), or nothing known. */
export type Named = { readonly name: string } | 'other' | undefined;

type Alias = { readonly text: string; readonly name: string | undefined };

/** Case, full-width forms, Greek mu and beta, brackets and spaces as the alias lists of `data/measurements/` are written. */
export function normaliseName(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('μ', 'u')
    .replaceAll(/[‐‑–—]/g, '-');
  const spaced = plain
    .replaceAll(/[()[\]{}<>【】「」,;:、，；：。"'_|*]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return spaced.replaceAll(/ (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) /g, '');
}

const exact = new Map<string, string | undefined>();
/** Aliases by their first word (Latin script) or first character. */
const byStart = new Map<string, Alias[]>();

/** Latin letters, digits and Greek letters of normalised text. */
const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined &&
  ((character >= 'a' && character <= 'z') ||
    (character >= '0' && character <= '9') ||
    (character >= 'α' && character <= 'ω'));

function firstWord(text: string, at: number): string {
  let end = at;
  while (isWordCharacter(text[end])) end += 1;
  return text.slice(at, end);
}

function add(written: string, name: string | undefined, onlyWhole: boolean): void {
  const text = normaliseName(written);
  exact.set(text, name);
  if (onlyWhole) return;
  const start = isWordCharacter(text[0]) ? firstWord(text, 0) : text.slice(0, 1);
  const list = byStart.get(start);
  if (list === undefined) byStart.set(start, [{ text, name }]);
  else list.push({ text, name });
}

for (const { name, texts, exact: whole } of allMeasurements) {
  for (const text of texts) add(text, name, false);
  for (const text of whole ?? []) add(text, name, true);
}
for (const text of lookalikes.texts) add(text, undefined, false);

/** Every alias that stands in the text as whole words, longest first. */
function aliasesIn(text: string): readonly Alias[] {
  const found: Alias[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const wordStarts = isWordCharacter(text[at]);
    if (wordStarts && isWordCharacter(text[at - 1])) continue;
    const start = wordStarts ? firstWord(text, at) : text.slice(at, at + 1);
    for (const alias of byStart.get(start) ?? []) {
      const end = at + alias.text.length;
      const cut = isWordCharacter(text[end - 1]) && isWordCharacter(text[end]);
      if (!cut && text.startsWith(alias.text, at)) found.push(alias);
    }
  }
  return found.sort((a, b) => b.text.length - a.text.length);
}

const urine = /尿(?!素|酸)|\burin|\bur\b|^u (?=[a-z])|\bharn(?!stoff|säure)/;
const blood = /血(?!氧|红|小板|压)|\bserum\b|\bser\b|\bplas\b|\bbld\b|\bblood\b|\bblut\b|\bplasma\b/;
const elsewhere =
  /脑脊液|灌洗|胸水|胸腔积液|腹水|羊水|唾液|透析液|引流液|粪便|大便|骨髓|关节液|脐血|痰|拭子|干血斑|\bcsf\b|\bliquor\b|cerebrospinal|lavage|\bbal\b|ascit|(?:pleural|body|drain(?:age)?|peritoneal|pericardial) fl|effluent|dialysate|\bdrain\b|punktat|pleuraerguss|aszites|stuhl\b|speichel|knochenmark|abstrich|gewebe|nabelschnur|amniotic|saliva|\bstool|\bfa?eces|bone marrow|synovial|cord blood|sputum|\bswab|\bbiops|vitreous|gastric (?:fl|asp)|\bhair\b|\bnails?\b|meconium|\bsemen\b|breast milk|muttermilch|乳汁|母乳|胃液|毛发|指甲|精液|胎粪|引产|post ?mortem|\btissue(?! transglut)|活检|肝组织|dried blood|\bdbs\b/;
const otherPerson =
  /母亲|母体|父亲|配偶|丈夫|妻子|双胞胎|同胞|供者|供体|捐献者|胎儿|maternal|\bmother|\bfather|\bparents?\b|\btwin|\bsiblings?\b|\bbrother|\bsister|\bhusband|\bwife\b|\bspouse|\bpartner|\bdonor|\bfetal|\bfetus|spender|\bmutter(?!mal)|mütterlich|\bvater\b/;

/** Whether a text (of a code or of a specimen) names urine, blood, another specimen or another person. */
export function specimenOf(text: string): 'urine' | 'blood' | 'elsewhere' | 'other-person' | undefined {
  const name = normaliseName(text);
  if (otherPerson.test(name)) return 'other-person';
  if (elsewhere.test(name)) return 'elsewhere';
  if (urine.test(name)) return 'urine';
  return blood.test(name) ? 'blood' : undefined;
}

/** The measurement that `name` is when its specimen is said to be `specimen`; `other` if it is then none of ours. */
export function inSpecimen(name: string, specimen: ReturnType<typeof specimenOf>): Named {
  const measurement = measurementNamed(name);
  if (measurement === undefined || specimen === undefined) return { name };
  if (specimen === 'other-person') return 'other';
  const special = specimen === 'elsewhere' ? undefined : measurement.bySpecimen?.[specimen];
  if (special !== undefined) return { name: special };
  if (measurement.specimen === 'any' || measurement.specimen === specimen) return { name };
  return measurement.otherSpecimen === undefined ? 'other' : { name: measurement.otherSpecimen };
}

/** What confirms a screening test of HIV ("HIV-1/2 confirmatory Western blot"), unless the name is that of a screening test. */
const confirming = /western|\bblot|immunoblot|confirm|differentiat|supplement|免疫印迹|确[证认诊]|补充试验/;
const screening = /screen|reflex|combo|\bag\b|\bgen\b|初筛|筛查|抗原|[待未需]/;

const confirmed = (name: string, text: string): string =>
  name === 'HIV-Ab' && confirming.test(text) && !screening.test(text) ? 'HIV-confirm' : name;

/**
 * The measurement a text names. The whole text is looked up first; otherwise the longest alias inside it decides (a score's before
 * that of what it scores), narrowed by a kind of it that is named beside it ("eGFR … Schwartz"), and only if the text names no other
 * specimen or person.
 */
export function measurementInText(written: string): Named {
  const text = normaliseName(written);
  if (exact.has(text)) {
    const name = exact.get(text);
    return name === undefined ? 'other' : { name };
  }
  if (text.length > 200) return undefined;
  const aliases = aliasesIn(text);
  const [longest] = aliases;
  if (longest === undefined) return otherPerson.test(text) ? 'other' : undefined;
  if (longest.name === undefined) return 'other';
  const name = aliases.find((each) => isScore(each.name))?.name ?? longest.name;
  if (isAnother(name, text)) return 'other';
  const narrower = aliases.find((each) => each.name !== undefined && measurementNamed(each.name)?.within === name);
  const meant = totalOrPart(narrower?.name ?? confirmed(name, text), text);
  return meant === undefined ? 'other' : inSpecimen(meant, specimenOf(text));
}
