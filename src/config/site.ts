// What does a site's folder say: its own codes, its laboratory's limits, its settings of a protocol?

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { textIn } from '../byte-order-mark.ts';
import { sha256 } from '../eligibility/digest.ts';
import type { Protocol } from '../eligibility/protocol.ts';
import { protocol as declareProtocol } from '../eligibility/declared.ts';
import type { SettingValues } from '../eligibility/readings.ts';
import type { Site } from '../facts/screening.ts';
import type { Translate } from '../fhir/concept-reader.ts';
import type { Resource } from '../fhir/record.ts';
import { translationFrom } from '../fhir/site-translation.ts';
import { protocolNamed } from '../protocols/index.ts';
import { jsonOf, whyUnreadable } from './json-file.ts';

const upperLimit = z.strictObject({
  measurement: z.string().min(1),
  value: z.number().positive(),
  sex: z.enum(['female', 'male']).exactOptional(),
  fromAge: z.number().int().nonnegative().exactOptional(),
  toAge: z.number().int().nonnegative().exactOptional(),
});

/** `site.json`: upper limits of normal, and settings per protocol ("ID@VERSION"). */
const siteFile = z.strictObject({
  upperLimits: z.array(upperLimit).default([]),
  settings: z.record(z.string(), z.record(z.string(), z.union([z.number().nonnegative(), z.string()]))).default({}),
});

const resourceFile = z.looseObject({ resourceType: z.enum(['ConceptMap', 'ValueSet']) });

export type SiteFolder = {
  readonly site: Site;
  readonly translate: Translate;
  /** Changes whenever anything in the folder changes; empty for a site that says nothing. */
  readonly digest: string;
  /** The protocol with this site's settings in force. @throws SiteError for a setting it does not have. */
  readonly adapt: <S extends SettingValues>(protocol: Protocol<S>) => Protocol<S>;
};

/** A site folder that cannot be used: says which file and why. */
export class SiteError extends Error {}

/** A site that says nothing about itself. */
export const noSite: SiteFolder = {
  site: { upperLimits: [] },
  translate: (concept) => concept,
  digest: '',
  adapt: (protocol) => protocol,
};

/**
 * Reads a site's folder: `site.json` and any number of FHIR ConceptMap and ValueSet files (.json).
 * @throws SiteError if a file is not what it should be; a half-read site is never used.
 */
export async function readSite(directory: string): Promise<SiteFolder> {
  const all = await listed(directory);
  const names = all.filter((name) => name.endsWith('.json')).sort();
  if (all.length > 0 && names.length === 0) {
    throw new SiteError(`${directory}: neither site.json nor any other .json file; is this the site's folder?`);
  }
  const files = await Promise.all(names.map(async (name) => [name, await parsed(directory, name)] as const));
  const settingsFile = files.find(([name]) => name === 'site.json');
  const own = settingsFile === undefined ? siteFile.parse({}) : checked(siteFile, settingsFile[1], 'site.json');
  const unknown = Object.keys(own.settings).find((name) => protocolNamed(name) === undefined);
  if (unknown !== undefined) throw new SiteError(`site.json: settings of ${unknown}, but there is no such protocol`);
  const resources: readonly Resource[] = files
    .filter(([name]) => name !== 'site.json')
    .map(([name, content]) => checked(resourceFile, content, name));
  return {
    site: { upperLimits: own.upperLimits },
    translate: translationFrom(resources),
    digest: sha256(JSON.stringify(files)),
    adapt: (protocol) => withSettings(protocol, own.settings[`${protocol.id}@${protocol.version}`] ?? {}),
  };
}

async function listed(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    const isFile = error instanceof Error && 'code' in error && error.code === 'ENOTDIR';
    throw new SiteError(`site: ${directory}: ${isFile ? 'it is a file, and must be a folder' : whyUnreadable(error)}`);
  }
}

async function parsed(directory: string, name: string): Promise<unknown> {
  const path = join(directory, name);
  const text = await textIn(path).catch((error: unknown) => {
    throw new SiteError(`${path}: ${whyUnreadable(error)}`);
  });
  const read = jsonOf(text);
  if ('problem' in read) throw new SiteError(`${path}: ${read.problem}`);
  return read.value;
}

function checked<T>(schema: z.ZodType<T>, content: unknown, name: string): T {
  const result = schema.safeParse(content);
  if (!result.success) throw new SiteError(`${name}: ${z.prettifyError(result.error)}`);
  return result.data;
}

function withSettings<S extends SettingValues>(
  protocol: Protocol<S>,
  changed: Readonly<Record<string, unknown>>,
): Protocol<S> {
  const known = new Map(Object.entries(protocol.settings));
  for (const [name, value] of Object.entries(changed)) {
    if (typeof known.get(name) !== typeof value) {
      throw new SiteError(`site.json: ${protocol.id}@${protocol.version} has no setting ${name} of that type`);
    }
  }
  const settings: S = { ...protocol.settings, ...changed };
  return Object.keys(changed).length === 0 ? protocol : declareProtocol({ ...protocol, settings });
}
