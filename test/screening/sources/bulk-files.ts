// How do patients' Bundles look as the per-type NDJSON files of a bulk export?

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

type Json = Record<string, unknown>;
type Bundle = { readonly entry: readonly { readonly fullUrl?: string; readonly resource: Json }[] };

/** The resources of all Bundles by type, each as a line; references by urn are written as a server writes them. */
export function linesByType(bundles: readonly Bundle[]): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, string[]>();
  for (const { entry } of bundles) {
    const local = new Map(
      entry.map(({ fullUrl = '', resource }) => [
        fullUrl,
        `${String(resource['resourceType'])}/${String(resource['id'])}`,
      ]),
    );
    for (const { resource } of entry) {
      const type = String(resource['resourceType']);
      const line = JSON.stringify(resource, (key, value: unknown) =>
        key === 'reference' && typeof value === 'string' ? (local.get(value) ?? value) : value,
      );
      lines.set(type, [...(lines.get(type) ?? []), line]);
    }
  }
  return lines;
}

/** Writes one file per type, every second one packed, the lines in an order that keeps no patient together. */
export async function writeBulkFiles(folder: string, bundles: readonly Bundle[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [index, [type, lines]] of [...linesByType(bundles)].entries()) {
    const text = `${lines.toSorted((a, b) => (a.at(-9) ?? '').localeCompare(b.at(-9) ?? '')).join('\n')}\n`;
    const packed = index % 2 === 1;
    await writeFile(join(folder, `${type}.ndjson${packed ? '.gz' : ''}`), packed ? gzipSync(text) : text);
  }
}
