// What may be agreed with one calling system?

import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { cardShapes } from '../cards/card-context.ts';
import { languages } from '../logic/language.ts';

/** Any address on the web. */
export const webAddress = z.url({
  protocol: /^https?$/,
  error: ({ input }) =>
    input === undefined ? 'is missing' : 'must be an address that begins with https:// or http://',
});

/** Absolute, http or https, no user, query or fragment; written without a trailing slash. */
export const baseUrl = webAddress
  .refine((text) => !/[?#@]/.test(text), 'must have no user, query or fragment')
  .transform((text) => text.replace(/\/+$/, ''));

/** Scheme, host and port as a browser sends them: "https://ehr.example.org". */
export const webOrigin = z
  .string()
  .refine(
    (text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text,
    'must be an origin such as "https://ehr.example.org", without path or slash',
  );

/** Private networks as CIDR blocks; without any, only public addresses are connected to. */
export const networks = z
  .array(z.union([z.cidrv4(), z.cidrv6()], 'must be a network such as "10.20.0.0/16" (one machine: "10.20.0.7/32")'))
  .default([]);

/**
 * The site states that these warnings, "SYSTEM|CODE", stand beside the answers whether or not something is missing. Any other
 * that speaks of something left out makes its search partial.
 */
export const harmlessWarnings = z
  .array(z.string().regex(/^[^|\s]+\|[^|\s]+$/, 'must be a code with its system, such as "urn:oid:1.2.3|4119"'))
  .default([]);

const fhirServer = z.strictObject({
  base: baseUrl,
  /** Private networks in which this server may stand. */
  networks,
  /** Reads without a token are allowed; for test servers only. */
  openAccess: z.boolean().default(false),
  /**
   * The site states that every Observation of this server carries a category of FHIR's list. Needed only where the
   * server refuses to search Observations by patient alone; without it such a record counts as partial.
   */
  everyObservationHasCategory: z.boolean().default(false),
});

/** Servers are told apart by their base, whatever the case of its host. */
export const eachBaseOnce = [
  (servers: readonly { readonly base: string }[]): boolean =>
    new Set(servers.map(({ base }) => new URL(base).href)).size === servers.length,
  'two servers have the same base',
] as const;

export type FhirServerConfig = z.infer<typeof fhirServer>;

/** A public key: the private half does not belong here, and a shared secret proves nothing. */
const publicKey = z
  .looseObject({ kty: z.enum(['EC', 'RSA', 'OKP']), kid: z.string().min(1) })
  .refine((key) => !('d' in key), 'is a private key; give the public half only')
  .refine(isKey, 'is no key: something of it is missing or wrong');

function isKey(jwk: Readonly<Record<string, unknown>>): boolean {
  try {
    return createPublicKey({ key: { ...jwk }, format: 'jwk' }).type === 'public';
  } catch {
    return false;
  }
}

export const keySet = z.looseObject({ keys: z.array(publicKey).min(1) });

export type KeysConfig =
  | { readonly jwks: z.infer<typeof keySet> }
  | { readonly jwksFile: string }
  | { readonly jku: string; readonly networks: readonly string[] };

/** Where the keys come from with which the caller signs: exactly one of the three. */
export const keys = z
  .strictObject({
    jwks: keySet.exactOptional(),
    jwksFile: z.string().min(1).exactOptional(),
    jku: webAddress.exactOptional(),
    /** With `jku`: private networks in which that address may stand. */
    networks,
  })
  .transform(({ jwks, jwksFile, jku, networks: within }, context): KeysConfig => {
    const sources: readonly KeysConfig[] = [
      ...(jwks === undefined ? [] : [{ jwks }]),
      ...(jwksFile === undefined ? [] : [{ jwksFile }]),
      ...(jku === undefined ? [] : [{ jku, networks: within }]),
    ];
    const [source] = sources;
    if (source !== undefined && sources.length === 1) return source;
    context.addIssue('must hold exactly one of jwks, jwksFile and jku');
    return z.NEVER;
  });

const client = z.strictObject({
  keys: keys.exactOptional(),
  /** Only for "*": calls without a token are answered. */
  unauthenticated: z.boolean().default(false),
  /** Values of `aud` that this client sends besides the URL it calls. */
  audiences: z.array(z.string().min(1)).default([]),
  /** If not empty, the token's `tenant` must be one of these. */
  tenants: z.array(z.string().min(1)).default([]),
  fhirServers: z
    .array(fhirServer)
    .refine(...eachBaseOnce)
    .default([]),
  /** Of what this client prefetches, and of what its servers answer. */
  harmlessWarnings,
  /** Language of this client's cards where a call asks for none of ours. */
  language: z.enum(languages).exactOptional(),
  /** Everything is evaluated and kept, and the answer is always without cards. */
  silent: z.boolean().default(false),
  cards: z
    .strictObject({
      nearMisses: z.boolean().exactOptional(),
      shape: z.enum(cardShapes).default('any'),
      /** `smart`: the EHR launches the evidence page, with the patient that is open. */
      evidenceLink: z.enum(['absolute', 'smart']).default('absolute'),
    })
    .prefault({}),
  /**
   * Who of the site has signed, and when, that this EHR may by itself create a Task for the trial office. Without it the
   * service never asks an EHR to do anything.
   */
  systemActions: z.strictObject({ signedBy: z.string().min(1).max(200), signedOn: z.iso.date() }).exactOptional(),
  /** Web origins from which this client's pages call, besides those of all clients. */
  allowedOrigins: z.array(webOrigin).default([]),
});

export type ClientConfig = z.infer<typeof client>;

/** Calling systems by their issuer; "*" stands for callers without a token. */
export const clients = z.record(z.string().min(1), client).superRefine((all, context) => {
  for (const [issuer, { keys: given, unauthenticated }] of Object.entries(all)) {
    const message = objection(issuer, given !== undefined, unauthenticated);
    if (message !== undefined) context.addIssue({ code: 'custom', message, path: [issuer] });
  }
});

function objection(issuer: string, hasKeys: boolean, unauthenticated: boolean): string | undefined {
  if (issuer !== '*') {
    if (unauthenticated) return 'only "*" can be unauthenticated';
    return hasKeys ? undefined : 'needs keys: one of jwks, jwksFile, jku';
  }
  if (hasKeys) return '"*" stands for callers without a token and has no keys';
  return unauthenticated ? undefined : 'anybody could call: say "unauthenticated": true if that is meant';
}
