// Which exposures to a drug count as systemic treatment of lupus, and which do not, and why?

import { isoRange, type DayRange } from '../../logic/calendar.ts';
import type { Evidence } from '../../logic/finding.ts';
import { say, type Message } from '../../logic/message.ts';
import { textsOf, type Concept } from '../../terminology/concept.ts';
import { readDosage } from '../../fhir/dosage/dosage.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { textAt } from '../../fhir/json.ts';
import type { Exposure } from '../drugs/exposures.ts';
import { forLupus, type ForLupus } from '../drugs/for-lupus.ts';
import { drugName } from '../drugs/evidence.ts';
import { isOneOf } from '../../terminology/drugs.ts';
import { entryStrength } from '../drugs/exposure-supply.ts';

export type Counted = {
  readonly exposure: Exposure;
  /** False: the route is not clear, or it may belong to a conditioning course. */
  readonly sure: boolean;
  readonly reason: ForLupus;
};

export type CountedExposures = {
  readonly counted: readonly Counted[];
  readonly ignored: readonly Evidence[];
  readonly flags: readonly string[];
};

/** Cyclophosphamide this near to fludarabine is lymphodepletion; both are given within the week before the cells. */
const conditioningDays = 7;

/**
 * Methotrexate of at least so many mg, or mg per m², is an anticancer dose (rheumatic doses stay below 40 mg a week).
 * @source Clinical specification section 5 ("oncology high dose" must not count; the limit is a default of this program)
 */
const anticancerMethotrexate = 500;

const conditioningWords = /lymphodepl|conditioning|清淋|淋巴细胞清除|预处理方案/i;

/** Sorts the exposures of some drugs. `all` holds every exposure of the patient, fludarabine among them. */
export function countExposures(
  record: IndexedRecord,
  all: readonly Exposure[],
  asked: (exposure: Exposure) => boolean,
  onset: DayRange | undefined,
): CountedExposures {
  const fludarabine = all.filter(({ ingredient }) => ingredient === 'fludarabine');
  const counted: Counted[] = [];
  const ignored: Evidence[] = [];
  const flags = new Set<string>();
  for (const exposure of all.filter(asked)) {
    const conditioning = partOfConditioning(record, exposure, fludarabine);
    const why = whyIgnored(record, exposure, conditioning);
    if (why === undefined) {
      const sure = exposure.systemic === 'systemic' && conditioning === 'no';
      counted.push({ exposure, sure, reason: forLupus(record, exposure, onset) });
    } else {
      ignored.push(ignoredEvidence(exposure, why.label));
      flags.add(why.flag);
    }
  }
  return { counted, ignored, flags: [...flags] };
}

/** Entries of some drugs that never count: cancelled, not taken, entered in error, of another patient …, each with why. */
export function entriesWithoutStanding(record: IndexedRecord, names: ReadonlySet<string>): readonly Evidence[] {
  const concerns = isOneOf(names);
  return record.ignored
    .filter(({ reference }) => reference.startsWith('Medication'))
    .filter(({ name }) => {
      const identified = record.lexicon.identifyDrug([{ codings: [], text: name }]);
      return identified.state === 'known' && concerns(identified.drug);
    })
    .map(({ reference, name, why }) => ({ reference, label: why, value: name }));
}

type Why = { readonly label: Message; readonly flag: string };

function whyIgnored(
  record: IndexedRecord,
  exposure: Exposure,
  conditioning: 'yes' | 'no' | 'unclear',
): Why | undefined {
  if (exposure.systemic === 'local')
    return { label: say('immunosuppressants.not-systemic'), flag: 'IS_NON_SYSTEMIC_IGNORED' };
  if (exposure.asNeeded && exposure.source !== 'administration')
    return { label: say('immunosuppressants.as-needed'), flag: 'IS_PRN_IGNORED' };
  if (conditioning === 'yes') return { label: say('immunosuppressants.conditioning'), flag: 'IS_CONDITIONING_IGNORED' };
  return isAnticancerDose(record, exposure)
    ? { label: say('immunosuppressants.anticancer-dose'), flag: 'IS_ONCOLOGY_DOSE_IGNORED' }
    : undefined;
}

const ignoredEvidence = ({ reference, entry, start }: Exposure, label: Message): Evidence => ({
  reference,
  label,
  value: drugName(entry),
  ...(start !== undefined && { date: isoRange(start) }),
});

const words = (concepts: readonly Concept[]): readonly string[] => concepts.flatMap(textsOf);

const namesConditioning = (text: string): boolean => conditioningWords.test(text);

function partOfConditioning(
  { lexicon }: IndexedRecord,
  exposure: Exposure,
  fludarabine: readonly Exposure[],
): 'yes' | 'no' | 'unclear' {
  const instructions = exposure.dosages.flatMap((dosage) => textAt(dosage, 'text') ?? []);
  if ([...words(exposure.reasons), ...instructions].some(lexicon.read(namesConditioning))) return 'yes';
  const { ingredient, start, end } = exposure;
  if (ingredient !== 'cyclophosphamide' || start === undefined || end === undefined) return 'no';
  const short = end.from - start.to <= conditioningDays;
  if (!short) return 'no';
  const near = fludarabine.flatMap((other) => {
    if (other.start === undefined || other.end === undefined) return ['unclear'];
    const surely = start.from >= other.start.to - conditioningDays && start.to <= other.end.from + conditioningDays;
    const maybe = start.to >= other.start.from - conditioningDays && start.from <= other.end.to + conditioningDays;
    return surely ? ['yes'] : maybe ? ['unclear'] : [];
  });
  return near.includes('yes') ? 'yes' : near.includes('unclear') ? 'unclear' : 'no';
}

function isAnticancerDose(record: IndexedRecord, { ingredient, dosages, entry }: Exposure): boolean {
  if (ingredient !== 'methotrexate') return false;
  return dosages
    .flatMap((dosage) => readDosage(dosage, entryStrength(entry), record))
    .some(({ dose }) => dose !== undefined && dose.per !== 'kilogram' && dose.milligrams.low >= anticancerMethotrexate);
}
