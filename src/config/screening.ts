// How is population screening set up: which servers are read, how fast, and what is written back?

import { z } from 'zod';
import { baseUrl, eachBaseOnce, harmlessWarnings, networks, webAddress } from './client.ts';
import { searchOfType } from '../fhir/searches.ts';
import { writeBack } from './write-back.ts';

/** What is asked of a server so that it tells of changes. */
const events = z.strictObject({
  /** The last part of the address at which its notifications come: `/events/NAME`. */
  name: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be small letters, digits and hyphens'),
  /** File with what it sends as `Authorization: Bearer …`, at least 32 characters. */
  secretFile: z.string().min(1),
  /** Resource types to be told of; all that are read, otherwise. */
  types: z
    .array(z.string().refine((type) => searchOfType(type) !== undefined, 'must be a type that is read'))
    .min(1)
    .exactOptional(),
  /** Whether the resource is sent along, or only that something changed. Either way the record is read as always. */
  content: z.enum(['full-resource', 'empty']).default('full-resource'),
});

const server = z
  .strictObject({
    base: baseUrl,
    /** Private networks in which this server may stand. */
    networks,
    /** SMART Backend Services: as which client, and with which private key (PEM or JWK), the service asks for a token. */
    clientId: z.string().min(1).exactOptional(),
    keyFile: z.string().min(1).exactOptional(),
    keyId: z.string().min(1).exactOptional(),
    /** Where tokens are given out; without it the server's SMART configuration is asked. */
    tokenEndpoint: webAddress.exactOptional(),
    /** Scopes to ask for; without it what screening and the configured write-back need. */
    scope: z.string().min(1).exactOptional(),
    /** Read and written without a token; for test servers only. */
    openAccess: z.boolean().default(false),
    /** Calls that all workers together make in any minute; no limit where it is not set. */
    callsPerMinute: z.number().int().positive().max(1_000_000).exactOptional(),
    everyObservationHasCategory: z.boolean().default(false),
    harmlessWarnings,
    /** Base URLs elsewhere at which this server may put the files of an export, such as an object store. */
    exportOutputs: z.array(baseUrl).prefault([]),
    /** False where the site states that this server keeps no Consents: then none is asked for, and nobody has refused. */
    keepsConsents: z.boolean().default(true),
    events: events.exactOptional(),
  })
  .refine(
    ({ clientId, keyFile, openAccess }) =>
      openAccess ? clientId === undefined : clientId !== undefined && keyFile !== undefined,
    'needs clientId and keyFile, or openAccess alone',
  );

export type ScreeningServer = z.infer<typeof server>;

/** Population screening; nothing is written to any EHR unless `writeBack` says so. */
export const screening = z
  .strictObject({
    servers: z
      .array(server)
      .refine(...eachBaseOnce)
      .default([]),
    /** Keys that will take the place of one in use: their public halves are published beforehand. */
    nextKeys: z
      .array(z.strictObject({ keyFile: z.string().min(1), keyId: z.string().min(1).exactOptional() }))
      .default([]),
    writeBack: writeBack.exactOptional(),
    /** Codes of Consents that mean: do not contact. */
    refusalCodes: z.array(z.strictObject({ system: z.string().min(1), code: z.string().min(1) })).default([]),
    /** Where exports are kept while they are screened. */
    workFolder: z.string().min(1).default('./data/screening'),
    /** Patients of one run that one process reads at the same time. */
    atOnce: z.number().int().positive().max(256).default(8),
    /** Attempts to read one patient before she counts as failed. */
    attempts: z.number().int().positive().max(20).default(5),
  })
  .refine(
    ({ servers, writeBack: back }) => back === undefined || servers.some(({ base }) => base === back.server),
    'writeBack: the server is none of the servers',
  )
  .refine(({ servers }) => {
    const names = servers.flatMap(({ events: asked }) => asked?.name ?? []);
    return new Set(names).size === names.length;
  }, 'servers: two have events of the same name')
  .prefault({});

export type ScreeningConfig = z.infer<typeof screening>;
