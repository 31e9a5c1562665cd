import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { startPostgres } from '../postgres.ts';

const postgres = startPostgres();
afterAll(() => postgres?.stop());

describe('a data base that cannot be opened', () => {
  it('says that nothing answers at its address, and not that something is wrong with what it holds', async () => {
    await expect(openStore('postgres://u:secret@127.0.0.1:9/db')).rejects.toThrow('no data base answers at that host');
    await expect(openStore('postgres://u:secret@127.0.0.1:9/db')).rejects.not.toThrow('secret');
  });

  it.skipIf(postgres === undefined)('says that its name or its user is wrong', async () => {
    const url = postgres?.url ?? '';
    await expect(openStore(url.replace('/postgres?', '/nowhere?'))).rejects.toThrow('no data base of that name');
    await expect(openStore(url.replace('//test@', '//stranger@'))).rejects.toThrow('refuses the user');
  });
});
