// The commands on the store, as an operator calls them.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '../../src/cli/usage-error.ts';
import { onStore, runStore } from '../../src/cli/store-command.ts';
import { runFeedbackReport } from '../../src/cli/store/feedback-report-command.ts';
import { rememberCards } from '../../src/store/cards.ts';
import { pseudonymiser } from '../../src/store/pseudonym.ts';
import { countRows } from '../../src/store/tables.ts';
import { fill, issued } from '../store/rows.ts';
import { bothTargets, during } from '../store/targets.ts';

const { folder, targets, close } = bothTargets();
afterAll(close);

let out = '';
let told = '';
beforeEach(() => {
  out = '';
  told = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((told += String(text))));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const now = () => new Date('2026-06-15T12:00:00Z');
const rim = (store: string, more: Readonly<Record<string, string>> = {}) => ({
  environment: { PATH: process.env['PATH'], CDS_STORE: store, USER: 'operator', ...more },
  now,
});

const auditKinds = async (target: string) =>
  await during(target, async ({ database }) => {
    return await database.selectFrom('audit').select(['kind', 'client', 'patient', 'detail']).orderBy('seq').execute();
  });

describe.each(targets)('on $name', ({ name, skip, fresh }) => {
  const file = (end: string): string => join(folder, `${name}-cli-${end}`);
  const filled = async (): Promise<string> => {
    const target = await fresh();
    await during(target, fill);
    return target;
  };

  it.skipIf(skip)('backup and restore tell what they did and leave a row in the audit trail', async () => {
    const target = await filled();
    expect(await runStore(['backup', file('b')], rim(target))).toBe(0);
    expect(out).toMatch(
      /^backup of .* in .*: 10 rows \(audit 3, cards 3, feedback 2, replay 1, snoozes 1\), \d+ bytes\n$/,
    );
    expect(await runStore(['restore', file('b')], rim(target))).toBe(1);
    expect(told).toMatch(/the store is not empty \(audit 4, cards 3, .*\); with --force all of this is replaced/);
    out = '';
    expect(await runStore(['restore', file('b'), '--force'], rim(target))).toBe(0);
    expect(out).toMatch(/restored from .*: 10 rows/);
    const events = await auditKinds(target);
    expect(events.slice(3)).toEqual([{ kind: 'store-restore', client: '', patient: '', detail: expect.any(String) }]);
    expect(JSON.parse(events[3]?.detail ?? '')).toEqual({ bytes: expect.any(Number), operator: 'operator' });
  });

  it.skipIf(skip)('verify-audit finds a row that was changed, and one that was cut off', async () => {
    const target = await filled();
    expect(await runStore(['verify-audit'], rim(target))).toBe(0);
    const head = /head (\d+:[0-9a-f]{64})/.exec(out)?.[1] ?? expect.fail();
    expect(await runStore(['verify-audit', '--head', head], rim(target))).toBe(0);
    await during(target, async ({ database }) => {
      await database.updateTable('audit').set({ patient: 'p_other' }).where('seq', '=', 2).execute();
    });
    out = '';
    expect(await runStore(['verify-audit'], rim(target))).toBe(1);
    expect(out).toMatch(/broken at row 2; 1 before it are sound/);
  });

  it.skipIf(skip)('verify-audit finds a whole new chain by the head that was noted before', async () => {
    const target = await filled();
    await runStore(['verify-audit'], rim(target));
    const head = /head (\d+:[0-9a-f]{64})/.exec(out)?.[1] ?? expect.fail();
    await during(target, async (store) => {
      await store.database.deleteFrom('audit').execute();
      await store.database.updateTable('audit_head').set({ seq: 0, hash: '' }).execute();
    });
    expect(await runStore(['verify-audit'], rim(target))).toBe(0);
    expect(await runStore(['verify-audit', '--head', head], rim(target))).toBe(1);
    expect(out).toMatch(/does not contain the head 3:/);
  });

  it.skipIf(skip)('erase takes the id under every server of the client, and nobody else', async () => {
    const target = await fresh();
    const key = 'a key of at least thirty-two characters';
    const client = 'https://ehr.example.org';
    const pseudonym = pseudonymiser(key);
    const servers = [
      undefined,
      'https://fhir.example.org/r4',
      'https://listed.example.org',
      'https://named.example.org',
    ];
    await during(target, async (store) => {
      const hers = servers.map((server, at) =>
        issued(`c${String(at)}`, { patient: pseudonym({ client, server, patient: 'girl-1' }) }),
      );
      const other = issued('other', { patient: pseudonym({ client: 'https://b.example.org', patient: 'girl-1' }) });
      await rememberCards(store, [
        ...hers,
        other,
        issued('sister', { patient: pseudonym({ client, patient: 'girl-2' }) }),
      ]);
    });
    const keys = { jku: 'https://ehr.example.org/jwks.json' };
    const bases = ['https://fhir.example.org/r4/', 'https://listed.example.org'];
    const environment = {
      CDS_CLIENTS: JSON.stringify({ [client]: { keys, fhirServers: bases.map((base) => ({ base })) } }),
      CDS_PSEUDONYM_KEY: key,
    };
    const args = ['erase', '--client', client, '--patient', 'girl-1', '--server', 'https://named.example.org'];
    expect(await runStore(args, rim(target, environment))).toBe(0);
    expect(out).toMatch(/: 4 cards, 0 entries of feedback, 0 snoozes, 0 used tokens, 0 rows of screening\n$/);
    expect(out + told).not.toContain('girl-1');
    await during(target, async ({ database }) => {
      const left = await database.selectFrom('cards').select('card').orderBy('card').execute();
      expect(left.map(({ card }) => card)).toEqual(['other', 'sister']);
    });
    const events = await auditKinds(target);
    // Once for each server of a request, and once for each from which she may have been screened.
    const erasures = [...servers, ...servers.slice(1)].map(() => ['store-erase', client]);
    expect(events.map(({ kind, client: whose }) => [kind, whose])).toEqual(erasures);
    expect(JSON.stringify(events)).not.toContain('girl-1');
  });

  it.skipIf(skip)('erase takes the id under the servers of the issuer for a client of one tenant', async () => {
    const target = await fresh();
    const [client, server, patient] = ['https://ehr.example.org north', 'https://fhir.example.org', 'girl-1'];
    const environment = {
      CDS_CLIENTS: JSON.stringify({
        'https://ehr.example.org': { keys: { jku: 'https://ehr.example.org/k' }, fhirServers: [{ base: server }] },
      }),
      CDS_PSEUDONYM_KEY: 'a key of at least thirty-two characters',
    };
    const pseudonym = pseudonymiser(environment.CDS_PSEUDONYM_KEY)({ client, server, patient });
    await during(target, async (store) => await rememberCards(store, [issued('c', { patient: pseudonym })]));
    expect(await runStore(['erase', '--client', client, '--patient', patient], rim(target, environment))).toBe(0);
    expect(out).toMatch(/: 1 card, /);
  });

  it.skipIf(skip)('erase says that there was nothing, and whether it knows the client', async () => {
    const target = await filled();
    const client = 'https://ehr.example.org';
    const environment = {
      CDS_CLIENTS: JSON.stringify({ [client]: { keys: { jku: 'https://ehr.example.org/k' } } }),
      CDS_PSEUDONYM_KEY: 'a key of at least thirty-two characters',
    };
    expect(await runStore(['erase', '--client', client, '--patient', 'girl-9'], rim(target, environment))).toBe(1);
    expect([out, told]).toEqual([
      '',
      expect.stringMatching(/^nothing about this patient was found in .* for https:\S+\n$/),
    ]);
    expect(await runStore(['erase', '--client', 'x', '--patient', 'girl-9'], rim(target, environment))).toBe(1);
    expect(told).toMatch(/for x, which the configuration does not name\n$/);
    expect(out + told).not.toContain('girl-9');
  });

  it.skipIf(skip)('purge counts what it threw away', async () => {
    const target = await filled();
    expect(await runStore(['purge', '--before', '2026-06-02'], rim(target))).toBe(0);
    expect(out).toMatch(/: 3 cards, 2 entries of feedback, 0 snoozes, 1 used token, 0 rows of screening\n$/);
    out = '';
    expect(await runStore(['purge', '--older-than', '13'], rim(target))).toBe(0);
    expect(out).toMatch(/all before 2026-06-02T00:00:00.000Z: 0 cards/);
    expect(await during(target, async ({ database }) => await countRows(database))).toMatchObject({
      snoozes: 1,
      audit: 5,
    });
  });

  it.skipIf(skip)('feedback-report prints counts as text and as JSON', async () => {
    const target = await filled();
    expect(await onStore(runFeedbackReport, [], rim(target))).toBe(0);
    expect(out).toMatch(/candidate +2 +1\n/);
    expect(out).toMatch(/overridden +1\n +declined +1\n +50\.0 % overridden/);
    out = '';
    expect(await onStore(runFeedbackReport, ['--json'], rim(target))).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ services: [{ shown: 2, silent: 1, accepted: 1, overrideRate: 0.5 }] });
  });

  it.skipIf(skip)('export-audit prints AuditEvents and leaves an event about that', async () => {
    const target = await filled();
    expect(await runStore(['export-audit'], rim(target))).toBe(0);
    const events = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(events).toHaveLength(3);
    expect(events[1]).toMatchObject({ resourceType: 'AuditEvent', id: '2', action: 'E', outcome: '0' });
    expect((await auditKinds(target)).at(-1)).toMatchObject({ kind: 'audit-export' });
  });
});

