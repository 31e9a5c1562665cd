// Does a value in a resource match a search parameter's value (FHIR R4 search: token, reference, date, string)?

import { isJson } from '../../fhir/json.ts';
import { parseMoment, timeZone } from '../../logic/calendar.ts';
import { FhirError } from './outcome.ts';
import { msPerDay } from '../../logic/gregorian.ts';

const utc = timeZone('UTC');

type Span = { readonly from: number; readonly to: number };

/** The instants a FHIR date, dateTime or Period can mean, in ms; an open end is infinite. Undefined if it holds no date. */
export function spanOf(value: unknown): Span | undefined {
  if (typeof value === 'string') return spanOfText(value);
  if (!isJson(value)) return undefined;
  const [start, end] = [value['start'], value['end']];
  if (start === undefined && end === undefined) return undefined;
  return {
    from: (typeof start === 'string' ? spanOfText(start)?.from : undefined) ?? -Infinity,
    to: (typeof end === 'string' ? spanOfText(end)?.to : undefined) ?? Infinity,
  };
}

function spanOfText(text: string): Span | undefined {
  const moment = parseMoment(text, utc);
  if (moment === undefined) return undefined;
  if (moment.instant === undefined) return { from: moment.from * msPerDay, to: (moment.to + 1) * msPerDay - 1 };
  return { from: moment.instant, to: moment.instant };
}

const comparisons: Readonly<Record<string, (found: Span, asked: Span) => boolean>> = {
  eq: (found, asked) => found.from >= asked.from && found.to <= asked.to,
  ne: (found, asked) => found.from < asked.from || found.to > asked.to,
  lt: (found, asked) => found.from < asked.from,
  gt: (found, asked) => found.to > asked.to,
  le: (found, asked) => found.from <= asked.to,
  ge: (found, asked) => found.to >= asked.from,
  sa: (found, asked) => found.from > asked.to,
  eb: (found, asked) => found.to < asked.from,
};

/** Matches "ge2026-01-01" against a date, dateTime or Period. */
export function matchesDate(value: unknown, asked: string): boolean {
  const match = /^([a-z]{2})?(.+)$/.exec(asked);
  const compare = comparisons[match?.[1] ?? 'eq'];
  const span = spanOfText(match?.[2] ?? '');
  if (compare === undefined || span === undefined)
    throw new FhirError(400, 'value', `"${asked}" is not a date to search for`);
  const found = spanOf(value);
  return found !== undefined && compare(found, span);
}

/** Matches "code", "system|code", "|code" or "system|" against a code, Coding, CodeableConcept, Identifier or boolean. */
export function matchesToken(value: unknown, asked: string): boolean {
  const bar = asked.indexOf('|');
  const system = bar === -1 ? undefined : asked.slice(0, bar);
  const code = asked.slice(bar + 1);
  return codingsOf(value).some(
    (coding) =>
      (code === '' || coding.code === code) &&
      (system === undefined || (coding.system ?? '') === system) &&
      asked !== '',
  );
}

type Coding = { readonly system?: unknown; readonly code: unknown };

function codingsOf(value: unknown): readonly Coding[] {
  if (typeof value === 'string') return [{ code: value }];
  if (typeof value === 'boolean') return [{ code: String(value) }];
  if (!isJson(value)) return [];
  if (Array.isArray(value['coding'])) return value['coding'].flatMap(codingsOf);
  const code = value['code'] ?? value['value'];
  return code === undefined ? [] : [{ code, ...(value['system'] !== undefined && { system: value['system'] }) }];
}

/** Matches "Patient/1", "1" (with a single target type) or an address on this server against a Reference. */
export function matchesReference(value: unknown, asked: string, base: string, target: string | undefined): boolean {
  if (!isJson(value) || typeof value['reference'] !== 'string') return false;
  const found = relative(value['reference'], base);
  const wanted = relative(asked, base);
  if (wanted.includes('/')) return found === wanted;
  return target === undefined ? found.split('/')[1] === wanted : found === `${target}/${wanted}`;
}

const relative = (reference: string, base: string): string =>
  reference.startsWith(`${base}/`) ? reference.slice(base.length + 1) : reference;

/** Matches the start of any text in the value, whatever its case. */
export function matchesString(value: unknown, asked: string): boolean {
  if (typeof value === 'string') return value.toLowerCase().startsWith(asked.toLowerCase());
  if (Array.isArray(value)) return value.some((each) => matchesString(each, asked));
  return isJson(value) && Object.values(value).some((each) => matchesString(each, asked));
}
