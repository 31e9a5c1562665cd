// When did a diagnosis or a drug begin, and was it there at some time between two days, as far as its dates tell?

import type { Day, Moment } from '../logic/calendar.ts';
import type { ConditionEntry, MedicationEntry } from '../fhir/entries.ts';

/** When a diagnosis began: its onset, else the day it was recorded. */
export const beganOf = (entry: ConditionEntry): Moment | undefined => entry.onset ?? entry.recorded;

/** When a drug began to be given: its own start, else the day it was ordered or spoken of. */
export const startOf = (entry: MedicationEntry): Moment | undefined => entry.start ?? entry.authored;

/** Whether a drug goes on no longer, by its status. */
export const isOver = ({ status }: MedicationEntry): boolean => status === 'completed' || status === 'stopped';

/**
 * True unless the dates or the clinical status say that the diagnosis was not there on any day from `from` to `to`.
 * A diagnosis that is over without an end date counts only if it began in that time.
 */
export function mayHaveBeenPresent(entry: ConditionEntry, from: Day, to: Day): boolean {
  const began = beganOf(entry);
  if (began !== undefined && began.from > to) return false;
  if (entry.abatement !== undefined) return entry.abatement.to >= from;
  return entry.clinical === 'inactive' ? began !== undefined && began.to >= from : true;
}

/**
 * True unless the dates say that a drug was not given on any day from `from` to `to`; an open end is an open end, also of an
 * administration that its status does not call over.
 */
export function mayHaveBeenGiven(entry: MedicationEntry, from: Day, to: Day): boolean {
  const start = startOf(entry);
  if (start === undefined) return true;
  if (start.from > to) return false;
  if (entry.end !== undefined) return entry.end.to >= from;
  const given = entry.point || (entry.source === 'administration' && isOver(entry));
  return given ? start.to >= from : true;
}

/** The same where one that is over and has no end, such as an old order, is taken for its own day and no later one. */
export function mayHaveBeenOrdered(entry: MedicationEntry, from: Day, to: Day): boolean {
  const start = startOf(entry);
  if (isOver(entry) && entry.end === undefined && start !== undefined && start.to < from) return false;
  return mayHaveBeenGiven(entry, from, to);
}
