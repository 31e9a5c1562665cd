// Which drugs that nobody knows are called as anti-infectives are?

import { textsOf } from '../../terminology/concept.ts';
import { isLocalRoute, routeOfName } from '../../terminology/routes.ts';
import { wordsOf } from '../../terminology/term-text.ts';
import { ingredientNamed } from '../../terminology/drug-table.ts';
import type { MedicationEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';

/**
 * Stems of international nonproprietary names in English and Chinese.
 * @source WHO: The use of stems in the selection of international nonproprietary names (cef-, -cillin, -penem, -oxacin, -cycline,
 * -vir, -conazole, -fungin, -nidazole, sulfa-, -bactam, -mycin, -micin; the last two without the antibiotics that are given
 * against cancer or to suppress immunity)
 */
const stems =
  /\bcef[a-z]{3,}|\b[a-z]+(?:cillin|penem|oxacin|cycline|ciclovir|[a-z]vir|conazole|fungin|nidazole|bactam)\b|\bsulfa(?:di|me|mo|thi|fu)[a-z]+\b|\b(?!rapa|bleo|mito|plica|dactino|adria|pingyang|peplo)[a-z]+mi?cin\b|头孢|西林(?!瓶)|培南|沙星|环素|康唑|芬净|硝唑|洛韦|那韦|米韦|巴坦|磺胺(?!嘧啶银)|(?<!环孢|雷帕|丝裂|博来|放线菌|平阳|光辉|普卡|正定|柔红|阿柔比|多柔比|表柔比)霉素/i;

/** Whether no name of the medication is known, and one is built as those of anti-infectives are and does not speak of a local form. */
export const soundsAntiInfective = ({ lexicon }: IndexedRecord, { identified, concepts }: MedicationEntry): boolean =>
  (identified.state === 'unknown' ||
    (identified.state === 'known' &&
      identified.drug.ingredients.every((each) => ingredientNamed(each) === undefined))) &&
  concepts.some((concept) => textsOf(concept).some(lexicon.read(hasStem)));

function hasStem(text: string): boolean {
  if (!stems.test(text)) return false;
  return !isLocalRoute(routeOfName(wordsOf(text)));
}
