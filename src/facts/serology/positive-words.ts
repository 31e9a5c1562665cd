// Which tests for infections, or for a pregnancy, does a text call positive ("HBsAg(+)", "HIV antibody: reactive", "CMV DNA 12000 copies/mL")?

import { presenceInText } from '../../fhir/presence.ts';
import { measurementInText } from '../../terminology/measurement-text.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';

const speaksOfTests =
  /hiv|艾滋|免疫缺陷|p24|\bhep\b|hb[sc]|hbv|乙肝|乙型|表面抗原|核心总?抗体|hepatitis|hcv|丙肝|丙型|梅毒|syphilis|lues|trepo|pallidum|tp-?(?:pa|ab)|tpha|tp抗体|(?:抗|anti)-?tp|fta-?abs|mha-?tp|reagin|rpr|vdrl|tolul|trust|usr|反应素|甲苯胺|cmv|巨细胞|[cz]ytomegal|hcg|gonadotrop|绒毛膜|preg|upt|早孕|妊娠|schwanger/i;
/** "T. pallidum" and "HIV (1+2)抗体" go on. */
const clauseEnd = /[,;，；。\n]|(?<!\bt)\.(?!\d)|(?<=(?<!\(1[+/]2)\))(?=\s*[a-z\u3400-\u9fff])/i;
/** What stands behind the name of a test: "HIV" is one in "HIV(+)" and in "HIV positive", and no more than a word elsewhere. */
const answer = /(?:\(? ?(?:\+|±|weak|positiv|pos\b|reactive|detected)|弱?阳).*$/i;
/** So many copies or units, and not less than so many. */
const quantified = /(?<![<\d.]\s*)\d[\d.,]*(?:\s*e\+?\d+|\s*[x×*]\s*10\s*\^?\s*\d+)?\s*(?:copies|copy|拷贝|k?iu\b)/i;

const isPresent = (said: ReturnType<typeof presenceInText>): boolean => said === 'positive' || said === 'weak';

const isPositive = (words: string, name: MeasurementName): boolean => {
  const said = presenceInText(words);
  return isPresent(said) || (said === undefined && /[DR]NA/.test(name) && quantified.test(words));
};

/** A clause without the answer at its end. */
function nameBefore(clause: string): string {
  const name = clause.replace(answer, '').trimEnd();
  return name.endsWith(':') ? name.slice(0, -1) : name;
}

/** The tests that clauses of a text name and call positive, or doubtful; none of a text that speaks of no infection and no pregnancy. */
export function positiveTestsIn(text: string): readonly MeasurementName[] {
  const plain = text.normalize('NFKC');
  if (!speaksOfTests.test(plain)) return [];
  return plain.split(clauseEnd).flatMap((clause) => {
    const named = measurementInText(clause) ?? measurementInText(nameBefore(clause));
    return typeof named === 'object' && isPositive(clause, named.name) ? [named.name] : [];
  });
}

/** Longer conclusions say the result first; what follows explains what a positive one would mean. */
const longestWhole = 80;

/** Whether the conclusion of a report that is named after one test calls it positive, without naming it again. */
export function saysPositive(conclusion: string, name: MeasurementName): boolean {
  const plain = conclusion.normalize('NFKC');
  if (plain.length <= longestWhole) return isPositive(plain, name);
  return isPresent(presenceInText(plain.split(clauseEnd, 1)[0] ?? plain));
}
