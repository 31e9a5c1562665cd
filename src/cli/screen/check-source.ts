// Can a run from this source begin at all?

import { stat } from 'node:fs/promises';
import type { SourceSpec } from '../../screening/run/source-spec.ts';
import type { Workshop } from '../../screening/run/workshop.ts';
import { ndjsonIn } from '../../screening/sources/folder-source.ts';
import { UsageError } from '../usage-error.ts';
import { makeWorkFolder } from '../work-folder.ts';

/** Looks before anything is put into the ledger. @throws UsageError for a folder, a file or a server that is not there. */
export async function checkSource(workshop: Workshop, source: SourceSpec): Promise<void> {
  const { workFolder } = workshop.config.screening;
  // A run that searches keeps nothing there.
  if (source.kind === 'folder' || source.kind === 'export') makeWorkFolder('screening.workFolder', workFolder);
  if (source.kind === 'folder') {
    const found = await stat(source.folder).catch(() => undefined);
    if (found?.isDirectory() !== true) throw new UsageError(`screen: there is no folder ${source.folder}`);
    // A run of nobody would be complete, and the funnel would say that nobody fits.
    if ((await ndjsonIn(source.folder)).length === 0)
      throw new UsageError(`screen: the folder ${source.folder} holds no .ndjson file; nothing was screened`);
    return;
  }
  if ((await workshop.serverNamed(source.server)) === undefined) {
    throw new UsageError(`screen: ${source.server} is none of the configured servers (screening.servers)`);
  }
  if (source.kind !== 'patients' || source.file === '-') return;
  const found = await stat(source.file).catch(() => undefined);
  if (found?.isFile() !== true) throw new UsageError(`screen: there is no file ${source.file}`);
}
