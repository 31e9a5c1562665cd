// Which immunosuppressants were taken, when, by which route, and long enough?

import { print } from '../eligibility/print.ts';
import type { Language } from '../logic/language.ts';
import type { Patient } from '../eligibility/understand.ts';
import type { Exposure } from '../facts/drugs/exposures.ts';
import { agentNames, agentOf, otherClasses } from '../facts/standard-treatment/immunosuppressants.ts';
import type { AdequacySettings } from '../facts/standard-treatment/immunosuppressants-adequacy.ts';
import { countExposures, type Counted } from '../facts/standard-treatment/immunosuppressants-counted.ts';
import { sleDiagnosis } from '../facts/sle-diagnosis.ts';
import { isoDay } from '../logic/calendar.ts';
import { say } from '../logic/message.ts';
import { drugNameIn } from '../terminology/drug-table.ts';
import type { DrugBar, DrugSpan } from './chart.ts';
import { spanOf } from './shapes.ts';

type Role = DrugBar['role'];

const order: readonly Role[] = ['hydroxychloroquine', 'trial-agent', 'other'];

function roleOf({ ingredient, classes, systemic }: Exposure): Role | undefined {
  if (ingredient === 'hydroxychloroquine') return 'hydroxychloroquine';
  if (agentNames.has(ingredient)) return 'trial-agent';
  const isOther = ingredient === 'chloroquine' || otherClasses.some((each) => classes.has(each));
  return isOther && systemic !== 'local' ? 'other' : undefined;
}

/** One row per drug, judged as criterion I2 judges it. */
export function drugBars(patient: Patient, settings: AdequacySettings, language: Language): readonly DrugBar[] {
  const { record, screening, exposures } = patient;
  const { onset } = sleDiagnosis(record, screening);
  const rows = Map.groupBy(
    exposures.filter((each) => roleOf(each) !== undefined),
    ({ ingredient }) => ingredient,
  );
  return [...rows]
    .flatMap(([drug, own]) => own.slice(0, 1).map((first) => bar(drug, roleOf(first) ?? 'other', own)))
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

  function bar(drug: string, role: Role, own: readonly Exposure[]): DrugBar {
    const { counted, ignored } = countExposures(record, exposures, ({ ingredient }) => ingredient === drug, onset);
    const agent = agentOf(drug, counted, settings, record, screening);
    const whyOf = ({ reference }: Exposure): string | undefined => {
      const label = ignored.find((each) => each.reference === reference)?.label;
      return label === undefined ? undefined : print(label, language);
    };
    const { cover, doses, adequate } = agent;
    return {
      drug,
      name: drugNameIn(language, drug) ?? drug,
      role,
      ...(role !== 'other' && { adequate }),
      ...(cover !== undefined && { cover: { ...spanOf(cover), days: cover.days } }),
      ...(doses !== undefined && { doses: doses.map(isoDay) }),
      spans: own.map((each) => span(each, counted, whyOf(each))),
    };
  }

  function span(exposure: Exposure, counted: readonly Counted[], ignored: string | undefined): DrugSpan {
    const { start, end, plannedEnd, unbounded, route, source, reference, ingredient } = exposure;
    const own = counted.find((each) => each.exposure === exposure);
    const reason = own?.reason ?? 'unclear';
    const isOut = reason === 'other-disease' || reason === 'before-onset';
    const why = isOut ? print(say(`immunosuppressants.${reason}`, { name: ingredient }), language) : ignored;
    return {
      ...(start !== undefined && { from: isoDay(start.from) }),
      ...(end !== undefined && { to: isoDay(end.to) }),
      ongoing: plannedEnd !== undefined && plannedEnd.to > screening.date,
      unbounded,
      ...(route !== undefined && { route }),
      source,
      reference,
      counted: own === undefined || isOut ? 'no' : own.sure && reason === 'yes' ? 'yes' : 'unclear',
      ...(why !== undefined && { why }),
    };
  }
}

const keyOf = ({ role, drug }: DrugBar): string => `${String(order.indexOf(role))} ${drug}`;
