// How is the service set up: what may be configured, what are the defaults, and is a configuration complete?

import { z } from 'zod';
import { assessment } from './assessment.ts';
import { baseUrl, clients, webOrigin } from './client.ts';
import { deadlines, limits } from './limits.ts';
import { evidencePage } from './page.ts';
import { isTimeZone } from '../logic/calendar.ts';
import { languages } from '../logic/language.ts';
import { protocolNames } from '../protocols/index.ts';
import { inWords } from './json-file.ts';
import { digestConfig, worklistConfig } from './worklist.ts';
import { screening } from './screening.ts';

/** Every key; `docs/configuration.md` lists the same ones. */
export const configSchema = z.strictObject({
  port: z.number().int().min(0).max(65_535).default(8080),
  host: z.string().min(1).default('0.0.0.0'),
  /** Processes that answer on the port; "auto": one for every processor that the system grants. */
  processes: z.number().int().min(1).max(64).or(z.literal('auto')).default(1),
  /** Address under which callers reach the service. */
  publicUrl: baseUrl,
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Calling systems by their issuer; "*" stands for callers without a token. */
  clients: clients.default({}),
  /** Seconds by which the clock of a caller may differ from ours. */
  clockToleranceSeconds: z.number().int().nonnegative().max(300).default(30),
  /** Web origins of EHR pages that call from a browser, whichever client they belong to. */
  allowedOrigins: z.array(webOrigin).default([]),
  /** Proxies of ours in front of the service: so many addresses of X-Forwarded-For are believed. */
  trustedProxies: z.number().int().nonnegative().max(10).default(0),
  /** "ID@VERSION"; the default protocol otherwise. */
  protocol: z.enum(protocolNames).exactOptional(),
  /** Folder with the site's own codes, upper limits and settings. */
  site: z.string().min(1).exactOptional(),
  timeZone: z.string().refine(isTimeZone, 'there is no such time zone').default('Asia/Shanghai'),
  /** Of cards and pages whose reader asks for none of ours. */
  language: z.enum(languages).default(languages[0]),
  trial: z
    .strictObject({
      /** A trial that does not recruit gets no referral suggestion. */
      recruiting: z.boolean(),
      /** Whom a clinician calls, as it shall stand on the card. */
      contact: z.string().min(1).max(200).exactOptional(),
    })
    .default({ recruiting: false }),
  /** Where feedback, snoozes, used tokens and the audit trail are kept: a file, or a postgres:// URL. */
  store: z
    .string()
    .min(1)
    .refine(
      (target) => /^postgres(ql)?:/.test(target) || !target.includes('://'),
      'neither a file nor a postgres:// URL',
    )
    .default('./data/lupus-trial-cds.sqlite'),
  /** Secret under which patients are named in the store, at least 32 characters; or the file that holds it. */
  pseudonymKey: z.string().min(32, 'must have at least 32 characters').exactOptional(),
  pseudonymKeyFile: z.string().min(1).exactOptional(),
  feedback: z
    .strictObject({
      /** Comments may name a patient: they are stored only where this is switched on. */
      keepComments: z.boolean().default(false),
    })
    .prefault({}),
  cards: z.strictObject({ nearMisses: z.boolean().default(false) }).default({ nearMisses: false }),
  assessment,
  worklist: worklistConfig,
  /** Where the daily digest of the list is sent. */
  digest: digestConfig.exactOptional(),
  /** The page to which cards lead. */
  evidencePage: evidencePage.prefault({}),
  /** Population screening: the servers it reads, and what it writes back. */
  screening,
  limits,
  deadlines,
});

/** `demo`: on loopback only, reading from any FHIR server on loopback and from nowhere else. */
export type Config = z.infer<typeof configSchema> & { readonly mode: 'production' | 'demo' };

/** A configuration that cannot be used: names every place that is wrong. */
export class ConfigError extends Error {}

const prefix = 'CDS_';

/** Every host of data bases sets this one: it wins over `CDS_STORE`. */
const databaseVariable = 'DATABASE_URL';

/** "publicUrl" -> "CDS_PUBLIC_URL". Of the names without the prefix `PORT` is the only one that is built here. */
const variableOf = (key: string): string =>
  key === 'port' ? 'PORT' : prefix + key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

