import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { type ReceivedMail, readMail } from './read-mail.js';

export interface MailSink {
  /** For `SMTP_URL`. */
  readonly url: string;
  /** All that came so far, oldest first. */
  readonly mails: readonly ReceivedMail[];
  /** The next one that no call has had yet; rejects when none comes within five seconds. */
  nextMail(): Promise<ReceivedMail>;
  close(): Promise<void>;
}

/**
 * TAKING: takes every mail. REFUSING: answers 550 to every recipient, quoting the address as real servers do. HANGING:
 * takes connections and says nothing. TLS: `smtps:` with a certificate that nobody trusts. AUTH: asks for a password
 * without offering TLS. ABSENT: nobody listens.
 */
export type SinkMode = 'TAKING' | 'REFUSING' | 'HANGING' | 'TLS' | 'AUTH' | 'ABSENT';

const waitMs = 5000;

/** A mail server of the test's own, on 127.0.0.1, at a free port unless one is given. */
export async function startMailSink(mode: SinkMode = 'TAKING', givenPort = 0): Promise<MailSink> {
  const mails: ReceivedMail[] = [];
  const arrival = new EventTarget();
  const server =
    mode === 'HANGING'
      ? hangingServer()
      : smtpServer(mode, (mail) => {
          mails.push(mail);
          arrival.dispatchEvent(new Event('mail'));
        });
  const port = await server.listen(givenPort);
  if (mode === 'ABSENT') await server.close();
  let taken = 0;
  return {
    url: `${mode === 'TLS' ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
    mails,
    nextMail: async () => {
      const index = taken++;
      const signal = AbortSignal.timeout(waitMs);
      while (mails[index] === undefined) await once(arrival, 'mail', { signal });
      return mails[index];
    },
    close: () => (mode === 'ABSENT' ? Promise.resolve() : server.close()),
  };
}

interface Listening {
  /** Gives the port; 0 stands for a free one. */
  listen(port: number): Promise<number>;
  close(): Promise<void>;
}

function smtpServer(mode: SinkMode, take: (mail: ReceivedMail) => void): Listening {
  const server = new SMTPServer({
    ...optionsOf(mode),
    // Of the built-in certificate it would warn on stderr.
    logger: false,
    disableReverseLookup: true,
    closeTimeout: 10,
    onRcptTo: ({ address }, _session, callback) => {
      const refusal = Object.assign(new Error(`<${address}>: no such mailbox`), { responseCode: 550 });
      callback(mode === 'REFUSING' ? refusal : null);
    },
    onData: (stream, { envelope }, callback) => {
      const recipients = envelope.rcptTo.map(({ address }) => address);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        take(readMail(Buffer.concat(chunks).toString(), recipients));
        callback();
      });
    },
  });
  // Clients that leave in the middle are what some tests are about.
  server.on('error', () => undefined);
  return {
    listen: (port) => portOf(server.listen(port, '127.0.0.1')),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function optionsOf(mode: SinkMode): SMTPServerOptions {
  if (mode === 'TLS') return { secure: true, authOptional: true };
  if (mode === 'AUTH') return { disabledCommands: ['STARTTLS'], allowInsecureAuth: true };
  return { disabledCommands: ['STARTTLS', 'AUTH'] };
}

function hangingServer(): Listening {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  return {
    listen: (port) => portOf(server.listen(port, '127.0.0.1')),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function portOf(server: Server): Promise<number> {
  if (!server.listening) await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
