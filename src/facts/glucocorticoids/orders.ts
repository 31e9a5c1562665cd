// Which glucocorticoid doses are on record, per order, in prednisone equivalents?

import type { Day, DayRange } from '../../logic/calendar.ts';
import { scale } from '../../logic/interval.ts';
import type { DrugClass, DrugIdentity } from '../../terminology/drugs.ts';
import type { MedicationEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { textAt } from '../../fhir/json.ts';
import type { DayDose, DoseStep } from '../drugs/dose-days.ts';
import { doseSteps } from '../drugs/dose-steps.ts';
import { exposuresAmong, type Exposure } from '../drugs/exposures.ts';
import { dexamethasonePhosphateShare, prednisonePerMilligram } from './potency.ts';

/** Why an order is not counted, or counted only in part. */
export type Note = 'as-needed' | 'not-systemic' | 'undated';

/** One order, statement, dispense or administration of a systemic glucocorticoid; doses are prednisone equivalents per day. */
export type GlucocorticoidOrder = {
  readonly exposure: Exposure;
  readonly start: DayRange;
  readonly end: DayRange;
  readonly steps: readonly DoseStep[];
  /** `route`: it may be local; `injection`: injected, nobody says where; `repeated`: perhaps one that was sent twice. */
  readonly doubt: 'route' | 'injection' | 'repeated' | undefined;
  readonly depot: boolean;
  readonly ofSalt: boolean;
};

export type GlucocorticoidOrders = {
  readonly orders: readonly GlucocorticoidOrder[];
  readonly notes: readonly { readonly exposure: Exposure; readonly note: Note }[];
};

/** Reads every exposure to a glucocorticoid; what is local, only when needed or undated is noted and not counted. */
export function glucocorticoidOrders(record: IndexedRecord, exposures: readonly Exposure[]): GlucocorticoidOrders {
  const all = exposures.filter(isGlucocorticoid);
  const injected = new Set<string>();
  for (const each of all) if (isInjectedAdministration(each)) injected.add(keyOn(each, 0));
  const given = new Set<string>();
  const orders: GlucocorticoidOrder[] = [];
  const notes: { readonly exposure: Exposure; readonly note: Note }[] = [];
  for (const exposure of all) {
    const { start, end, entry } = exposure;
    if (exposure.systemic === 'local' || exposure.classes.has('steroid-not-converted')) {
      notes.push({ exposure, note: 'not-systemic' });
      continue;
    }
    if (start === undefined || end === undefined) {
      notes.push({ exposure, note: 'undated' });
      continue;
    }
    const { steps, asNeeded } = doseSteps(record, exposure);
    if (asNeeded) notes.push({ exposure, note: 'as-needed' });
    const drug = entry.identified.state === 'known' ? entry.identified.drug : undefined;
    const daily = isInjectedAdministration(exposure) && [-1, 1].some((apart) => injected.has(keyOn(exposure, apart)));
    const ofSalt = exposure.ingredient === 'dexamethasone' && drug?.strength?.ofSalt === true;
    const potency = prednisonePerMilligram(exposure.ingredient);
    const factor = potency === undefined ? undefined : potency * (ofSalt ? dexamethasonePhosphateShare : 1);
    const depot = drug?.depot === true;
    if (steps.length === 0) continue;
    const administered = administeredAt(exposure, steps);
    const isRepeated = administered !== undefined && given.has(administered);
    if (administered !== undefined) given.add(administered);
    orders.push({
      exposure,
      start,
      end,
      steps: factor === 1 && !depot ? steps : steps.map((step) => converted(step, factor, depot)),
      doubt: isRepeated ? 'repeated' : daily ? undefined : doubtAboutRoute(exposure),
      depot,
      ofSalt,
    });
  }
  return { orders, notes };
}

const doubtAboutRoute = ({ systemic, route }: Exposure): 'route' | 'injection' | undefined =>
  systemic === 'systemic' ? undefined : route === 'injection' ? 'injection' : 'route';

/** What an administration was, to the time of day; undefined for anything else, and where only the day is known. */
function administeredAt(
  { source, ingredient, route, entry }: Exposure,
  steps: readonly DoseStep[],
): string | undefined {
  const at = textAt(entry.resource, 'effectiveDateTime');
  if (source !== 'administration' || at === undefined || !/T(?!00:00(?::00)?(?:\.0+)?(?:Z|[+-]|$))/.test(at))
    return undefined;
  return JSON.stringify([ingredient, route, at, steps.map(({ dose }) => dose)]);
}

/** Also where nobody agrees on an equivalence: its dose cannot be read, and it may have been a high one. */
const systemicClasses: readonly DrugClass[] = ['glucocorticoid', 'glucocorticoid-unconverted'];
const classes: readonly DrugClass[] = [...systemicClasses, 'steroid-not-converted'];

/** True for the classes of a glucocorticoid that counts where it is systemic. */
export const isCounted = (of: Iterable<DrugClass>): boolean => [...of].some((each) => systemicClasses.includes(each));

/** The exposures to corticosteroids as they are known on a day: what is asked of the other days needs no other drug. */
export const corticosteroidsOn = (record: IndexedRecord, today: Day): readonly Exposure[] =>
  exposuresAmong(record, record.once(corticosteroidEntries), today);

/** Entries of every corticosteroid, also those that never count. */
export const corticosteroidEntries = ({ medications }: IndexedRecord): readonly MedicationEntry[] =>
  medications.filter(({ identified }) => identified.state === 'known' && isCorticosteroid(identified.drug));

const isCorticosteroid = ({ classes: of }: DrugIdentity): boolean => classes.some((each) => of.has(each));

/** True for every corticosteroid; of a combination only for the corticosteroid itself. */
const isGlucocorticoid = ({ ingredient, entry: { identified } }: Exposure): boolean =>
  identified.state === 'known' &&
  isCorticosteroid(identified.drug) &&
  (identified.drug.ingredients.length === 1 || prednisonePerMilligram(ingredient) !== undefined);

/** An injection counts as systemic where administrations follow each other day by day. */
const isInjectedAdministration = (exposure: Exposure): boolean =>
  exposure.source === 'administration' && exposure.route === 'injection';

const keyOn = (exposure: Exposure, daysLater: number): string =>
  `${exposure.ingredient} ${String(dayOf(exposure) + daysLater)}`;

const dayOf = ({ start }: Exposure): Day => start?.from ?? Number.NaN;

/** In prednisone equivalents; a depot counts on its first day only. */
const converted = (step: DoseStep, factor: number | undefined, depot: boolean): DoseStep => ({
  ...step,
  to: depot ? { from: step.from.from, to: step.from.to } : step.to,
  dose: scaled(step.dose, factor),
});

const scaled = (dose: DayDose | undefined, factor: number | undefined): DayDose | undefined =>
  dose === undefined || factor === undefined
    ? undefined
    : {
        ...dose,
        milligrams: scale(dose.milligrams, factor),
        ...(dose.most !== undefined && { most: scale(dose.most, factor) }),
      };
