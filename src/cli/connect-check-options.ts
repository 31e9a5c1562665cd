// What was asked of `connect-check`?

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { KeyError, readClientKey, type ClientKey } from '../access/client-key.ts';
import { harmlessWarnings } from '../config/client.ts';
import { fhirId } from '../cds-hooks/cds-request.ts';
import { serverGiven, text, yes } from './option-values.ts';
import { readOptions, type Options } from './options.ts';
import { UsageError } from './usage-error.ts';

/** How the server lets us in. */
export type Credentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind: 'client';
      readonly clientId: string;
      readonly key: ClientKey;
      readonly tokenEndpoint: string | undefined;
      readonly scope: string | undefined;
    };

export type ConnectCheckOptions = {
  readonly base: URL;
  readonly patientId: string;
  readonly credentials: Credentials;
  /** Private networks in which the server may stand, as CIDR blocks. */
  readonly networks: readonly string[];
  readonly json: boolean;
  /** Texts from the record may be printed: codes as hospitals write them, results that could not be read. */
  readonly verbose: boolean;
  readonly everyObservationHasCategory: boolean;
  readonly harmlessWarnings: readonly string[];
  readonly assessing: Options;
};

export const connectCheckUsage = `usage: connect-check --server URL --patient ID [options]    what works on a FHIR server for one test patient
  --token-file FILE                  send the access token in FILE, or
  --client-id ID --key-file FILE     ask for one as a SMART backend service (PEM or JWK, RSA or EC P-384)
     [--kid KID] [--token-endpoint URL] [--scope "system/*.rs"]
  --network CIDR                     private network in which the server stands; may be repeated
  --every-observation-has-category   as in the configuration of the service
  --harmless-warning SYSTEM|CODE     as in the configuration of the service; may be repeated
  --json                             the report as JSON
  --verbose                          also print texts from the record (they may name the patient)
  --as-of, --protocol, --site, --time-zone, --lang as for assess
exit code: 0 everything works, 1 something does not, 2 wrong usage, 3 the server or the patient cannot be read`;

const shared = ['as-of', 'protocol', 'site', 'time-zone', 'lang'] as const;

/** @throws UsageError if something is missing or wrong; its words hold no token and nothing of a key. */
export async function readConnectCheckOptions(args: readonly string[], now: () => Date): Promise<ConnectCheckOptions> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      server: text,
      patient: text,
      'token-file': text,
      'client-id': text,
      'key-file': text,
      kid: text,
      'token-endpoint': text,
      scope: text,
      network: { type: 'string', multiple: true, default: [] },
      'every-observation-has-category': yes,
      'harmless-warning': { type: 'string', multiple: true, default: [] },
      json: yes,
      verbose: yes,
      'as-of': text,
      protocol: text,
      site: text,
      'time-zone': text,
      lang: text,
    },
  });
  const base = serverGiven(values.server ?? '');
  const patientId = fhirId.safeParse(values.patient).data;
  if (patientId === undefined) throw new UsageError('--patient must be the id of a Patient');
  const wrong = values.network.find((each) => !z.union([z.cidrv4(), z.cidrv6()]).safeParse(each).success);
  if (wrong !== undefined) throw new UsageError(`--network ${wrong} is not a CIDR block`);
  if (!harmlessWarnings.safeParse(values['harmless-warning']).success)
    throw new UsageError('--harmless-warning must be a code with its system, such as "urn:oid:1.2.3|4119"');
  const rest = shared.flatMap((name) => (values[name] === undefined ? [] : [`--${name}`, values[name]]));
  return {
    base,
    patientId,
    credentials: await credentialsOf(values),
    networks: values.network,
    json: values.json,
    verbose: values.verbose,
    everyObservationHasCategory: values['every-observation-has-category'],
    harmlessWarnings: values['harmless-warning'],
    assessing: await readOptions(rest, now),
  };
}

type Given = Readonly<
  Partial<Record<'token-file' | 'client-id' | 'key-file' | 'kid' | 'token-endpoint' | 'scope', string>>
>;

async function credentialsOf(given: Given): Promise<Credentials> {
  const { 'token-file': tokenFile, 'client-id': clientId, 'key-file': keyFile } = given;
  if (tokenFile !== undefined) {
    if (clientId !== undefined || keyFile !== undefined) throw new UsageError('--token-file stands alone');
    const token = (await readFile(tokenFile, 'utf8').catch(() => '')).trim();
    if (!/^[\x21-\x7e]{1,16384}$/.test(token)) throw new UsageError('--token-file holds no access token');
    return { kind: 'token', token };
  }
  if (clientId === undefined && keyFile === undefined) return { kind: 'none' };
  if (clientId === undefined || keyFile === undefined) throw new UsageError('--client-id and --key-file go together');
  try {
    const key = await readClientKey(keyFile, given.kid);
    return { kind: 'client', clientId, key, tokenEndpoint: given['token-endpoint'], scope: given.scope };
  } catch (error) {
    throw error instanceof KeyError ? new UsageError(`--key-file: ${error.message}`) : error;
  }
}
