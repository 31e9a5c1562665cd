// Which items of the 2019 EULAR/ACR criteria do diagnoses and biopsy or imaging reports prove?

import { isoRange } from '../../logic/calendar.ts';
import type { Evidence } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { textsOf } from '../../terminology/concept.ts';
import type { ValueSetName } from '../../terminology/value-sets.ts';
import type { ReportEntry } from '../../fhir/entries.ts';
import type { ItemId } from './items.ts';
import { attributed, diagnosedAs, hasHappened, type Context, type Proof } from './proof.ts';

const aboutKidney = /nephr|kidney|renal|肾|\bLN\b/i;
/** Another disease that is graded in classes; its class says nothing of lupus. */
const ofAnotherDisease = /\biga\b|iga肾病|henoch|紫癜|\blee\b|lee ?(?:分级|氏)|oxford|牛津/i;
const aboutEffusion = /effusion|积液|胸水/i;

/** A valid, past report whose text affirms one of the sets. `about` keeps other texts from being searched at all. */
function reported(
  sets: readonly ValueSetName[],
  about: RegExp,
  { known, screening }: Context,
  except?: RegExp,
): ReportEntry | undefined {
  return known.record.reports.find((each) => {
    const { concept, conclusion } = each;
    if (conclusion === undefined || !hasHappened(each, screening) || except?.test(conclusion) === true) return false;
    if (!about.test(conclusion) && !textsOf(concept).some((text) => about.test(text))) return false;
    const mentions = known.record.mentions(conclusion);
    return sets.some((set) => mentions.get(set) === 'yes');
  });
}

const reportEvidence = ({ reference, conclusion, when }: ReportEntry): Evidence => ({
  reference,
  label: say('eular.report'),
  ...(conclusion !== undefined && { value: conclusion.slice(0, 200) }),
  ...(when !== undefined && { date: isoRange(when) }),
});

/** Class of lupus nephritis, from a diagnosis that names lupus and the class or from a kidney biopsy report. */
function nephritisClass(sets: readonly ValueSetName[]): Proof {
  return (context) => {
    const diagnosed = attributed(sets, context);
    if (diagnosed !== undefined) return diagnosed;
    const report = reported(sets, aboutKidney, context, ofAnotherDisease);
    return report === undefined ? undefined : [reportEvidence(report)];
  };
}

const effusions = ['pleural-effusion', 'pericardial-effusion'] as const;

/** An effusion needs imaging: a report that shows it, beside a diagnosis that attributes it to lupus. */
const effusion: Proof = (context) => {
  const diagnosed = attributed([...effusions, 'pleurisy', 'lupus-pericarditis'], context);
  if (diagnosed === undefined) return undefined;
  const report = reported(effusions, aboutEffusion, context);
  return report === undefined ? undefined : [...diagnosed, reportEvidence(report)];
};

/** "Acute cutaneous lupus" is lupus by its very name; a malar or butterfly rash has other causes too. */
const acuteCutaneous: Proof = (context) =>
  attributed(['acute-cutaneous-lupus'], context) ??
  diagnosedAs(['acute-cutaneous-lupus'], context, 'cutaneous-lupus-only');

const attributedTo =
  (...sets: readonly ValueSetName[]): Proof =>
  (context) =>
    attributed(sets, context);

/** Items that diagnoses prove, if they name lupus as the cause. @source clinical specification, section 2 */
export const provenByDiagnoses: ReadonlyMap<ItemId, Proof> = new Map<ItemId, Proof>([
  ['delirium', attributedTo('delirium')],
  ['psychosis', attributedTo('psychosis')],
  ['seizure', attributedTo('seizure')],
  ['alopecia', attributedTo('alopecia-nonscarring')],
  ['oral-ulcers', attributedTo('oral-ulcer')],
  ['subacute-or-discoid', (context) => diagnosedAs(['subacute-cutaneous-lupus', 'discoid-lupus'], context)],
  ['acute-cutaneous', acuteCutaneous],
  ['effusion', effusion],
  ['acute-pericarditis', (context) => diagnosedAs(['lupus-pericarditis'], context)],
  ['joint-involvement', attributedTo('synovitis-arthritis')],
  ['nephritis-class-ii-or-v', nephritisClass(['lupus-nephritis-class-ii', 'lupus-nephritis-class-v'])],
  ['nephritis-class-iii-or-iv', nephritisClass(['lupus-nephritis-class-iii', 'lupus-nephritis-class-iv'])],
]);
