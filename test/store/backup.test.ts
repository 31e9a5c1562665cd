import { chmodSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { brokenAt } from '../../src/store/audit.ts';
import { BackupError } from '../../src/store/backup-error.ts';
import { backup, restore } from '../../src/store/backup.ts';
import { rememberCards } from '../../src/store/cards.ts';
import { countRows } from '../../src/store/tables.ts';
import { everything, fill, issued } from './rows.ts';
import { bothTargets, during } from './targets.ts';

const { folder, targets, close } = bothTargets();
afterAll(close);

describe.each(targets)('a backup on $name', ({ name, skip, fresh }) => {
  const file = (end: string): string => join(folder, `${name}-${end}`);

  it.skipIf(skip)('brings back the same rows in an empty store, and the audit trail is sound', async () => {
    const source = await fresh();
    const before = await during(source, async (store) => {
      await fill(store);
      return await everything(store);
    });
    const copied = await backup(source, file('whole'), process.env);
    expect(copied.rows).toMatchObject({ cards: 3, feedback: 2, snoozes: 1, replay: 1, audit: 3 });
    expect(copied.bytes).toBe(statSync(file('whole')).size);
    const target = await fresh();
    expect((await restore(file('whole'), target, false, process.env)).rows).toEqual(copied.rows);
    await during(target, async (store) => {
      expect(await everything(store)).toEqual(before);
      expect(await brokenAt(store)).toBeUndefined();
    });
  });

  it.skipIf(skip)(
    'is written while the store is in use, holds one moment, and can be read by nobody else',
    async () => {
      const source = await fresh();
      await during(source, async (store) => {
        await fill(store);
        await backup(source, file('in-use'), process.env);
        await rememberCards(store, [issued('after')]);
      });
      expect(statSync(file('in-use')).mode & 0o777).toBe(0o600);
      const target = await fresh();
      expect((await restore(file('in-use'), target, false, process.env)).rows).toMatchObject({ cards: 3 });
    },
  );

  it.skipIf(skip)('is never written over another file, and leaves no half file behind', async () => {
    const source = await fresh();
    await during(source, fill);
    writeFileSync(file('other'), 'somebody else’s');
    await expect(backup(source, file('other'), process.env)).rejects.toThrow(/exists/);
    expect(readFileSync(file('other'), 'utf8')).toBe('somebody else’s');
    await expect(backup(source, join(folder, 'nowhere', 'b'), process.env)).rejects.toThrow(/nowhere/);
    expect(readdirSync(folder).filter((each) => each.includes('.partial'))).toEqual([]);
  });

  it.skipIf(skip)('is refused where there is no store', async () => {
    await expect(backup(await fresh(), file('nothing'), process.env)).rejects.toThrow(/there is no store/);
    expect(existsSync(file('nothing'))).toBe(false);
  });

  it.skipIf(skip)('is not restored over a store that holds anything, unless that is forced', async () => {
    const source = await fresh();
    await during(source, fill);
    await backup(source, file('forced'), process.env);
    const target = await fresh();
    await during(target, async (store) => await rememberCards(store, [issued('mine'), issued('too')]));
    await expect(restore(file('forced'), target, false, process.env)).rejects.toThrow(/not empty \(cards 2\)/);
    expect(await during(target, async ({ database }) => await countRows(database))).toMatchObject({
      cards: 2,
      audit: 0,
    });
    expect((await restore(file('forced'), target, true, process.env)).rows).toMatchObject({ cards: 3, audit: 3 });
  });

  it.skipIf(skip)('is restored over a store that was opened but holds nothing', async () => {
    const source = await fresh();
    await during(source, fill);
    await backup(source, file('opened'), process.env);
    const target = await fresh();
    await during(target, async () => await Promise.resolve());
    expect((await restore(file('opened'), target, false, process.env)).rows).toMatchObject({ cards: 3 });
  });

  it.skipIf(skip)('is not restored under a running service, even by force', async () => {
    const source = await fresh();
    await during(source, fill);
    await backup(source, file('running'), process.env);
    const target = await fresh();
    await during(target, async (store) => {
      await rememberCards(store, [issued('mine')]);
      await expect(restore(file('running'), target, true, process.env)).rejects.toThrow(/in use/);
      expect(await countRows(store.database)).toMatchObject({ cards: 1 });
    });
    expect((await restore(file('running'), target, true, process.env)).rows).toMatchObject({ cards: 3 });
  });

  it.skipIf(skip)('that was cut off or is something else is refused, and the store stays as it was', async () => {
    const source = await fresh();
    await during(source, fill);
    await backup(source, file('cut'), process.env);
    truncateSync(file('cut'), statSync(file('cut')).size - 2_500);
    writeFileSync(file('text'), 'not a backup');
    await expect(restore(file('cut'), source, true, process.env)).rejects.toThrow(BackupError);
    await expect(restore(file('text'), source, true, process.env)).rejects.toThrow(BackupError);
    await expect(restore(file('missing'), source, true, process.env)).rejects.toThrow(/there is no file/);
    expect(await during(source, async ({ database }) => await countRows(database))).toMatchObject({
      cards: 3,
      audit: 3,
    });
    expect(readdirSync(folder).filter((each) => each.includes('.restoring'))).toEqual([]);
  });

  it.skipIf(skip)('of a newer program is refused, and the store stays as it was', async () => {
    const newer = await fresh();
    await during(newer, async (store) => {
      await fill(store);
      const step = { name: '9999-from-the-future', timestamp: '2036-01-01T00:00:00.000Z' };
      await sql`INSERT INTO kysely_migration (name, timestamp) VALUES (${step.name}, ${step.timestamp})`.execute(
        store.database,
      );
    });
    await backup(newer, file('newer'), process.env);
    const target = await fresh();
    await during(target, fill);
    await expect(restore(file('newer'), target, true, process.env)).rejects.toThrow(/newer program/);
    expect(await during(target, async ({ database }) => await countRows(database))).toMatchObject({ cards: 3 });
  });
});

describe('a SQLite backup', () => {
  it('is one file that can be restored from a medium that cannot be written', async () => {
    const { fresh } = targets[0] ?? expect.fail();
    const source = await fresh();
    await during(source, fill);
    const file = join(folder, 'read-only');
    await backup(source, file, process.env);
    chmodSync(file, 0o400);
    const target = await fresh();
    expect((await restore(file, target, false, process.env)).rows).toMatchObject({ cards: 3 });
    expect(readdirSync(folder).filter((each) => each.startsWith(basename(file)))).toEqual(['read-only']);
    expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  it('holds nothing any more of what was deleted before', async () => {
    const { fresh } = targets[0] ?? expect.fail();
    const source = await fresh();
    await during(source, async (store) => {
      await rememberCards(store, [issued('c1', { patient: 'p_to-be-forgotten' })]);
      await store.database.deleteFrom('cards').execute();
    });
    await backup(source, join(folder, 'clean'), process.env);
    expect(readFileSync(join(folder, 'clean')).includes('p_to-be-forgotten')).toBe(false);
  });
});

describe('a PostgreSQL backup', () => {
  const target = 'postgres://somebody:secret@127.0.0.1:9/none';

  const { skip, fresh } = targets[1] ?? expect.fail();

  it.skipIf(skip)('says what is missing where PostgreSQL’s programs are not installed', async () => {
    const source = await fresh();
    await during(source, fill);
    await expect(backup(source, join(folder, 'no-programs'), { PATH: '/nowhere' })).rejects.toThrow(
      /pg_dump cannot be run: install/,
    );
    expect(existsSync(join(folder, 'no-programs'))).toBe(false);
  });

  it('never repeats the password of the data base', async () => {
    const error = await backup(target, join(folder, 'unreachable'), process.env).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).not.toContain('secret');
  });
});
