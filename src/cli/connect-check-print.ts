// How is the report of `connect-check` written down, without anything that could name the patient?

import { adviceOn } from './connect-check-advice.ts';
import type { ConnectCheckReport, SearchReport } from './connect-check.ts';

/** Slower than a hook call waits for one call; the service would give up. */
const patience = 2_000;

/**
 * A term from the record as it may be shown. Codes of a named system may; a hospital's own words and results may not,
 * they could hold anything.
 */
function shownTerm({ kind, term }: ConnectCheckReport['unread'][number], verbose: boolean): string {
  if (verbose) return term;
  if (kind === 'value or unit') return term.split(':')[0] ?? '';
  return /^(?:https?:\/\/|urn:)[^\s|]+\|[\w.-]{1,32}(?=\s|$)/.exec(term)?.[0] ?? '(text without a code)';
}

/** The report with the terms shortened to what may be shown, equal ones counted together. */
export function shown(report: ConnectCheckReport, verbose: boolean): ConnectCheckReport {
  const terms = report.unread.map((each) => ({ ...each, term: shownTerm(each, verbose) }));
  const groups = Map.groupBy(terms, ({ kind, term }) => `${kind}\t${term}`);
  const unread = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, count: group.reduce((sum, { count }) => sum + count, 0) }];
  });
  return { ...report, unread };
}

/** 0: everything works; 1: something does not; 3: the server or the patient cannot be read. */
export function exitCodeOf({ patient, statement, searches, scopes = [] }: ConnectCheckReport): 0 | 1 | 3 {
  if (patient !== 'readable') return 3;
  if (statement.reason === 'not-r4') return 1;
  const works = searches.every(({ state, milliseconds }) => state === 'complete' && milliseconds <= patience);
  return works && scopes.every(({ granted }) => granted === 'yes') ? 0 : 1;
}

const mark = ({ state }: SearchReport): string =>
  state === 'complete' ? 'ok  ' : state === 'partial' ? 'part' : 'FAIL';

const manners = {
  usual: '',
  reworded: 'asked in another wording',
  'in-parts': 'asked in parts',
  'not-held': 'the server has no such type: nothing there',
} as const;

/** Lines for a person. */
export function printed(report: ConnectCheckReport): readonly string[] {
  const { server, statement, scopes, patient, patientReason, searches, foreignResources, unread, assessment } = report;
  return [
    `FHIR server  ${server}`,
    statementLine(statement),
    ...(statement.lacks.length > 0 ? [`  it has no ${statement.lacks.join(', ')}`] : []),
    `Patient      ${patient}${patientReason === undefined ? '' : `, ${patientReason}`}`,
    '',
    `Scopes       ${scopeLine(scopes)}`,
    '',
    'Searches',
    ...searches.map(searchLine),
    ...(foreignResources > 0
      ? [`  ${String(foreignResources)} resources of other patients came and were left out`]
      : []),
    '',
    ...warningLines(report),
    ...adviceLines(report),
    understanding(report),
    ...unread.map(({ count, kind, term }) => `  ${String(count).padStart(4)}  ${kind.padEnd(26)}${term}`),
    '',
    ...(assessment === undefined ? [] : unknownLines(searches, assessment)),
  ];
}

/** Each reason once, with what to do about it. */
function adviceLines({ statement, patientReason, searches }: ConnectCheckReport): readonly string[] {
  const reasons = new Set([statement.reason, patientReason, ...searches.map(({ reason }) => reason)]);
  const lines = [...reasons].flatMap((reason) => {
    const advice = reason === undefined ? undefined : adviceOn(reason);
    return reason === undefined || advice === undefined ? [] : [`  ${reason.padEnd(20)}${advice}`];
  });
  return lines.length === 0 ? [] : ['What to do, and to ask of those who run the server', ...lines, ''];
}

/** What each warning is to be called in the configuration, where the site may state that it means nothing. */
function warningLines({ warnings, pages }: ConnectCheckReport): readonly string[] {
  if (warnings.length === 0) return [];
  const lines = warnings.flatMap(({ severity, issue, codes, mayBeStated, pages: on }) => [
    `  on ${String(on)} of ${String(pages)} pages  ${[severity, issue, ...codes].join(' ')}`,
    mayBeStated
      ? `      if it hides nothing: "harmlessWarnings": ${JSON.stringify(codes)}`
      : `      cannot be stated in "harmlessWarnings": ${/error|fatal/.test(severity) ? 'it is no warning' : 'it has a code without a system, or none'}`,
  ]);
  return ['Warnings beside the matches that tell of something left out', ...lines, ''];
}

/** What was not read cannot be said to be understood. */
function understanding({ patient, unread }: ConnectCheckReport): string {
  if (patient !== 'readable') return 'No record was read, so no code, unit or drug was tried';
  return unread.length === 0
    ? 'Every code, unit and drug that was read was understood'
    : 'Not understood (count, kind, term)';
}

function statementLine({ state, reason, fhirVersion, software }: ConnectCheckReport['statement']): string {
  const facts = [state, reason, fhirVersion === undefined ? undefined : `FHIR ${fhirVersion}`, software];
  return `Statement    ${facts.filter((each) => each !== undefined).join(', ')}`;
}

function scopeLine(scopes: ConnectCheckReport['scopes']): string {
  if (scopes === undefined) return 'the server does not say what it granted';
  const lacking = scopes.filter(({ granted }) => granted !== 'yes');
  if (lacking.length === 0) return 'all that are needed';
  return `lacking ${lacking.map(({ scope, granted }) => (granted === 'narrowed' ? `${scope} (narrowed)` : scope)).join(', ')}`;
}

function searchLine(search: SearchReport): string {
  const { query, matches, pages, milliseconds, manner, reason } = search;
  const remarks = [
    manners[manner],
    reason ?? '',
    milliseconds > patience ? 'slower than the service waits' : '',
  ].filter((each) => each !== '');
  const numbers = `${String(matches).padStart(5)} in ${String(pages).padStart(2)} pages ${String(Math.round(milliseconds)).padStart(6)} ms`;
  return `  ${mark(search)} ${query.padEnd(52)}${numbers}${remarks.length > 0 ? `  ${remarks.join('; ')}` : ''}`;
}

function unknownLines(
  searches: readonly SearchReport[],
  { status, unknown }: NonNullable<ConnectCheckReport['assessment']>,
): readonly string[] {
  const blocking = searches.filter(({ leavesUnknown }) => leavesUnknown.length > 0);
  return [
    `Criteria     ${status}; unknown: ${unknown.length === 0 ? 'none' : unknown.join(', ')}`,
    ...(blocking.length === 0 ? ['  none of them because of a search'] : []),
    ...blocking.map(({ search, leavesUnknown }) => `  because of ${search}: ${leavesUnknown.join(', ')}`),
  ];
}
