// What was asked of `screen`?

import { parseArgs } from 'node:util';
import { withoutSlash } from '../../access/base-url.ts';
import type { Day } from '../../logic/calendar.ts';
import { dayGiven, serverGiven, text, yes } from '../option-values.ts';
import { UsageError } from '../usage-error.ts';
import type { SourceSpec } from '../../screening/run/source-spec.ts';

export const screenUsage = `usage: screen --bulk DIR [--server URL]       a folder of NDJSON files by resource type, exported from that server
       screen --server URL --group ID       a bulk export of one group from a configured server
       screen --server URL --all            a bulk export of all its patients; --system: of everything it has
       screen --server URL --cohort         the patients that its searches find to have lupus, at the trial's ages
       screen --server URL --patients FILE  the patients whose ids stand in FILE, one a line (- for standard input)
       with an export, --since YYYY-MM-DD   only the patients of whom something changed since that day
       screen --resume RUN                  goes on with a run that was interrupted
       screen --worker                      takes patients of any run, on as many machines as you like (PostgreSQL only)
       screen --subscribe                   asks the servers to tell the service of changes, until a week from now
       screen --write-back                  only writes what waits to be written to the EHR; --again also what was refused
       screen --status [RUN]                the numbers of a run, of the last one by default
options: --protocol ID@VERSION  --as-of YYYY-MM-DD (another day than today only looks: no worklist, no write-back)
         --site DIR  --json (progress and report as JSON lines; always so where standard error is no terminal)
The store, the servers and what is written back are configured: docs/screening.md
exit code: 0 the run is complete, 1 it is not, or some patients failed, 2 wrong usage, 130 stopped by Ctrl-C`;

export type ScreenRequest =
  | {
      readonly what: 'run';
      readonly source: SourceSpec;
      readonly protocol: string | undefined;
      readonly asOf: Day | undefined;
      readonly site: string | undefined;
    }
  | { readonly what: 'resume'; readonly run: string }
  | { readonly what: 'worker' }
  | { readonly what: 'subscribe' }
  | { readonly what: 'write-back'; readonly again: boolean }
  | { readonly what: 'status'; readonly run: string | undefined };

export type ScreenOptions = ScreenRequest & { readonly json: boolean };

/** @throws UsageError for what cannot be done together, is missing or wrong. */
export function readScreenOptions(args: readonly string[]): ScreenOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      bulk: text,
      server: text,
      group: text,
      all: yes,
      system: yes,
      cohort: yes,
      since: text,
      patients: text,
      resume: text,
      worker: yes,
      subscribe: yes,
      'write-back': yes,
      again: yes,
      status: yes,
      protocol: text,
      'as-of': text,
      site: text,
      json: yes,
    },
  });
  const { json, status, worker, subscribe, resume } = values;
  const asked = [status, worker, subscribe, values['write-back'], resume !== undefined, isSource(values)].filter(
    Boolean,
  );
  if (asked.length !== 1)
    throw new UsageError(asked.length === 0 ? 'screen: what shall be screened?' : 'screen: one thing at a time');
  if (positionals.length > (status ? 1 : 0)) throw new UsageError(`screen: what is ${positionals.at(-1) ?? ''}?`);
  if (status) return { what: 'status', run: positionals[0], json };
  if (worker) return { what: 'worker', json };
  if (subscribe) return { what: 'subscribe', json };
  if (values['write-back']) return { what: 'write-back', again: values.again, json };
  if (resume !== undefined) return { what: 'resume', run: resume, json };
  const asOf = values['as-of'] === undefined ? undefined : dayGiven('--as-of', values['as-of']);
  return { what: 'run', source: sourceIn(values), protocol: values.protocol, asOf, site: values.site, json };
}

type Given = {
  readonly bulk?: string | undefined;
  readonly server?: string | undefined;
  readonly group?: string | undefined;
  readonly patients?: string | undefined;
  readonly since?: string | undefined;
  readonly all: boolean;
  readonly system: boolean;
  readonly cohort: boolean;
};

const isSource = ({ bulk, server, group, patients, since, all, system, cohort }: Given): boolean =>
  all || system || cohort || [bulk, server, group, patients, since].some((each) => each !== undefined);

function sourceIn(given: Given): SourceSpec {
  const { bulk, server, group, patients, all, system, cohort } = given;
  const named = server === undefined ? undefined : withoutSlash(serverGiven(server));
  const ways = [bulk !== undefined, group !== undefined, patients !== undefined, all, system, cohort];
  if (ways.filter(Boolean).length !== 1)
    throw new UsageError('screen needs one of --bulk DIR, --group ID, --all, --system, --cohort and --patients FILE');
  const since = sinceIn(given);
  if (bulk !== undefined) return { kind: 'folder', folder: bulk, ...(named !== undefined && { server: named }) };
  if (named === undefined) throw new UsageError('all sources but --bulk need --server URL');
  if (cohort) return { kind: 'cohort', server: named };
  if (patients !== undefined) return { kind: 'patients', server: named, file: patients };
  const whose = group === undefined ? { scope: system ? ('system' as const) : ('patients' as const) } : { group };
  return { kind: 'export', server: named, ...whose, ...since };
}

/** The beginning of the day where it begins first on earth: rather too much is asked for. */
function sinceIn({ since, group, all, system }: Given): { readonly since?: string } {
  if (since === undefined) return {};
  dayGiven('--since', since);
  if (group === undefined && !all && !system) throw new UsageError('--since needs --group, --all or --system');
  return { since: `${since}T00:00:00+14:00` };
}
