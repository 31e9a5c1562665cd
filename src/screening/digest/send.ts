// How does the digest get into the mail?

import { createTransport } from 'nodemailer';

export type Letter = {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** Milliseconds for a mail server to greet and to answer. */
const patience = 20_000;

/**
 * Sends one letter.
 * @param server address of the mail server with user and password: smtps://user:password@host:465, or smtp:// where the
 * server offers TLS by itself, as it must unless it is this machine.
 * @throws the error of the mail server; its text may name the addresses of the letter, and no patient.
 */
export async function sendLetter(server: string, { to, ...letter }: Letter): Promise<void> {
  const { protocol, hostname, port, username, password } = new URL(server);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !isLocal,
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ ...letter, to: [...to] });
  } finally {
    transport.close();
  }
}
