// Is the glomerular filtration rate high enough?

import { alsoShowing, finding, type Evidence, type Finding, type Turn } from '../../logic/finding.ts';
import { isAtLeast } from '../../logic/interval.ts';
import { keptBy } from '../../logic/lazy.ts';
import { say } from '../../logic/message.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Reading } from '../../fhir/reading.ts';
import { completeSince } from '../../fhir/retrieved.ts';
import { birthday } from '../birthdays.ts';
import { cystatinCWithin, mayBeBelow } from './cystatin-c.ts';
import { dialysisToFind, dialysisWithin, unsteadyCreatinine, steadyDays } from './steadiness.ts';
import { computedWays, eachLeading, reportedWays } from './ways.ts';
import {
  evidenceOf,
  isUnclear,
  latest,
  measurementTitle,
  missingOf,
  type Latest,
  type LatestQuestion,
  detailsOf,
} from '../results/latest.ts';
import { distinctTurns, isDated, whyIgnored } from '../results/latest-candidates.ts';
import { onceADay } from '../once-a-day.ts';
import type { Screening } from '../screening.ts';
import { testFor } from '../orders.ts';
import { adultYears } from './estimates.ts';

export type KidneyQuestion = {
  /** mL/min/1.73 m2. */
  readonly atLeast: number;
  readonly windowDays: number;
  readonly heightWindowDays: number;
};

/** A height older than this is flagged in a growing child, days. @source clinical specification */
const freshHeightDays = 90;

/**
 * "eGFR >= limit": CKiD U25 from the latest creatinine and height, checked by bedside Schwartz (under 18) or CKD-EPI 2021, together
 * with a reported value that was made for the age. All on one side: that verdict. On different sides, on dialysis, or with a
 * creatinine that moved by more than half within a week: needs-investigator. Adult equations under 18 decide nothing. Cystatin C never
 * decides: what it may say otherwise than the other ways, or alone against the patient, is for the investigator.
 * @source clinical specification section 6 (eGFR), 1.4-V, R-0.7; threshold NCT06222853, inclusion criterion 4
 */
export function filtrationRateAtLeast(record: IndexedRecord, screening: Screening, question: KidneyQuestion): Finding {
  const { atLeast, windowDays, heightWindowDays } = question;
  const known = filtrations(record, screening)(windowDays)(heightWindowDays);
  const { asked, ways, cystatin, dialysis, shown } = known;
  const values = { limit: atLeast };
  if (dialysis.evidence.length > 0) return finding('needs-investigator', say('kidney.on-dialysis', values), shown);
  const searched = completeSince(record.retrieved.observations, screening.date - windowDays - steadyDays);
  if (ways.length === 0) {
    const open = withoutWays(known);
    const ignored = [...adultValues(record, asked.reported), ...cystatin.shown.ignored];
    const alone = searched && mayBeBelow(cystatin, atLeast);
    const answer: Finding = alone
      ? { ...open, verdict: 'needs-investigator', reason: say('kidney.cystatin-alone', values) }
      : open;
    return alsoShowing(answer, { ...shown, ignored });
  }
  const [only, ...others] = ways.map(({ rate }) => isAtLeast(rate, atLeast));
  if (only === undefined || only === 'unknown' || others.includes('unknown'))
    return finding('unknown', say('kidney.undecided', values), { ...shown, missing: missingOf(asked.creatinine) });
  if (others.some((other) => other !== only))
    return finding('needs-investigator', say('kidney.sides-differ', values), eachLeading(shown, ways));
  if (only === 'met' && mayBeBelow(cystatin, atLeast))
    return finding('needs-investigator', say('kidney.cystatin-below', values), shown);
  if (only === 'not-met' && cystatin.ways.some(({ rate }) => isAtLeast(rate, atLeast) !== 'not-met'))
    return finding('needs-investigator', say('kidney.sides-differ', values), shown);
  const unseen = [...(searched ? [] : missingOf(asked.creatinine)), ...dialysisToFind(dialysis)];
  if (unseen.length > 0) return finding('unknown', say('kidney.incomplete', values), { ...shown, missing: unseen });
  if (known.unsteady.length > 0) return finding('needs-investigator', say('kidney.unsteady', values), shown);
  const unclear = unclearIn(known.reported) ?? cystatin.unclear;
  if (only === 'met' && unclear !== undefined) {
    const { reason, missing } = unclear;
    return finding('unknown', reason, { ...shown, missing });
  }
  return finding(only, say(`kidney.${only}`, values), shown);
}

/** All that a record says of the filtration rate on a day, whatever the limit: two criteria ask. */
const filtrations = onceADay((record, screening) =>
  keptBy((windowDays: number) =>
    keptBy((heightWindowDays: number) => filtrationOf(record, screening, { windowDays, heightWindowDays })),
  ),
);

type Windows = Pick<KidneyQuestion, 'windowDays' | 'heightWindowDays'>;

