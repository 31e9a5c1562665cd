// A mail server of this machine that keeps what it is sent.

import { once } from 'node:events';
import { createServer } from 'node:net';

export type Mail = { readonly from: string; readonly to: readonly string[]; readonly data: string };

/** Speaks just enough of RFC 5321 to take letters without TLS. */
export async function mailSink() {
  const mails: Mail[] = [];
  const server = createServer((socket) => {
    let waiting = '';
    let letter: { from: string; to: string[]; data: string[] | undefined } = { from: '', to: [], data: undefined };
    const answer = (line: string): void => void socket.write(`${line}\r\n`);
    const command = (line: string): void => {
      const address = /<(.*)>/.exec(line)?.[1] ?? '';
      if (/^(EHLO|HELO)/i.test(line)) answer('250 sink');
      else if (/^MAIL/i.test(line)) {
        letter = { from: address, to: [], data: undefined };
        answer('250 ok');
      } else if (/^RCPT/i.test(line)) {
        letter.to.push(address);
        answer('250 ok');
      } else if (/^DATA/i.test(line)) {
        letter.data = [];
        answer('354 go on');
      } else if (/^QUIT/i.test(line)) {
        answer('221 bye');
        socket.end();
      } else answer('500 what?');
    };
    const take = (line: string): void => {
      if (letter.data === undefined) command(line);
      else if (line === '.') {
        mails.push({ from: letter.from, to: letter.to, data: letter.data.join('\n') });
        letter = { from: '', to: [], data: undefined };
        answer('250 kept');
      } else letter.data.push(line.replace(/^\.\./, '.'));
    };
    answer('220 sink');
    socket.on('data', (chunk) => {
      const lines = (waiting + chunk.toString('utf8')).split('\r\n');
      waiting = lines.pop() ?? '';
      for (const line of lines) take(line);
    });
    socket.on('error', () => {});
  });
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { mails, url: `smtp://127.0.0.1:${String(port)}`, close: () => server.close() };
}
