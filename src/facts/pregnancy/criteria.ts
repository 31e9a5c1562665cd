// What do pregnancy tests and childbearing potential answer together: test negative, blood test positive, contraception?

import { alsoShowing, finding, type Finding } from '../../logic/finding.ts';
import { keptBy } from '../../logic/lazy.ts';
import { say } from '../../logic/message.ts';
import { not } from '../../logic/verdict.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { isComplete } from '../../fhir/retrieved.ts';
import { childbearing, type Childbearing } from './childbearing.ts';
import { combined } from '../combined.ts';
import { besideReports } from '../serology/reported.ts';
import { onceADay } from '../once-a-day.ts';
import { documentedPregnancy, positiveElsewhere, positiveInBlood } from './answer.ts';
import type { Screening } from '../screening.ts';

export type PregnancyWindows = {
  /** Days back within which a pregnancy test counts. */
  readonly testDays: number;
  /** Days back within which "before menarche" counts. */
  readonly preMenarcheDays: number;
};

/** What tests and diagnoses say of a pregnancy on a day: two criteria ask. */
const pregnancyOf = onceADay((record, screening) =>
  keptBy((testDays: number) => ({
    documented: documentedPregnancy(record, screening, testDays),
    inBlood: besideReports(record, screening, positiveInBlood(record, screening, testDays), {
      names: ['hCG-blood', 'hCG-urine', 'hCG'],
      windowDays: testDays,
      takenBackBy: ['hCG-blood'],
    }),
    elsewhere: positiveElsewhere(record, screening, testDays),
  })),
);

const orderHcg = 'ORDER:SERUM_HCG';

/** True for a test that was not done, or not within its window: nothing else is known to be wrong with it. */
const notDone = ({ reason }: Finding): boolean => reason.id === 'latest.none' || reason.id === 'latest.stale';

const withPotential = (base: Finding, { evidence, missing, flags, turns }: Childbearing): Finding =>
  alsoShowing(base, { evidence, flags, turns, ...(base.verdict === 'unknown' && { missing }) });

/**
 * Negative pregnancy test of a female who can bear a child; urine or blood. Any positive test or a documented pregnancy
 * answers no, whatever the childbearing potential was held to be.
 * @source NCT06222853 inclusion criterion 6; readings: spec 1.4-U, section 7
 */
export function negativeTest(record: IndexedRecord, screening: Screening, windows: PregnancyWindows): Finding {
  const potential = childbearing(record, screening, windows.preMenarcheDays);
  if (potential.state === 'male') return withPotential(finding('met', potential.reason), potential);
  const { documented, inBlood, elsewhere } = pregnancyOf(record, screening)(windows.testDays);
  const tests = [inBlood, elsewhere];
  const done = tests.filter((test) => !notDone(test));
  const needed = done.length === 0 && potential.state !== 'no' ? [inBlood] : done;
  const positive = combined('any', [documented, ...needed]);
  const turns = tests.filter((test) => !needed.includes(test)).flatMap((test) => test.turns);
  const { verdict } = positive;
  const negative = done.length === 0 ? potential.reason : say('pregnancy.negative');
  return withPotential(
    alsoShowing(
      { ...positive, verdict: not(verdict), reason: verdict === 'not-met' ? negative : positive.reason },
      { turns, flags: verdict === 'unknown' ? [orderHcg] : [] },
    ),
    potential,
  );
}

/**
 * Positive pregnancy test in blood. A urine test alone leaves it unknown; a documented pregnancy without a blood test goes to
 * the investigator.
 * @source NCT06222853 exclusion criterion 10; readings: spec 1.4-U, section 7 E10
 */
export function positiveBloodTest(record: IndexedRecord, screening: Screening, windows: PregnancyWindows): Finding {
  const potential = childbearing(record, screening, windows.preMenarcheDays);
  if (potential.state === 'male') {
    const test = positiveInBlood(record, screening, windows.testDays);
    const odd = test.verdict === 'met' ? { evidence: test.evidence, flags: ['HCG_POSITIVE_IN_MALE'] } : {};
    return alsoShowing(finding('not-met', potential.reason, odd), { turns: test.turns });
  }
  const { documented, inBlood: test, elsewhere } = pregnancyOf(record, screening)(windows.testDays);
  if (test.verdict !== 'unknown') return test;
  if (notDone(test) && (documented.verdict === 'met' || documented.verdict === 'needs-investigator')) {
    const reason = say('pregnancy.documented-without-test');
    const flags = [...test.flags, orderHcg];
    return { ...alsoShowing(documented, test), verdict: 'needs-investigator', reason, flags };
  }
  const complete = isComplete(record.retrieved.observations) && isComplete(record.retrieved.conditions);
  if (potential.state === 'no' && notDone(test) && complete) {
    return alsoShowing(withPotential(finding('not-met', potential.reason), potential), {
      turns: [...test.turns, ...documented.turns],
    });
  }
  const onlyUrine = notDone(test) && !notDone(elsewhere);
  const open = onlyUrine ? { ...test, reason: say('pregnancy.only-urine'), evidence: elsewhere.evidence } : test;
  return withPotential(
    alsoShowing(open, { flags: [orderHcg], turns: [...elsewhere.turns, ...documented.turns] }),
    potential,
  );
}

/** Agreement to contraception can only be asked; who cannot bear a child needs none (the text speaks of females only). */
export function contraception(
  record: IndexedRecord,
  screening: Screening,
  windows: Pick<PregnancyWindows, 'preMenarcheDays'>,
): Finding {
  const potential = childbearing(record, screening, windows.preMenarcheDays);
  const [verdict, reason] = {
    male: ['met', say('pregnancy.contraception-male')] as const,
    no: ['met', potential.reason] as const,
    unknown: ['unknown', potential.reason] as const,
    yes: ['needs-investigator', say('pregnancy.contraception-ask')] as const,
    ask: ['needs-investigator', say('pregnancy.contraception-ask')] as const,
  }[potential.state];
  return withPotential(finding(verdict, reason), potential);
}
