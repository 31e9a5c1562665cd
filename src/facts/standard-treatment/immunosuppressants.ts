// How many of the eleven agents did the patient receive, and how many of them adequately?

import { isoDay, isoRange, type Day } from '../../logic/calendar.ts';
import { alsoShowing, finding, type Evidence, type Finding } from '../../logic/finding.ts';
import { say, verbatim, type Message } from '../../logic/message.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { isComplete } from '../../fhir/retrieved.ts';
import { allIngredients } from '../../terminology/drug-table.ts';
import type { Exposure } from '../drugs/exposures.ts';
import { adequacyOf, type Adequacy, type AdequacySettings } from './immunosuppressants-adequacy.ts';
import { countExposures, entriesWithoutStanding, type Counted } from './immunosuppressants-counted.ts';
import { absenceOfDrugs, isGroup, type DrugAbsence } from '../drugs/medication-history.ts';
import type { Screening } from '../screening.ts';
import { sleDiagnosis } from '../sle-diagnosis.ts';
import { isOneOf } from '../../terminology/drugs.ts';
import { drugsAhead } from '../drugs/turns.ts';

export type AgentSettings = AdequacySettings & { readonly medicationHistoryWindowDays: number };

/** Agents needed, and the eleven that count; mycophenolate mofetil and mycophenolic acid are one. @source NCT06222853, inclusion criterion 2 */
const needed = 2;
export const agentNames: ReadonlySet<string> = new Set(
  allIngredients.filter(({ classes }) => classes.includes('trial-agent')).map(({ name }) => name),
);

/** Not listed, but so near to one that is that the investigator decides. @source Clinical specification section 5 */
const nearAgents: ReadonlySet<string> = new Set(['mercaptopurine', 'teriflunomide', 'obinutuzumab', 'ofatumumab']);

/** One agent with everything on record about it. */
export type Agent = Adequacy & {
  readonly name: string;
  readonly counted: readonly Counted[];
  /** At least one exposure is beyond doubt. */
  readonly exposed: boolean;
  /** Adequate by orders alone, and a statement that they were not taken may have been missed. */
  readonly restsOnOrders: boolean;
};

/** One agent judged from its counted exposures. */
export function agentOf(
  name: string,
  counted: readonly Counted[],
  settings: AdequacySettings,
  record: IndexedRecord,
  screening: Screening,
): Agent {
  const judge = (of: readonly Counted[]): Adequacy => adequacyOf(name, of, settings, record, screening.date);
  const adequacy = judge(counted);
  const mayBeDenied = adequacy.adequate === 'yes' && !isComplete(record.retrieved.medicationStatements);
  const restsOnOrders =
    mayBeDenied && judge(counted.filter(({ exposure }) => exposure.source !== 'request')).adequate !== 'yes';
  return { ...adequacy, name, counted, exposed: counted.some(({ sure }) => sure), restsOnOrders };
}

/**
 * Two agents adequate: `met`. Two agents given and fewer adequate: `needs-investigator`, whatever else is not recorded. Fewer
 * given: `not-met` if the history is attested, complete and legible, else `unknown`.
 * @source NCT06222853 inclusion criterion 2; clinical specification, 1.4-D and 1.4-E
 */
export function agents(
  record: IndexedRecord,
  exposures: readonly Exposure[],
  screening: Screening,
  settings: AgentSettings,
): Finding {
  const { onset } = sleDiagnosis(record, screening);
  const isAgent = ({ ingredient }: Exposure): boolean => agentNames.has(ingredient);
  const { counted, ignored, flags } = countExposures(record, exposures, isAgent, onset);
  const groups = [...Map.groupBy(counted, ({ exposure }) => exposure.ingredient)].sort(([a], [b]) => (a < b ? -1 : 1));
  const list = groups.map(([name, of]) => agentOf(name, of, settings, record, screening));
  const absence = (): DrugAbsence =>
    absenceOfDrugs(record, screening, settings.medicationHistoryWindowDays, {
      ingredients: agentNames,
      classes: ['other-immunosuppressant', 'antineoplastic'],
    });
  const others = othersOf(exposures);
  return alsoShowing(verdictOf(list, others, absence), {
    evidence: [...list.map(shownAgent), ...others.map(otherEvidence)],
    ignored: [...ignored, ...entriesWithoutStanding(record, agentNames)],
    flags: [...flags, ...(counted.some(({ exposure }) => exposure.unbounded) ? ['UNBOUNDED_ORDER'] : [])],
    turns: [...list.flatMap((each) => each.turns), ...drugsAhead(record, screening, isOneOf(agentNames))],
  });
}

