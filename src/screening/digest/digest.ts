// What is new on the list of a trial since yesterday?

import type { Sealing } from '../../store/sealing.ts';
import type { Database } from '../../store/store.ts';
import { screeningsSince, type ListEvent } from '../worklist/events.ts';
import { screeningNumber } from '../worklist/number.ts';
import { isSetAside, stateOf } from '../worklist/states.ts';

/** Patients by screening number only, each where she stands now; a digest goes by mail. */
export type Digest = {
  readonly trial: { readonly id: string; readonly title: string };
  /** ISO 8601 in UTC: what happened after `since` and up to `until`. */
  readonly since: string;
  readonly until: string;
  /** Of the patients to work on: how many in each state, and how many of them are candidates. */
  readonly open: number;
  readonly candidates: number;
  readonly states: readonly { readonly state: string; readonly count: number }[];
  readonly entered: readonly string[];
  readonly returned: readonly string[];
  readonly left: readonly string[];
  /** Of whom an answer changed, with the questions; those of confidential criteria are left out. */
  readonly changed: readonly { readonly number: string; readonly questions: readonly string[] }[];
};

/** Reads the digest of one trial. */
export async function digestOf(
  database: Database,
  sealing: Pick<Sealing, 'open'>,
  trial: Digest['trial'],
  { since, until }: Pick<Digest, 'since' | 'until'>,
): Promise<Digest> {
  const rows = await database.selectFrom('worklist').selectAll().where('protocol', '=', trial.id).execute();
  const open = rows.filter(({ current, state }) => current === 1 && !isSetAside(stateOf(state)));
  const states = Map.groupBy(open, ({ state }) => state);
  const events = await screeningsSince(database, trial.id, { since, until }, sealing);
  const news = [...Map.groupBy(events, ({ patient }) => patient)].map(([patient, those]) =>
    newsOf(trial.id, patient, those),
  );
  const numbers = (what: News['what']): readonly string[] =>
    news.flatMap((each) => (each.what === what ? [each.number] : []));
  return {
    trial,
    since,
    until,
    open: open.length,
    candidates: open.filter(({ status }) => status === 'candidate').length,
    states: [...states].map(([state, { length: count }]) => ({ state, count })),
    entered: sorted(numbers('entered')),
    returned: sorted(numbers('returned')),
    left: sorted(numbers('left')),
    changed: news
      .filter(({ what }) => what === 'changed')
      .map(({ number, questions }) => ({ number, questions }))
      .toSorted((a, b) => (a.number < b.number ? -1 : 1)),
  };
}

const sorted = (numbers: readonly string[]): readonly string[] => numbers.toSorted((a, b) => (a < b ? -1 : 1));

type News = {
  readonly number: string;
  readonly what: 'entered' | 'returned' | 'left' | 'changed' | 'nothing';
  readonly questions: readonly string[];
};

/** What all screenings of one patient in the time come to. */
function newsOf(trial: string, patient: string, events: readonly ListEvent[]): News {
  const screenings = events.flatMap(({ detail }) => (detail.kind === 'screened' ? [detail] : []));
  const last = screenings.at(-1)?.entry;
  const came = screenings.find(({ entry }) => entry === 'entered' || entry === 'returned')?.entry;
  const shown = screenings
    .flatMap(({ differences }) => differences)
    .filter(({ confidential }) => confidential !== true);
  const what =
    last === 'away'
      ? 'nothing'
      : last === 'left'
        ? 'left'
        : came === 'entered' || came === 'returned'
          ? came
          : 'changed';
  return {
    number: screeningNumber(trial, patient),
    what,
    questions: [...new Set(shown.map(({ criterion }) => criterion))],
  };
}
