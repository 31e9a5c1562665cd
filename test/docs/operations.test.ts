// The page of operations, carried out: every command it shows, in its order, on both data bases.

import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { brokenAt } from '../../src/store/audit.ts';
import { rememberCards } from '../../src/store/cards.ts';
import { pseudonymiser } from '../../src/store/pseudonym.ts';
import { openStore } from '../../src/store/store.ts';
import { fill, issued } from '../store/rows.ts';
import { bothTargets } from '../store/targets.ts';

const { folder, targets, close } = bothTargets();
afterAll(close);

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(join(root, 'docs/operations.md'), 'utf8');
const commands = page
  .split('\n')
  .flatMap((line) => /^\s{4,}((?:\w+=\S+ )*(?:npm run|openssl) .*)$/.exec(line)?.[1] ?? []);

const client = 'https://ehr.hospital.example.org';
const key = 'the key of this hospital, long enough to be one';
const issuedNow = { client, issued: new Date().toISOString() };

describe.each(targets)('docs/operations.md on $name', ({ name, skip, fresh }) => {
  it.skipIf(skip)(
    'shows commands that do what it says',
    async () => {
      expect(commands.length).toBeGreaterThanOrEqual(17);
      const target = await fresh();
      const drill = await fresh();
      const file = (end: string): string => join(folder, `${name}-${end}`);
      const store = await openStore(target);
      await fill(store);
      const pseudonym = pseudonymiser(key)({ client, patient: 'girl-1' });
      await rememberCards(store, [
        issued('by-id', { ...issuedNow, patient: pseudonym }),
        issued('by-name', { ...issuedNow, patient: 'p_named' }),
        issued('by-old-key', { ...issuedNow, patient: pseudonymiser(`old ${key}`)({ client, patient: 'girl-1' }) }),
        issued('stays', issuedNow),
      ]);
      let head = '';
      await brokenAt(store, (row) => (head = `${String(row.seq)}:${row.hash}`));
      await store.close();
      writeFileSync(file('id'), 'girl-1\n');
      writeFileSync(file('key'), key);
      writeFileSync(file('old-key'), `old ${key}`);
      const sqlite = name === 'SQLite';
      const said = commands.map((command) => {
        const { status, stdout, stderr } = spawnSync('bash', ['-euc', command], {
          cwd: root,
          encoding: 'utf8',
          env: {
            ...process.env,
            PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
            USER: 'operator',
            CDS_STORE: target,
            DATABASE_URL: sqlite ? '' : target,
            DRILL: drill,
            DRILL_DATABASE: sqlite ? '' : drill,
            CDS_PSEUDONYM_KEY_FILE: file('key'),
            KEY_FILE: file('new-key'),
            OLD_KEY_FILE: file('old-key'),
            PATIENT_ID_FILE: file('id'),
            PSEUDONYM: 'p_named',
            BACKUP: file('backup'),
            BEFORE_UPGRADE: file('before-upgrade'),
            AUDIT_FILE: file('audit'),
            HEAD: head,
          },
        });
        expect([command, status, stderr]).toEqual([command, 0, expect.any(String)]);
        expect(stdout + stderr).not.toMatch(/girl-1/);
        return stdout;
      });

      const told = said.join('');
      expect(told).toMatch(/backup of .*: 14 rows \(audit 3, cards 7, feedback 2, replay 1, snoozes 1\)/);
      expect(told).toMatch(/purged from .*, all before 2026-01-01T00:00:00.000Z: 0 cards, 0 entries of feedback/);
      expect(told.match(/erased from .*: 1 card, /g)).toHaveLength(3);
      expect(told).toMatch(/audit trail of .* is sound: \d+ rows, head \d+:[0-9a-f]{64}/);
      expect(told).toMatch(/candidate +6 +1\n/);
      expect(told).not.toMatch(/postgres:\/\/\w+[:@]/);
      expect(statSync(file('new-key')).size).toBeGreaterThan(32);
      const events = readFileSync(file('audit'), 'utf8').trim().split('\n');
      expect(JSON.parse(events.at(-1) ?? '')).toMatchObject({ resourceType: 'AuditEvent' });
      expect(events.join('')).toMatch(/store-restore.*store-purge.*store-erase/);

      const after = await openStore(target);
      const left = await after.database.selectFrom('cards').select('card').orderBy('card').execute();
      expect(left.map(({ card }) => card)).not.toContain('by-id');
      expect(left.map(({ card }) => card)).toContain('stays');
      await after.close();
    },
    300_000,
  );
});
