import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
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

  it.each<readonly [string, string, string | undefined, string]>([
    ['hangs up', '', '', 'hangs up: is it PostgreSQL?'],
    ['offers no encryption', '?sslmode=verify-full', 'N', 'offers no encrypted connection'],
    ['never answers', '', undefined, 'does not answer'],
  ])(
    'says that what is there %s, and not that its schema is wrong',
    async (_what, query, answer, said) => {
      const server = createServer((socket) => {
        socket.on('error', () => {});
        socket.once('data', () =>
          answer === '' ? socket.end() : answer === undefined ? undefined : socket.write(answer),
        );
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      await expect(openStore(`postgres://u:secret@127.0.0.1:${String(port)}/db${query}`)).rejects.toThrow(said);
      server.close();
    },
    20_000,
  );

  it.skipIf(postgres === undefined)('says that its name or its user is wrong', async () => {
    const url = postgres?.url ?? '';
    await expect(openStore(url.replace('/postgres?', '/nowhere?'))).rejects.toThrow('no data base of that name');
    await expect(openStore(url.replace('//test@', '//stranger@'))).rejects.toThrow('refuses the user');
  });
});
