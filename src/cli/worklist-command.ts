// `worklist`: who is on the list, as a table or CSV, and what is the digest of a day?

import { parseArgs } from 'node:util';
import { mailServerOf } from '../config/files.ts';
import { timeZone } from '../logic/calendar.ts';
import { digestOf } from '../screening/digest/digest.ts';
import { digestHtml } from '../screening/digest/html.ts';
import { digestText, digestWords } from '../screening/digest/lines.ts';
import { sendLetter } from '../screening/digest/send.ts';
import { listCsv } from '../screening/worklist/list-csv.ts';
import { rowJson, type RowJson } from '../screening/worklist/row-json.ts';
import { listFilter, listRows } from '../screening/worklist/table.ts';
import { listWords } from '../screening/worklist/words.ts';
import type { Store } from '../store/store.ts';
import { listContext, type OpenList } from './list-context.ts';
import { counted, print, recordWork, tell, withStore, type StoreCommand, type StoreContext } from './store/context.ts';
import { text, yes } from './option-values.ts';
import { UsageError } from './usage-error.ts';
import { msPerDay } from '../logic/gregorian.ts';

const options = {
  protocol: text,
  lang: text,
  all: yes,
  csv: yes,
  digest: yes,
  html: yes,
  send: yes,
  since: text,
} as const;

/** Numbers, never names. Exit codes: 0 done, 1 could not be done, 2 wrong usage. */
export const runWorklist: StoreCommand = async (args, context) => {
  const { values } = parseArgs({ args: [...args], options, allowPositionals: false });
  if ((values.html || values.send || values.since !== undefined) && !values.digest) {
    throw new UsageError('--html, --send and --since belong to --digest');
  }
  const list = await listContext(context, values);
  return await withStore(context, async (store) => {
    if (values.digest) return await digest(store, context, list, values);
    const today = timeZone(context.config.timeZone).dayAt(context.now().getTime());
    const filter = listFilter.parse({ scope: values.all ? 'all' : 'open' });
    const settings = context.config.worklist.rules;
    const rows = await listRows(store.database, list.trial.id, filter, { today, settings, reader: '' });
    const reading = {
      role: 'viewer',
      language: list.language,
      sealing: list.sealing,
      consentBeforeName: true,
    } as const;
    const patients = rows.map((row) => rowJson(row, reading));
    await recordWork(store, context, 'worklist-command', { trial: list.trial.id, shown: patients.length });
    if (values.csv) process.stdout.write(listCsv(patients, list.language));
    else for (const line of table(patients, list)) await print(line);
    return 0;
  });
};

/** One line per patient: number, state, what is missing, marks. */
function table(patients: readonly RowJson[], { trial, language }: OpenList): readonly string[] {
  const words = listWords(language);
  return [
    `${trial.id}: ${counted(patients.length, 'patient', 'patients')}`,
    ...patients.map(({ number, state, status, tally, missing, markers }) =>
      [
        number,
        words(`state.${state}`).padEnd(12),
        status.padEnd(19),
        `${String(tally.for)}/${String(tally.for + tally.against + tally.missing + tally.confirm)}`,
        missing.map(({ criterion }) => criterion).join(' '),
        markers.map((each) => each.words).join('; '),
      ]
        .join('  ')
        .trimEnd(),
    ),
  ];
}

type DigestOptions = { readonly html: boolean; readonly send: boolean; readonly since?: string | undefined };

async function digest(
  store: Store,
  context: StoreContext,
  { trial, language, sealing }: OpenList,
  { html, send, since }: DigestOptions,
): Promise<number> {
  const now = context.now();
  const from = since === undefined ? new Date(now.getTime() - msPerDay) : new Date(since);
  if (Number.isNaN(from.getTime())) throw new UsageError(`--since ${since ?? ''} is not a time`);
  const period = { since: from.toISOString(), until: now.toISOString() };
  const named = { id: trial.id, title: trial.titleIn(language) };
  const words = digestWords(await digestOf(store.database, sealing, named, period), language);
  const [asText, asHtml] = [digestText(words), digestHtml(words, language)];
  await recordWork(store, context, 'digest', { trial: trial.id });
  if (!send) {
    process.stdout.write(html ? asHtml : asText);
    return 0;
  }
  const settings = context.config.digest;
  if (settings === undefined) throw new UsageError('--send needs "digest" in the configuration');
  const { from: sender, to } = settings;
  await sendLetter(await mailServerOf(settings), {
    from: sender,
    to,
    subject: words.subject,
    text: asText,
    html: asHtml,
  });
  tell(`The digest was sent to ${counted(to.length, 'address', 'addresses')}.`);
  return 0;
}
