// What is on and what is off in this configuration? For the person who sets it up; nothing secret.

import type { ClientConfig } from '../config/client.ts';
import type { Config } from '../config/config.ts';
import { keysPath, type PublishedKeys } from './published-keys.ts';
import { kindOf } from '../store/store.ts';

const onOff = (on: boolean): string => (on ? 'on' : 'off');

const listed = (values: readonly string[], none: string): string => (values.length === 0 ? none : values.join(', '));

/** One line per fact. Every line that begins with "WARNING" is to be read before going live. */
export function summaryOf(config: Config, { keys, problems }: PublishedKeys): readonly string[] {
  const { publicUrl, trial, cards, feedback, limits, deadlines, assessment, evidencePage } = config;
  return [
    'The configuration is complete.',
    `address: ${publicUrl}, port ${String(config.port)} on ${config.host}, processes ${String(config.processes)}, trusted proxies ${String(config.trustedProxies)}`,
    `protocol: ${config.protocol ?? 'default'}, site folder ${config.site ?? 'none'}, time zone ${config.timeZone}, language ${config.language}`,
    `trial: ${trial.recruiting ? 'recruiting' : 'not recruiting (no referral is suggested)'}, contact ${trial.contact ?? 'none'}`,
    `cards: near misses ${onOff(cards.nearMisses)}`,
    `store: ${kindOf(config.store) === 'sqlite' ? `SQLite ${config.store}` : 'PostgreSQL'}, comments ${feedback.keepComments ? 'kept' : 'not kept'}`,
    `limits: ${String(limits.requestBytes)} bytes a call, ${String(limits.inFlight)} calls at the same time, ` +
      `${String(limits.callsPerSecond)} calls a second from one address, answered within ${String(deadlines.total)} ms of reading`,
    `origins of all clients: ${listed(config.allowedOrigins, 'none')}`,
    `evidence page: ${evidencePage.clientId === undefined ? 'not registered at an EHR' : `client ${evidencePage.clientId}`}, reads ${listed(evidencePage.fhirBases, 'no FHIR server')}; ` +
      `its readers ${assessment.requireTokenOf === undefined ? 'send no token to this service' : `send a token of ${assessment.requireTokenOf}`}`,
    `public keys of the service: ${keys.length === 0 ? 'none' : `${String(keys.length)} at ${publicUrl}${keysPath}, to be registered with the EHRs that screening reads`}`,
    ...listLines(config),
    ...screeningLines(config),
    ...Object.entries(config.clients).flatMap(([issuer, client]) => clientLines(issuer, client, config)),
    ...[...warnings(config), ...problems].map((warning) => `WARNING: ${warning}`),
  ];
}

function listLines({ worklist: { access }, digest }: Config): readonly string[] {
  const readers =
    access === undefined
      ? 'off'
      : `readers come from ${access.issuer} with roles for ${listed(Object.keys(access.trials), 'no trial')}`;
  return [
    `list of candidates: ${readers}; digest ${digest === undefined ? 'off' : `to ${String(digest.to.length)} addresses`}`,
  ];
}

function screeningLines({ screening: { servers, writeBack } }: Config): readonly string[] {
  const read = servers.map(
    ({ base, openAccess, clientId, events }) =>
      `${base} (${openAccess ? 'without token' : `as ${clientId ?? ''}`}${events === undefined ? '' : `, events ${events.name}`})`,
  );
  const back =
    writeBack === undefined
      ? 'off'
      : `ON, ${writeBack.kinds.join(', ')} to ${writeBack.server} from ${writeBack.from} on, consent ${writeBack.consent}`;
  return [`screening: ${listed(read, 'no server')}; writing back ${back}`];
}

function clientLines(issuer: string, client: ClientConfig, { cards, language }: Config): readonly string[] {
  const servers = client.fhirServers.map(
    ({ base, networks, openAccess }) =>
      `${base}${openAccess ? ' (without token)' : ''}${networks.length === 0 ? '' : ` in ${networks.join(', ')}`}`,
  );
  return [
    `client ${issuer}: ${keysInWords(client)}; silent mode ${onOff(client.silent)}`,
    `  FHIR servers: ${listed(servers, 'none, only what is prefetched is read')}`,
    `  audiences besides the address called: ${listed(client.audiences, 'none')}; tenants: ${listed(client.tenants, 'any')}`,
    `  cards: ${client.cards.shape}, near misses ${onOff(client.cards.nearMisses ?? cards.nearMisses)}, language ${client.language ?? language}, link to the evidence page ${client.cards.evidenceLink}; ` +
      `system actions ${actionsInWords(client)}; own origins: ${listed(client.allowedOrigins, 'none')}`,
  ];
}

const actionsInWords = ({ systemActions }: ClientConfig): string =>
  systemActions === undefined ? 'off' : `ON, signed by ${systemActions.signedBy} on ${systemActions.signedOn}`;

function keysInWords({ keys }: ClientConfig): string {
  if (keys === undefined) return 'without authentication';
  if ('jwks' in keys) return `${String(keys.jwks.keys.length)} pinned keys`;
  return 'jku' in keys ? `keys from ${keys.jku}` : `keys in ${keys.jwksFile}`;
}

function warnings({ publicUrl, clients, worklist: { access }, screening }: Config): readonly string[] {
  const isPlain = (url: string): boolean => url.startsWith('http:');
  const entries = Object.entries(clients);
  const servers = entries.flatMap(([, { fhirServers }]) => fhirServers);
  const unheeded = [
    ...entries.map(([issuer, { harmlessWarnings }]) => [issuer, harmlessWarnings] as const),
    ...screening.servers.map(({ base, harmlessWarnings }) => [base, harmlessWarnings] as const),
  ];
  return [
    ...(clients['*'] === undefined ? [] : ['calls without a token are answered: anybody who reaches the port may ask']),
    ...(isPlain(publicUrl) ? ['the address is not https'] : []),
    ...(access !== undefined && Object.values(access.trials).every((roles) => Object.values(roles).flat().length === 0)
      ? ['nobody may see the list of candidates: worklist.access.trials names no role']
      : []),
    ...servers.filter(({ base }) => isPlain(base)).map(({ base }) => `${base} is not https`),
    ...servers.filter(({ openAccess }) => openAccess).map(({ base }) => `${base} is read without a token`),
    ...[...servers, ...screening.servers]
      .filter(({ everyObservationHasCategory }) => everyObservationHasCategory)
      .map(({ base }) => `${base}: Observations that are read by category count as all there are`),
    ...entries.flatMap(([, { keys }]) =>
      keys !== undefined && 'jku' in keys && isPlain(keys.jku) ? [`${keys.jku} is not https`] : [],
    ),
    ...unheeded.flatMap(([whose, codes]) =>
      codes.map((code) => `${whose}: the warning ${code} makes no search partial`),
    ),
    ...entries.filter(([, { silent }]) => silent).map(([issuer]) => `${issuer} is in silent mode and sees no card`),
  ];
}
