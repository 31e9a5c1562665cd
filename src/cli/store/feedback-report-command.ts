// `feedback-report [--json]`: what clinicians did with the cards. Counts only, no patient.

import { parseArgs } from 'node:util';
import { feedbackReport, type ServiceReport } from '../../store/feedback-report.ts';
import { print, withStore, type StoreContext } from './context.ts';

/** Prints the report of every service, as text or as one JSON object. */
export async function runFeedbackReport(args: readonly string[], context: StoreContext): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
  const services = await withStore(context, feedbackReport);
  if (values.json) await print(JSON.stringify({ services }));
  else await print(services.length === 0 ? 'no cards yet' : services.map(inWords).join('\n\n'));
  return 0;
}

function inWords({
  service,
  cards,
  shown,
  silent,
  accepted,
  overridden,
  overrideRate,
  reasons,
}: ServiceReport): string {
  const rate = overrideRate === undefined ? 'no feedback yet' : `${(overrideRate * 100).toFixed(1)} % overridden`;
  return [
    service,
    ...table([
      ['cards', 'shown', 'silent'],
      ...cards.map((row) => [row.status, String(row.shown), String(row.silent)]),
      ['all', String(shown), String(silent)],
    ]),
    ...table([
      ['feedback', 'entries'],
      ['accepted', String(accepted)],
      ['overridden', String(overridden)],
      ...reasons.map(({ reason, count }) => [`  ${reason === '' ? 'no reason given' : reason}`, String(count)]),
    ]),
    `  ${rate}`,
  ].join('\n');
}

/** Columns of equal width, words left and numbers right. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.map(([name = '', ...numbers]) =>
    ['  ', name.padEnd(24), ...numbers.map((each) => each.padStart(9))].join(''),
  );
}
