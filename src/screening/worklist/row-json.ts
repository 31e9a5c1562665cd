// What does a reader get to see of one patient on the list?

import type { Language } from '../../logic/language.ts';
import type { Sealing } from '../../store/sealing.ts';
import type { WorklistTable } from '../../store/schema-screening.ts';
import type { Role } from './access/person.ts';
import { maySeeName } from './names.ts';
import { placeOf } from './sealed-places.ts';
import { nextStates, stateOf } from './states.ts';
import { summaryFrom, type Summary } from './summary.ts';
import type { ListRow } from './table.ts';
import { printedFor } from './printed-for.ts';
import { listWords, markerWords } from './words.ts';

/** What the last screening found, as far as the list shows it. */
export const openSummary = (row: WorklistTable, { open }: Pick<Sealing, 'open'>): Summary =>
  summaryFrom(JSON.parse(open(row.summary, placeOf.summary(row.protocol, row.patient))));

export type Reading = {
  readonly role: Role;
  readonly language: Language;
  readonly sealing: Pick<Sealing, 'open'>;
  readonly consentBeforeName: boolean;
};

/** One patient as the API answers her: by screening number, never by name. */
export function rowJson(row: ListRow, { role, language, sealing, consentBeforeName }: Reading) {
  const words = listWords(language);
  const { asOf, tally, against, missing, confirm, confidential, next, answers } = openSummary(row, sealing);
  const state = stateOf(row.state);
  return {
    number: row.number,
    state,
    nextStates: nextStates(state),
    status: row.status,
    current: row.current === 1,
    episode: row.episode,
    revision: row.revision,
    markers: row.shownMarkers.map((marker) => ({ ...marker, words: markerWords(words, marker) })),
    tally,
    against,
    missing: missing.map(({ criterion, what }) => ({
      criterion,
      words: what.map((each) => printedFor(each, language)),
    })),
    confirm,
    /** Questions of confidential criteria that are open or stand against: the chart says which. */
    confidential,
    ...(next !== undefined && { next }),
    asOf,
    ...(row.assignee !== '' && { assignee: row.assignee }),
    added: row.added,
    changed: row.changed,
    nameMayBeSeen: maySeeName(role, row, { answers }, consentBeforeName),
  };
}

export type RowJson = ReturnType<typeof rowJson>;