const keyOfVariable: ReadonlyMap<string, string> = new Map(
  Object.keys(configSchema.shape).map((key) => [variableOf(key), key]),
);

/** The variable that names a JSON file with the same keys; single variables win over the file. */
export const fileVariable = `${prefix}CONFIG`;

type Environment = Readonly<Record<string, string | undefined>>;

/** True if anything but the port was configured: then, and only then, the service starts for production. */
export const isConfigured = (environment: Environment): boolean =>
  environment['NODE_ENV'] === 'production' || Object.keys(environment).some((name) => name.startsWith(prefix));

/**
 * Reads the production configuration.
 * @param file content of the file that `CDS_CONFIG` names.
 * @throws ConfigError naming every unknown, missing or wrong key.
 */
export function readConfig(environment: Environment, file?: unknown): Config {
  const result = configSchema.safeParse(givenKeys(environment, file), { error: inWords });
  if (!result.success) throw new ConfigError(z.prettifyError(result.error));
  if (Object.keys(result.data.clients).length === 0) {
    throw new ConfigError('clients: nobody is named who may call');
  }
  return { ...result.data, mode: 'production' };
}

/** Origins of every client: which belong to whom is known when the client is, and a preflight request names none. */
export const allOrigins = ({ allowedOrigins, clients }: Config): readonly string[] => [
  ...allowedOrigins,
  ...Object.values(clients).flatMap((client) => client.allowedOrigins),
];

/** What the commands on the store need; the rest of the configuration may be incomplete. */
const storeSchema = configSchema
  .pick({
    store: true,
    pseudonymKey: true,
    pseudonymKeyFile: true,
    clients: true,
    worklist: true,
    digest: true,
    language: true,
    screening: true,
    protocol: true,
    site: true,
    timeZone: true,
  })
  /** Where notifications of changes are received. */
  .extend({ publicUrl: baseUrl.exactOptional() })
  .strip();

export type StoreConfig = z.infer<typeof storeSchema>;

/** Reads the part of the configuration that the commands on the store need. @throws ConfigError as above. */
export function readStoreConfig(environment: Environment, file?: unknown): StoreConfig {
  const result = storeSchema.safeParse(givenKeys(environment, file), { error: inWords });
  if (!result.success) throw new ConfigError(z.prettifyError(result.error));
  return result.data;
}

/** The keys of the file, with those that a variable sets in their place. */
function givenKeys(environment: Environment, file: unknown): Readonly<Record<string, unknown>> {
  const own = Object.entries(environment).filter(([name]) => name.startsWith(prefix) || name === 'PORT');
  const unknown = own.filter(([name]) => name !== fileVariable && !keyOfVariable.has(name)).map(([name]) => name);
  if (unknown.length > 0) throw new ConfigError(`unknown variables: ${unknown.join(', ')}`);
  const fromEnvironment = own.flatMap(([name, value]) => {
    const key = keyOfVariable.get(name);
    return key === undefined || value === undefined || value === '' ? [] : [[key, valueOf(value)] as const];
  });
  const base = file === undefined ? {} : z.record(z.string(), z.unknown()).safeParse(file).data;
  if (base === undefined) throw new ConfigError('the configuration file does not hold a JSON object');
  const database = environment[databaseVariable] ?? '';
  return { ...base, ...Object.fromEntries(fromEnvironment), ...(database !== '' && { store: database }) };
}

/** A variable holds JSON where it can be read as JSON, otherwise text. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The port of the demo hospital. @throws ConfigError if `PORT` is no port. */
export function demoPort(environment: Environment): number {
  const { PORT } = environment;
  const result = configSchema.shape.port.safeParse(PORT === undefined ? undefined : Number(PORT));
  if (!result.success) throw new ConfigError('PORT is not a port number');
  return result.data;
}

/** The configuration of the demo hospital: loopback, every card shown, any loopback FHIR server may be read. */
export const demoConfig = (port: number): Config => ({
  ...configSchema.parse({
    port,
    host: '127.0.0.1',
    publicUrl: `http://127.0.0.1:${String(port)}`,
    logLevel: 'warn',
    store: ':memory:',
    trial: { recruiting: true, contact: 'Demo trial office, extension 4711' },
    cards: { nearMisses: true },
    // Nobody real is counted.
    worklist: { smallestCount: 1 },
  }),
  mode: 'demo',
});
