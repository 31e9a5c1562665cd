// What did the evidence page post, and for which day, protocol and statements is it to be assessed?

import { z } from 'zod';
import { ServiceError } from '../errors.ts';
import type { Screening } from '../facts/screening.ts';
import { attributableItems } from '../facts/attributable.ts';
import { allCriteria } from '../eligibility/digest.ts';
import type { Protocol } from '../eligibility/protocol.ts';
import { recordFromBundle } from '../fhir/record-builder.ts';
import type { PatientRecord } from '../fhir/record.ts';
import type { Retrieved } from '../fhir/retrieved.ts';
import { searchNames, type SearchName } from '../fhir/searches.ts';
import { parseDay, type Day } from '../logic/calendar.ts';
import { languages, type Language } from '../logic/language.ts';
import { protocolNamed } from '../protocols/index.ts';
import type { Settings } from '../protocols/nct06222853-5to18/settings.ts';
import type { Consent } from '../report/letter.ts';
import { words } from '../report/sentences.ts';

const mostStatements = 100;

const schema = z.object({
  record: z.unknown(),
  unread: z
    .array(
      z.object({
        search: z.enum(searchNames),
        state: z.enum(['partial', 'unavailable']),
        reason: z.string().regex(/^[\w.-]{1,60}$/),
        completeSince: z.string().exactOptional(),
      }),
    )
    .max(mostStatements)
    .default([]),
  protocol: z.string().exactOptional(),
  asOf: z.string().exactOptional(),
  attributions: z
    .array(z.object({ item: z.enum(attributableItems), to: z.enum(['lupus', 'not-lupus']) }))
    .max(mostStatements)
    .default([]),
  answers: z
    .array(z.object({ question: z.string(), verdict: z.enum(['met', 'not-met']) }))
    .max(mostStatements)
    .default([]),
  language: z.enum(languages).default('en'),
  consent: z.enum(['obtained', 'not-recorded']).default('not-recorded'),
});

export type PageQuestion = {
  readonly record: PatientRecord;
  readonly protocol: Protocol<Settings>;
  readonly stated: Pick<Screening, 'date' | 'answers' | 'attributions'>;
  readonly language: Language;
  readonly consent: Consent;
};

export type PageDefaults = {
  readonly today: Day;
  /** The configured protocol, with the site's settings. */
  readonly protocol: Protocol<Settings>;
  /** Puts the site's settings in force in another protocol. */
  readonly adapt: (protocol: Protocol<Settings>) => Protocol<Settings>;
  /** Whether the page may choose the day. */
  readonly anyDay: boolean;
};

const refuse = (...fields: readonly string[]): ServiceError => new ServiceError('bad-form', fields);

/**
 * Reads the body of a request of the page. What is stated there holds for this one answer.
 * @throws ServiceError naming the fields that are missing or wrong, never what stands in them.
 */
export function readPageQuestion(body: unknown, defaults: PageDefaults): PageQuestion {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw refuse(...fieldsOf(parsed.error));
  const { data } = parsed;
  const built = recordFromBundle(data.record);
  if ('problem' in built) throw refuse('record');
  const protocol = protocolFor(data.protocol, defaults);
  const date = dayFor(data.asOf, defaults);
  const questions = new Set(allCriteria(protocol).map(({ id }) => id));
  const lost = data.answers.findIndex(({ question }) => !questions.has(question));
  if (lost >= 0) throw refuse(`answers.${String(lost)}.question`);
  const by = { author: words(data.language)('stated.author'), date };
  return {
    record: withUnread(built.record, data.unread),
    protocol,
    stated: {
      date,
      answers: data.answers.map((each) => ({ ...each, ...by })),
      attributions: data.attributions.map((each) => ({ ...each, ...by })),
    },
    language: data.language,
    consent: data.consent,
  };
}

function protocolFor(name: string | undefined, { protocol, adapt }: PageDefaults): Protocol<Settings> {
  if (name === undefined) return protocol;
  const named = protocolNamed(name);
  if (named === undefined) throw refuse('protocol');
  return adapt(named);
}

function dayFor(asOf: string | undefined, { today, anyDay }: PageDefaults): Day {
  if (asOf === undefined) return today;
  const day = anyDay ? parseDay(asOf) : undefined;
  if (day === undefined) throw refuse('asOf');
  return day;
}

/** What the page could not read is not complete, whatever the Bundle says; what the Bundle marks as cut off stays so. */
function withUnread(record: PatientRecord, unread: z.infer<typeof schema>['unread']): PatientRecord {
  const said = unread.map(({ search, state, reason, completeSince: since }, index): [SearchName, Retrieved] => {
    if (state === 'unavailable' || since === undefined) return [search, { state, reason }];
    const completeSince = parseDay(since);
    if (completeSince === undefined) throw refuse(`unread.${String(index)}.completeSince`);
    return [search, { state, reason, completeSince }];
  });
  return { ...record, retrieved: { ...record.retrieved, ...Object.fromEntries(said) } };
}

/** Places in the body, without what stands there; a name that the page made up is not repeated. */
const fieldsOf = ({ issues }: z.ZodError): readonly string[] => [
  ...new Set(issues.map(({ path }) => path.map(String).join('.'))),
];
