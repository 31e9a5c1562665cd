// How is an answer about the classification put together: what it rests on, what is missing, and when it is open?

import { finding, type Evidence, type Finding, type Missing } from '../../logic/finding.ts';
import { say, type Message } from '../../logic/message.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { isComplete } from '../../fhir/retrieved.ts';
import { evidenceOf, measurementTitle, type Latest } from '../results/latest.ts';
import type { SleDiagnosis } from '../sle-diagnosis.ts';
import type { AntinuclearAntibody } from './antinuclear.ts';
import { classifiedFrom } from './items.ts';
import type { Points } from './points.ts';
import { testFor } from '../orders.ts';

/** Everything the rules look at. */
export type Facts = {
  readonly record: IndexedRecord;
  readonly diagnosis: SleDiagnosis;
  readonly antibody: AntinuclearAntibody;
  readonly points: () => Points;
  readonly recorded: Latest;
  /** Points that a recorded total may have lost, since an investigator judged items not to be lupus. */
  readonly takenAway: number;
};

/** A recorded total counts whenever it was made: longer than any life. */
export const everDays = 50_000;

/** True if a total, an antibody or a diagnosis may have been missed. */
function maybeMissed({ record, diagnosis }: Facts): boolean {
  const { observations, diagnosticReports, conditions } = record.retrieved;
  if (!isComplete(observations) || !isComplete(diagnosticReports)) return true;
  return diagnosis.state !== 'confirmed' && !isComplete(conditions);
}

/** An answer with all that it rests on. What is proven stands; any other answer needs complete searches (ARCHITECTURE, law 6). */
export function answer(facts: Facts, sought: Finding['verdict'], reason: string): Finding {
  const { diagnosis, antibody, recorded, takenAway } = facts;
  const verdict = sought !== 'met' && maybeMissed(facts) ? 'unknown' : sought;
  const points = reason === 'eular.recorded' ? undefined : facts.points();
  const items = points?.counted.flatMap(({ item, evidence }) => {
    const label = say('eular.item', { item: say(`eular.item.${item.id}`), points: item.points });
    return evidence.map((each): Evidence => ({ ...each, label }));
  });
  const found = recorded.state === 'found';
  const totals = found ? recorded.readings.map((each) => evidenceOf(each)) : recorded.finding.evidence;
  const total = found ? recorded.readings[0].asWritten() : say('eular.no-total');
  return finding(
    verdict,
    say(reason, {
      total,
      needed: classifiedFrom,
      ...(takenAway > 0 && { points: takenAway }),
      ...(points !== undefined && { lower: points.lower }),
    }),
    {
      evidence: [...totals, ...antibody.evidence, ...(items ?? []), ...diagnosis.evidence],
      missing: verdict === 'unknown' || verdict === 'needs-investigator' ? missing(facts) : [],
    },
  );
}

/** What would settle the question. */
function missing({ diagnosis, antibody, recorded }: Facts): readonly Missing[] {
  const only = (what: Message): Missing => ({ what, orders: [] });
  return [
    ...(recorded.state === 'found' ? [] : [only(say('eular.record-total'))]),
    ...(antibody.state === 'positive'
      ? []
      : [{ what: measurementTitle('ANA'), orders: [{ coding: testFor.antinuclearAntibody, windowDays: everDays }] }]),
    ...(diagnosis.state === 'confirmed' ? [] : [only(say('eular.record-diagnosis'))]),
    only(say('eular.record-items')),
  ];
}
