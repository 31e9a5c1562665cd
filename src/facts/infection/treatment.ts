// Which systemic treatment against an infection was given within so many days, and was it only preventive?

import { isoRange, type Day } from '../../logic/calendar.ts';
import type { Evidence, Turn } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { classesOf } from '../../terminology/drugs.ts';
import { isLocalRoute } from '../../terminology/routes.ts';
import { readDosage } from '../../fhir/dosage/dosage.ts';
import type { MedicationEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { textAt } from '../../fhir/json.ts';
import { isComplete } from '../../fhir/retrieved.ts';
import { soundsAntiInfective } from './anti-infective-names.ts';
import { mayHaveBeenGiven } from '../entry-time.ts';
import { unboundedOrderDays, type Exposure } from '../drugs/exposures.ts';
import { isNameless } from '../drugs/nameless.ts';
import type { Screening } from '../screening.ts';
import { sightedDiagnoses, standingOf } from '../sightings.ts';
import { medicationsComplete } from '../drugs/medication-history.ts';
import { drugsAhead, windowTurns } from '../drugs/turns.ts';

export type Treatment = {
  readonly exposure: Exposure;
  /** Whether a systemic dose surely fell into the window; `perhaps` where dates or the route do not tell. */
  readonly within: 'yes' | 'perhaps';
  readonly preventive: boolean;
};

const classes = [
  'antibacterial',
  'antiviral',
  'antifungal',
  'antituberculous',
  'antiprotozoal',
  'anthelmintic',
] as const;

const isAntiInfective = (of: ReadonlySet<string>): boolean => classes.some((each) => of.has(each));

/** Whether an entry may be an anti-infective, by its names and codes or for want of any, that by its route may reach the whole body. */
export const mayBeSystemicAntiInfective = (record: IndexedRecord, entry: MedicationEntry): boolean =>
  !isLocalRoute(entry.route) &&
  (soundsAntiInfective(record, entry) || isAntiInfective(classesOf(entry.identified)) || isNameless(entry));

/** A dose so often a week or less is the prevention of Pneumocystis pneumonia. @source spec section 7 E6 */
const preventiveDaysAWeek = 3;

/** Anti-infectives that reach the whole body and may have been given from `since` to the screening date. */
export function treatmentsSince(
  record: IndexedRecord,
  screening: Screening,
  exposures: readonly Exposure[],
  since: Day,
): readonly Treatment[] {
  return exposures.flatMap((exposure): readonly Treatment[] => {
    if (!isAntiInfective(exposure.classes) || exposure.systemic === 'local') return [];
    const { end } = exposure;
    if (end !== undefined && end.to < since) return [];
    // Where orders or diagnoses may have been missed, an open end and a preventive purpose may have been missed too.
    const known = exposure.bounded || medicationsComplete(record);
    const purpose = !exposure.classes.has('antituberculous') || isComplete(record.retrieved.conditions);
    const sure = end !== undefined && end.from >= since && exposure.systemic === 'systemic' && known && purpose;
    return [{ exposure, within: sure ? 'yes' : 'perhaps', preventive: isPreventive(record, screening, exposure) }];
  });
}

/**
 * Preventive: its reason or its instructions say so; co-trimoxazole and the like up to three days a week; treatment of latent
 * tuberculosis (its reason, or such a diagnosis without active tuberculosis).
 * @source spec section 7 E6
 */
function isPreventive(record: IndexedRecord, screening: Screening, exposure: Exposure): boolean {
  const reasons = (set: 'prophylaxis' | 'latent-tuberculosis') =>
    exposure.reasons.some((reason) => standingOf(record, reason, [set]) === 'sure');
  const instructions = exposure.dosages.flatMap((dosage) => textAt(dosage, 'text') ?? []);
  if (reasons('prophylaxis') || instructions.some((text) => /预防|prophyla|prevent|\bppx\b/i.test(text))) return true;
  if (exposure.classes.has('antituberculous')) {
    const has = (set: 'latent-tuberculosis' | 'active-tuberculosis') =>
      sightedDiagnoses(record, screening, [set]).length > 0;
    const isLatent =
      reasons('latent-tuberculosis') || instructions.some((text) => /\bltbi\b|latent t|潜伏/i.test(text));
    return isLatent || (has('latent-tuberculosis') && !has('active-tuberculosis'));
  }
  return exposure.classes.has('pneumocystis-prophylaxis') && isSeldom(record, exposure);
}

/** At most three days a week by every dosage, each of which can be read. */
function isSeldom(record: IndexedRecord, { dosages }: Exposure): boolean {
  const steps = dosages.flatMap((dosage) => readDosage(dosage, undefined, record));
  return (
    steps.length > 0 &&
    steps.every(({ schedule }) => {
      if (schedule?.kind === 'weekdays') return schedule.weekdays.length <= preventiveDaysAWeek;
      // What is spread over all days is at least every other day.
      if (schedule?.kind !== 'cycle') return false;
      return ((schedule.most ?? schedule.times) * 7) / schedule.days <= preventiveDaysAWeek;
    })
  );
}

/** Whether code and name disagree, and one of them is an anti-infective. */
const isUnread = ({ identified }: MedicationEntry): boolean =>
  identified.state === 'contradictory' && isAntiInfective(identified.classes);

/** Medications of the window that may be anti-infectives: code and name disagree, or only the name sounds so. */
export const unreadSince = (record: IndexedRecord, { date }: Screening, since: Day) =>
  record.medications.flatMap((entry) => {
    const why = isUnread(entry)
      ? 'unread'
      : !isLocalRoute(entry.route) && soundsAntiInfective(record, entry)
        ? 'unknown'
        : undefined;
    return why !== undefined && mayHaveBeenGiven(entry, since, date) ? [{ entry, why } as const] : [];
  });

/** The days on which one of them enters or leaves a window of so many days. */
export function unreadTurns(record: IndexedRecord, screening: Screening, windowDays: number): readonly Turn[] {
  const unread = record.medications.filter((entry) => isUnread(entry) || soundsAntiInfective(record, entry));
  return windowTurns(unread, screening, windowDays);
}

/** A treatment as a piece of evidence, with its last day as far as it is known. */
export const treatmentEvidence = ({ exposure, preventive }: Treatment): Evidence => ({
  reference: exposure.reference,
  label: say(preventive ? 'infection.preventive' : 'infection.treatment'),
  value: exposure.ingredient,
  ...(exposure.end !== undefined && { date: isoRange(exposure.end) }),
});

/** First days of anti-infectives that are planned or dated after the screening. */
export const treatmentsAhead = (record: IndexedRecord, screening: Screening): readonly Turn[] =>
  drugsAhead(record, screening, ({ classes }) => isAntiInfective(classes));

/** First days on which the last dose may lie outside the window. */
export const treatmentTurns = (treatments: readonly Treatment[], windowDays: number): readonly Turn[] =>
  treatments.flatMap(({ exposure: { start, end, bounded } }) => {
    const open = bounded || start === undefined ? [] : [start.to + unboundedOrderDays];
    const last = end === undefined ? [] : [end.from, end.to];
    return [...new Set([...open, ...last])].map((day) => ({ on: day + windowDays + 1 }));
  });
