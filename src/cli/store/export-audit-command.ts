// `store export-audit`: the audit trail as FHIR R4 AuditEvents, one per line.

import { parseArgs } from 'node:util';
import { auditEvents } from '../../store/audit.ts';
import { counted, print, progress, recordWork, tell, withStore, type StoreContext } from './context.ts';

/** Prints every event, oldest first, and leaves an event about that. */
export async function runExportAudit(args: readonly string[], context: StoreContext): Promise<number> {
  parseArgs({ args: [...args], options: {} });
  const events = await withStore(context, async (store) => {
    let count = 0;
    const advance = progress('events written');
    for await (const event of auditEvents(store)) {
      await print(JSON.stringify(event));
      count += 1;
      advance();
    }
    await recordWork(store, context, 'audit-export', { events: count });
    return count;
  });
  tell(`${counted(events, 'event', 'events')} exported`);
  return 0;
}
