// What was asked of `screen`?

import { parseArgs } from 'node:util';
import { parseBase, withoutSlash } from '../../access/base-url.ts';
import { parseDay, type Day } from '../../logic/calendar.ts';
import { UsageError } from '../usage-error.ts';
import type { SourceSpec } from '../../screening/run/source-spec.ts';

export const screenUsage = `usage: screen --bulk DIR [--server URL]       a folder of NDJSON files by resource type, exported from that server
       screen --server URL --group ID       a bulk export of one group from a configured server
       screen --server URL --patients FILE  the patients whose ids stand in FILE, one a line (- for standard input)
       screen --resume RUN                  goes on with a run that was interrupted
       screen --worker                      takes patients of any run, on as many machines as you like (PostgreSQL only)
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
  | { readonly what: 'write-back'; readonly again: boolean }
  | { readonly what: 'status'; readonly run: string | undefined };

export type ScreenOptions = ScreenRequest & { readonly json: boolean };

const text = { type: 'string' } as const;
const yes = { type: 'boolean', default: false } as const;

/** @throws UsageError for what cannot be done together, is missing or wrong. */
export function readScreenOptions(args: readonly string[]): ScreenOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      bulk: text,
      server: text,
      group: text,
      patients: text,
      resume: text,
      worker: yes,
      'write-back': yes,
      again: yes,
      status: yes,
      protocol: text,
      'as-of': text,
      site: text,
      json: yes,
    },
  });
  const { json, status, worker, resume } = values;
  const asked = [status, worker, values['write-back'], resume !== undefined, isSource(values)].filter(Boolean);
  if (asked.length !== 1)
    throw new UsageError(asked.length === 0 ? 'screen: what shall be screened?' : 'screen: one thing at a time');
  if (positionals.length > (status ? 1 : 0)) throw new UsageError(`screen: what is ${positionals.at(-1) ?? ''}?`);
  if (status) return { what: 'status', run: positionals[0], json };
  if (worker) return { what: 'worker', json };
  if (values['write-back']) return { what: 'write-back', again: values.again, json };
  if (resume !== undefined) return { what: 'resume', run: resume, json };
  const asOf = values['as-of'] === undefined ? undefined : parseDay(values['as-of']);
  if (values['as-of'] !== undefined && asOf === undefined) {
    throw new UsageError(`--as-of ${values['as-of']} is not a date YYYY-MM-DD`);
  }
  return { what: 'run', source: sourceIn(values), protocol: values.protocol, asOf, site: values.site, json };
}

type Given = {
  readonly bulk?: string | undefined;
  readonly server?: string | undefined;
  readonly group?: string | undefined;
  readonly patients?: string | undefined;
};

const isSource = ({ bulk, server, group, patients }: Given): boolean =>
  [bulk, server, group, patients].some((each) => each !== undefined);

function sourceIn({ bulk, server, group, patients }: Given): SourceSpec {
  const base = server === undefined ? undefined : parseBase(server);
  if (server !== undefined && base === undefined)
    throw new UsageError('--server must be the base URL of a FHIR server');
  const named = base === undefined ? undefined : withoutSlash(base);
  if ([bulk, group, patients].filter((each) => each !== undefined).length !== 1) {
    throw new UsageError('screen needs one of --bulk DIR, --group ID and --patients FILE');
  }
  if (bulk !== undefined) return { kind: 'folder', folder: bulk, ...(named !== undefined && { server: named }) };
  if (named === undefined) throw new UsageError('--group and --patients need --server URL');
  if (group !== undefined) return { kind: 'export', server: named, group };
  return { kind: 'patients', server: named, file: patients ?? '' };
}
