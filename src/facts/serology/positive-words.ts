// Which tests for infections, or for a pregnancy, does a text call positive ("HBsAg(+)", "HIV antibody: reactive", "CMV DNA 12000 copies/mL")?

import { presenceInText } from '../../fhir/presence.ts';
import { infectionTests } from '../../terminology/measurement-table.ts';
import { measurementInText } from '../../terminology/measurement-text.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';

const speaksOfTests =
  /hiv|艾滋|免疫缺陷|hb[sc]|hbv|乙肝|乙型|hepatitis|hcv|丙肝|丙型|梅毒|syphilis|trepo|tp-?pa|tpha|cmv|巨细胞|cytomegal|hcg|gonadotropin|绒毛膜|pregnan|妊娠/i;
const clauseEnd = /[,;，；。\n]|\.(?!\d)|(?<=[)）])(?=\s*[a-z\u3400-\u9fff])/i;
/** So many copies or units, and not less than so many. */
const quantified = /(?<![<\d.]\s*)\d[\d.,]*(?:\s*e\+?\d+|\s*[x×*]\s*10\s*\^?\s*\d+)?\s*(?:copies|copy|拷贝|k?iu\b)/i;

const isPositive = (words: string, name: MeasurementName): boolean => {
  const said = presenceInText(words);
  const isLoad = /[DR]NA/.test(name);
  return said === 'positive' || said === 'weak' || (said === undefined && isLoad && quantified.test(words));
};

const isAsked = (name: MeasurementName): boolean => infectionTests.includes(name) || /^hCG\b/.test(name);

/** The tests that clauses of a text name and call positive, or doubtful. */
export function positiveTestsIn(text: string): readonly MeasurementName[] {
  const plain = text.normalize('NFKC');
  if (!speaksOfTests.test(plain)) return [];
  return plain.split(clauseEnd).flatMap((clause) => {
    const named = measurementInText(clause);
    if (typeof named !== 'object' || !isAsked(named.name)) return [];
    return isPositive(clause, named.name) ? [named.name] : [];
  });
}

/** Whether the conclusion of a report that is named after one test calls it positive, without naming it again. */
export const saysPositive = (conclusion: string, name: MeasurementName): boolean =>
  conclusion.length <= 80 && isPositive(conclusion.normalize('NFKC'), name);
