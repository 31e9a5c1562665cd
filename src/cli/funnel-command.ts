// `funnel`: how many patients does each criterion exclude in a run, who was screened, and what would another version change?

import { parseArgs } from 'node:util';
import { compareRuns, type Comparison } from '../screening/funnel/compare.ts';
import { funnelCsv, funnelTable } from '../screening/funnel/funnel-csv.ts';
import { funnelOf } from '../screening/funnel/funnel.ts';
import { chosenRun, type RunHead } from '../screening/funnel/run-results.ts';
import { screeningLog } from '../screening/funnel/screening-log.ts';
import type { Store } from '../store/store.ts';
import { listContext, type OpenList } from './list-context.ts';
import { print, recordWork, tell, withStore, type StoreCommand } from './store/context.ts';
import { text, yes } from './option-values.ts';
import { UsageError } from './usage-error.ts';

const options = {
  protocol: text,
  lang: text,
  run: text,
  json: yes,
  csv: yes,
  log: yes,
  compare: yes,
} as const;

/** Counts, and where asked for patients by number. Exit codes: 0 done, 1 no such run, 2 wrong usage. */
export const runFunnel: StoreCommand = async (args, context) => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (positionals.length !== (values.compare ? 2 : 0))
    throw new UsageError('funnel --compare needs two runs, others none');
  const list = await listContext(context, values);
  return await withStore(context, async (store) => {
    const names = values.compare ? positionals : [values.run];
    const runs = await Promise.all(names.map(async (name) => await runNamed(store, list, name)));
    const [run, after] = runs;
    if (run === undefined || runs.includes(undefined)) return 1;
    const kind = values.compare ? 'funnel-compare' : values.log ? 'screening-log' : 'funnel';
    await recordWork(store, context, kind, { trial: list.trial.id, run: run.run });
    if (after !== undefined) {
      const { comparison } = await compareRuns(store.database, list.vault, [run, after], list.language);
      for (const line of values.json ? [JSON.stringify(comparison)] : compared(comparison)) await print(line);
      return 0;
    }
    if (values.log) {
      process.stdout.write((await screeningLog(store.database, list.vault, run, list.language)).csv);
      return 0;
    }
    const funnel = await funnelOf(store.database, list.vault, run, context.config.worklist.smallestCount);
    if (values.csv) process.stdout.write(funnelCsv(funnel, list.language));
    else if (values.json) await print(JSON.stringify(funnel));
    else for (const row of funnelTable(funnel, list.language)) await print(row.join('\t').trimEnd());
    return 0;
  });
};

/** The run of that name, the last complete one for undefined; where there is none it says so. */
async function runNamed(store: Store, { trial }: OpenList, name: string | undefined): Promise<RunHead | undefined> {
  const run = await chosenRun(store.database, trial.id, name);
  if (run === undefined)
    tell(name === undefined ? `there is no complete run of ${trial.id}` : `there is no run ${name} of ${trial.id}`);
  return run;
}

/** What would change, first in counts and then patient by patient. */
function compared({ before, after, both, onlyBefore, onlyAfter, statuses, patients }: Comparison): readonly string[] {
  const version = ({ run, protocol, protocolDigest, engineDigest }: RunHead): string =>
    `${run}: ${protocol}, protocol ${protocolDigest}, engine ${engineDigest}`;
  return [
    `before  ${version(before)}`,
    `after   ${version(after)}`,
    `patients of both ${String(both)}, only before ${String(onlyBefore)}, only after ${String(onlyAfter)}, with changes ${String(patients.length)}`,
    ...Object.entries(statuses).map(([change, count]) => `${change}: ${String(count)}`),
    ...patients.flatMap(({ number, from, to, differences }) => [
      from === to ? `${number}  ${from}` : `${number}  ${from} -> ${to}`,
      ...differences.map((each) =>
        'from' in each
          ? `  ${each.criterion}: ${each.from} -> ${each.to}${each.reason === undefined ? '' : `, ${each.reason}`}`
          : `  ${each.criterion}: ${each.reason}`,
      ),
    ]),
  ];
}