function verdictOf(list: readonly Agent[], others: readonly Exposure[], absence: () => DrugAbsence): Finding {
  const given = list.filter((each) => each.exposed);
  const adequate = given.filter((each) => each.adequate === 'yes');
  const values = { given: names(given), adequate: names(adequate), count: given.length, needed };
  if (adequate.length >= needed) {
    const ordered = adequate.filter(({ restsOnOrders }) => restsOnOrders);
    if (adequate.length - ordered.length >= needed) return finding('met', say('immunosuppressants.met', values));
    return finding('unknown', say('immunosuppressants.ordered', { agents: names(ordered) }), {
      missing: [{ what: say('immunosuppressants.statements'), orders: [] }],
    });
  }
  if (given.length >= needed) {
    const doubts = given.filter((each) => each.adequate !== 'yes').map(shortfall);
    return finding('needs-investigator', say('immunosuppressants.not-adequate', { ...values, doubts }));
  }
  const unclear = list.filter((each) => !each.exposed);
  const unclearRoutes = (more: Partial<Finding> = {}): Finding => {
    const what = say('immunosuppressants.route-of', { agents: names(unclear) });
    const reason = say('immunosuppressants.unclear', { ...values, agents: names(unclear) });
    return finding('unknown', reason, { missing: [{ what, orders: [] }], ...more });
  };
  if (given.length + unclear.length >= needed) return unclearRoutes();
  const { proven, reasons, evidence, ignored, missing, flags, turns } = absence();
  if (!proven) {
    const reason = say('immunosuppressants.open', { ...values, reasons });
    const what = say('immunosuppressants.further', { count: needed - given.length });
    return finding('unknown', reason, { missing: [{ what, orders: [] }, ...missing], evidence, ignored, flags, turns });
  }
  const near = [...new Set(others.map(({ ingredient }) => ingredient).filter((each) => nearAgents.has(each)))];
  if (given.length + near.length >= needed) {
    const reason = say('immunosuppressants.near', { ...values, near });
    return finding('needs-investigator', reason, { evidence, ignored, turns });
  }
  if (given.length + unclear.length + near.length >= needed) return unclearRoutes({ evidence, ignored, turns });
  return finding('not-met', say('immunosuppressants.too-few', values), { evidence, ignored, turns });
}

const names = (list: readonly Agent[]): string | readonly Message[] =>
  list.length === 0 ? '–' : list.map(({ name }) => verbatim(name));

/** Why one agent is not adequate, in numbers. */
export function shortfall(agent: Agent): Message {
  const { name, cover, doses, counted, adequate } = agent;
  if (counted.every(({ reason }) => reason === 'other-disease'))
    return say('immunosuppressants.other-disease', { name });
  if (counted.every(({ reason }) => reason === 'before-onset')) return say('immunosuppressants.before-onset', { name });
  if (adequate === 'unclear') {
    const isUntaken = counted.some(({ exposure }) => exposure.untaken.length > 0);
    return say(isUntaken ? 'immunosuppressants.untaken' : 'immunosuppressants.unclear-time', { name });
  }
  if (doses !== undefined) return say('immunosuppressants.few-doses', { name, count: doses.length });
  return say('immunosuppressants.short', { name, days: cover?.days ?? 0 });
}

/** One agent, of which something counts, as evidence: what is proven of it, and the exposure that goes on for longest. */
export function agentEvidence({ name, counted, cover, doses }: Agent): Evidence {
  const last = counted.reduce((best, each) => (endOf(each) > endOf(best) ? each : best));
  const shown = { reference: last.exposure.reference, label: verbatim(name) };
  const [first, latest] = [doses?.[0], doses?.at(-1)];
  if (doses !== undefined && first !== undefined && latest !== undefined) {
    const values = { count: doses.length, from: isoDay(first), to: isoDay(latest) };
    return { ...shown, value: say('immunosuppressants.doses', values), date: values.to };
  }
  if (cover === undefined) return { ...shown, value: say('immunosuppressants.no-time') };
  const values = { days: cover.days, from: isoDay(cover.from), to: isoDay(cover.to) };
  return { ...shown, value: say('immunosuppressants.cover', values), date: values.to };
}

/** Of the agents those lead on which the answer rests. */
const shownAgent = (agent: Agent): Evidence => ({
  ...agentEvidence(agent),
  ...(agent.adequate === 'yes' && { leads: true as const }),
});

const endOf = ({ exposure }: Counted): Day => exposure.end?.to ?? 0;

export const otherClasses = ['other-immunosuppressant', 'immunoglobulin'] as const;

/** Systemic immunosuppression that the trial does not list, the latest exposure of each drug; a group may hold one that it lists. */
const othersOf = (exposures: readonly Exposure[]): readonly Exposure[] => [
  ...new Map(
    exposures
      .filter(({ classes, systemic }) => systemic !== 'local' && otherClasses.some((each) => classes.has(each)))
      .filter(({ classes, ingredient }) => !isGroup({ classes, ingredients: [ingredient] }))
      .map((each) => [each.ingredient, each]),
  ).values(),
];

const otherEvidence = ({ reference, ingredient, start }: Exposure): Evidence => ({
  reference,
  label: say('immunosuppressants.not-listed'),
  value: ingredient,
  ...(start !== undefined && { date: isoRange(start) }),
});
