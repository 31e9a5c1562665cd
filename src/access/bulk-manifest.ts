// What did a finished bulk export put where?

import { z } from 'zod';

const file = z.looseObject({
  type: z.string(),
  url: z.string().max(8_000),
  count: z.number().int().nonnegative().optional().catch(undefined),
});

/** @source HL7 Bulk Data Access 2.0 and 3.0, response to a completed export: output manifest */
const manifestSchema = z.looseObject({
  requiresAccessToken: z.boolean(),
  output: z.array(file),
  error: z.array(z.looseObject({ url: z.string().max(8_000) })).default([]),
  deleted: z.array(z.looseObject({ url: z.string().max(8_000) })).default([]),
  link: z.array(z.looseObject({ relation: z.string(), url: z.string().max(8_000) })).default([]),
});

export type BulkFile = { readonly type: string; readonly url: string; readonly count?: number | undefined };

export type Manifest = {
  readonly requiresAccessToken: boolean;
  readonly output: readonly BulkFile[];
  /** Files of OperationOutcomes: what the export could not give. */
  readonly error: readonly string[];
  /** Files of Bundles that name what was deleted since. */
  readonly deleted: readonly string[];
  /** Where the manifest goes on. */
  readonly next?: string | undefined;
};

/** Reads a manifest; undefined for anything else. */
export function readManifest(value: unknown): Manifest | undefined {
  const read = manifestSchema.safeParse(value);
  if (!read.success) return undefined;
  const { requiresAccessToken, output, error, deleted, link } = read.data;
  return {
    requiresAccessToken,
    output: output.map(({ type, url, count }) => ({ type, url, count })),
    error: error.map(({ url }) => url),
    deleted: deleted.map(({ url }) => url),
    next: link.find(({ relation }) => relation === 'next')?.url,
  };
}
