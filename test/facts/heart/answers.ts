// How are the whole answers about the heart and the lung asked for, and written down in a line each?

import { expect, it } from 'vitest';
import { exposuresOf, type Exposure } from '../../../src/facts/drugs/exposures.ts';
import type { IndexedRecord } from '../../../src/fhir/indexed-record.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { SearchName } from '../../../src/fhir/searches.ts';
import type { Evidence, Finding } from '../../../src/logic/finding.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import { day, recordOf, screeningOn, type RecordOptions } from '../../builders.ts';
import { expected, whole, type Whole } from '../whole.ts';

export const screening = screeningOn('2026-06-01');
export const today = '2026-06-01';

export type Ask = (resources: readonly Json[], options?: RecordOptions) => Whole;

/** A question about a record and the drugs in it. */
export const asking =
  (question: (record: IndexedRecord, exposures: readonly Exposure[]) => Finding): Ask =>
  (resources, options = {}) => {
    const record = recordOf(resources, options);
    return whole(question(record, exposuresOf(record, screening)));
  };

/** A diagnosis, or another entry, as it is shown. */
export const seen = (value: string, date = '', kind = 'diagnosis', reference = 'Condition/r1'): Evidence => ({
  reference,
  label: say(`history.${kind}`),
  value,
  ...(date !== '' && { date }),
});

/** A report as it is shown. */
export const told = (value: string, date: string, reference = 'DiagnosticReport/r1'): Evidence => ({
  reference,
  label: say('heart.report'),
  value,
  date,
});

/** What is shown of a diagnosis that is refuted. */
export const refuted = (value: string): Pick<Whole, 'ignored' | 'flags'> => ({
  ignored: [{ reference: 'Condition/r1', label: say('record.refuted', { status: 'refuted' }), value }],
  flags: ['IGNORED_INVALID_EVIDENCE'],
});

/** Nothing on record, and the days on which that may change. */
export const nothing = (what: Message, ...days: readonly string[]): Whole =>
  expected('not-met', say('history.absent', { what }), { days });

/** A report of the first of the last 90 days that names it. */
export const reported = (what: Message, value: string): Whole =>
  expected('needs-investigator', say('history.reported', { what, date: '2026-03-03' }), {
    evidence: [told(value, '2026-03-03')],
    days: ['2026-06-02'],
  });

/** That nothing is on record is an answer only where these searches were complete, some of them for the last 90 days. */
export function needs(
  ask: Ask,
  what: Message,
  {
    always,
    lately = [],
    answer = nothing(what),
  }: {
    readonly always: readonly SearchName[];
    readonly lately?: readonly SearchName[];
    readonly answer?: Whole;
  },
): void {
  const incomplete = (search: SearchName): Whole => {
    const searches = [say(`history.search.${search}`)];
    return expected('unknown', say('history.incomplete', { what, searches }), {
      missing: [{ what: say('history.read-again', { searches }), orders: [] }],
    });
  };
  it('nothing on record', () => {
    expect(ask([])).toEqual(answer);
  });
  it.each(always)('nothing on record, but %s were not read', (search) => {
    expect(ask([], { retrieved: { [search]: { state: 'unavailable', reason: 'refused' } } })).toEqual(
      incomplete(search),
    );
  });
  it.each(lately)('nothing on record, %s cut off 90 days ago', (search) => {
    const since = (iso: string): RecordOptions => ({
      retrieved: { [search]: { state: 'partial', reason: 'cut off', completeSince: day(iso) } },
    });
    expect(ask([], since('2026-03-02'))).toEqual(answer);
    expect(ask([], since('2026-03-03'))).toEqual(incomplete(search));
  });
}