function filtrationOf(record: IndexedRecord, screening: Screening, windows: Windows) {
  const asked = questionsOf(record, screening, windows);
  const creatinine = latest(record, asked.creatinine);
  const height = latest(record, asked.height);
  const reported = latest(record, asked.reported);
  const computed = found(creatinine).flatMap((scr) => found(height).flatMap((cm) => computedWays(record, scr, cm)));
  const ways = [...found(reported).flatMap((each) => reportedWays(record, each)), ...computed];
  const cystatin = cystatinCWithin(record, screening, windows.windowDays);
  const dialysis = dialysisWithin(record, screening, windows.windowDays);
  const unsteady = found(creatinine)
    .filter(isDated)
    .flatMap((each) => unsteadyCreatinine(each, record, screening));
  const shown = {
    evidence: [
      ...ways.map(({ evidence, main }) => (main ? { ...evidence, leads: true as const } : evidence)),
      ...found(creatinine).map((each) => evidenceOf(each)),
      ...found(height).map((each) => evidenceOf(each)),
      ...cystatin.shown.evidence,
      ...unsteady,
      ...dialysis.evidence,
    ],
    turns: [
      ...detailsOf(creatinine).turns,
      ...detailsOf(height).turns,
      ...detailsOf(reported).turns,
      ...cystatin.shown.turns,
      ...dialysis.turns,
      ...comingOfAge(record, screening),
    ],
    ignored: [
      ...detailsOf(creatinine).ignored,
      ...detailsOf(height).ignored,
      ...cystatin.shown.ignored,
      ...adultValues(record, asked.reported),
    ],
    flags: heightFlags(height, screening),
  };
  return { asked, creatinine, height, reported, ways, cystatin, dialysis, unsteady, shown };
}

const nothing: readonly never[] = [];

const found = (each: Latest): readonly Reading[] => (each.state === 'found' ? each.readings : nothing);

function questionsOf(record: IndexedRecord, screening: Screening, { windowDays, heightWindowDays }: Windows) {
  const asked = (names: readonly string[], title: string, more: Partial<LatestQuestion> = {}): LatestQuestion => ({
    names,
    what: measurementTitle(title),
    screening,
    windowDays,
    group: 'LABS',
    orders: [testFor.creatinine],
    ...more,
  });
  const ofHeight = { windowDays: heightWindowDays, group: 'HEIGHT', orders: [testFor.height] };
  const adulthood = birthday(record, adultYears);
  const isAdult = adulthood !== undefined && adulthood.to <= screening.date;
  return {
    creatinine: asked(['creatinine'], 'creatinine'),
    height: asked(['height'], 'height', ofHeight),
    reported: asked(['eGFR-schwartz', 'eGFR-U25', ...(isAdult ? ['eGFR-adult'] : [])], 'eGFR'),
  };
}

/** From the 18th birthday on, values by adult equations count. */
function comingOfAge(record: IndexedRecord, { date }: Screening): readonly Turn[] {
  const adulthood = birthday(record, adultYears);
  if (adulthood === undefined || adulthood.to <= date) return nothing;
  return distinctTurns([adulthood.from, adulthood.to].filter((on) => on > date));
}

/** Why a result of these days says nothing although it may say anything. */
const unclearIn = (each: Latest): Finding | undefined =>
  each.state === 'none' && isUnclear(each.finding) ? each.finding : undefined;

/** Why nothing can be said: a reported value that may say anything, no creatinine, no height, or no age that the equations are made for. */
function withoutWays({ creatinine, height, reported, asked }: ReturnType<typeof filtrationOf>): Finding {
  const unclear = unclearIn(reported);
  if (unclear !== undefined) return unclear;
  if (creatinine.state === 'none' && height.state === 'none')
    return alsoShowing(creatinine.finding, { missing: height.finding.missing, flags: height.finding.flags });
  if (creatinine.state === 'none') return creatinine.finding;
  if (height.state === 'none') return height.finding;
  return finding('unknown', say('kidney.no-age'), {
    missing: missingOf({ ...asked.creatinine, orders: [] }, say('kidney.birth-date')),
  });
}

/** Reported values by an equation that is not made for the age, or that is not named. */
function adultValues(record: IndexedRecord, { names, screening, windowDays }: LatestQuestion): readonly Evidence[] {
  const shown: Evidence[] = [];
  for (const name of otherRates) {
    if (names.includes(name)) continue;
    for (const each of record.readings(name)) {
      if (!isDated(each) || each.when.to < screening.date - windowDays) continue;
      if (whyIgnored(each, screening) !== undefined) continue;
      shown.push(evidenceOf(each, say('kidney.not-for-children', { what: measurementTitle(each.measurement) })));
    }
  }
  return shown;
}

const otherRates = ['eGFR', 'eGFR-adult'] as const;

function heightFlags(height: Latest, { date }: Screening): readonly string[] {
  const old = found(height).some(({ when }) => when !== undefined && when.from < date - freshHeightDays);
  return old ? ['HEIGHT_OLDER_THAN_90_DAYS'] : nothing;
}