describe('a command on the store', () => {
  const none = join(folder, 'none.sqlite');

  it.each([
    ['no command', []],
    ['an unknown command', ['drop']],
    ['backup without a file', ['backup']],
    ['backup with two files', ['backup', 'a', 'b']],
    ['restore without a file', ['restore']],
    ['purge without a time', ['purge']],
    ['purge with two times', ['purge', '--before', '2026-01-01', '--older-than', '3']],
    ['purge with a day to come', ['purge', '--before', '2026-06-16']],
    ['purge with no date', ['purge', '--before', 'yesterday']],
    ['purge with a negative number', ['purge', '--older-than=-1']],
    ['erase without a patient', ['erase', '--client', 'x']],
    ['erase without a client', ['erase', '--patient', 'x']],
    ['erase with an empty patient', ['erase', '--client', 'x', '--patient', '']],
    ['verify-audit with half a head', ['verify-audit', '--head', '7']],
  ])('is wrong usage: %s', async (_what, args) => {
    await expect(runStore(args, rim(none))).rejects.toThrow(UsageError);
  });

  it.each([['backup', join(folder, 'x')], ['purge', '--older-than', '3'], ['verify-audit'], ['export-audit']])(
    'never makes a store where there is none: %s',
    async (...args) => {
      expect(await runStore(args, rim(none))).toBe(1);
      expect(told).toContain(`there is no store ${none}`);
      expect(existsSync(none)).toBe(false);
    },
  );

  it('says that a key is needed to erase by id', async () => {
    expect(await runStore(['erase', '--client', 'x', '--patient', 'girl-1'], rim(none))).toBe(1);
    expect(told).toMatch(/pseudonymKeyFile/);
  });

  it('says that a key file is too short or not there', async () => {
    const short = join(folder, 'short-key');
    writeFileSync(short, 'short\n');
    for (const path of [short, join(folder, 'no-key')]) {
      const args = ['erase', '--client', 'x', '--patient', 'girl-1', '--key-file', path];
      expect(await runStore(args, rim(none))).toBe(1);
      expect(told).toContain(path);
    }
  });

  it('says that the configuration cannot be used', async () => {
    expect(await runStore(['verify-audit'], rim(none, { CDS_STOER: 'x' }))).toBe(1);
    expect(told).toMatch(/unknown variables: CDS_STOER/);
    expect(await runStore(['verify-audit'], rim(none, { CDS_CONFIG: join(folder, 'nowhere.json') }))).toBe(1);
    expect(told).toMatch(/nowhere\.json: there is no such file or folder \(ENOENT\)/);
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{');
    expect(await runStore(['verify-audit'], rim(none, { CDS_CONFIG: broken }))).toBe(1);
    expect(told).toMatch(/broken\.json: it is no JSON: see line 1 column 2/);
  });

  it('says that a file is no data base, or that the server cannot be reached, without the password', async () => {
    const text = join(folder, 'text.sqlite');
    writeFileSync(text, 'this is not a data base, only some text that is long enough to be looked at');
    expect(await runStore(['verify-audit'], rim(text))).toBe(1);
    expect(told).toMatch(/not a database/);
    const url = 'postgres://cds:secret@127.0.0.1:9/cds';
    expect(await runStore(['verify-audit'], rim(none, { DATABASE_URL: url }))).toBe(1);
    expect(told).toMatch(/ECONNREFUSED/);
    expect(told).not.toContain('secret');
  });
});
