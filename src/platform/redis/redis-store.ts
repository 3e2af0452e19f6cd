import type { OnApplicationShutdown } from '@nestjs/common';
import type KeyvRedis from '@keyv/redis';
import type { Keyv } from 'keyv';
import { isIP } from 'node:net';
import type { FaultLog } from './fault-log.js';
import { textKeyv } from './text-keyv.js';
import { bareHost } from '../tls/bare-host.js';
import { withinLimit } from '../resilience/time-limit.js';

const namespace = 'watchme';
const goodbyeMs = 500;

type RedisModule = typeof import('@keyv/redis');
type Client = ReturnType<RedisModule['createClient']>;

/** The connection to Redis (`redis://`, or `rediss://` with TLS), and the Keyv on it, which throws when Redis fails. */
export class RedisStore implements OnApplicationShutdown {
  readonly keyv: Keyv<string>;

  private constructor(
    /** For what is no cache but shares the connection. A command fails at once while Redis is away. */
    readonly client: Client,
    adapter: KeyvRedis<unknown>,
    log: FaultLog,
  ) {
    client.on('error', (error: unknown) => log.fault(error));
    client.on('ready', () => log.recovered());
    this.keyv = textKeyv(adapter, namespace);
    this.keyv.on('error', (error: unknown) => log.fault(error));
    // Rejects only when closed before it is connected. It makes the client count as open, so the adapter never waits.
    client.connect().catch(() => undefined);
  }

  /** Begins to connect, and does not wait for it. @throws TypeError for a URL that is none. */
  static async open(url: string, log: FaultLog): Promise<RedisStore> {
    // Loaded on demand: without Redis this saves a tenth of a second at the start, and 26 MB.
    const { default: Adapter, createClient } = await import('@keyv/redis');
    const client = connectTo(url, createClient);
    // Without `throwOnErrors` a failed read looks like a miss, and nobody would know to hold off.
    return new RedisStore(client, new Adapter(client, { namespace, throwOnErrors: true }), log);
  }

  /** Waits for the connection, or its next failure, so that a process does not begin with a hold-off. */
  async firstContact(limitMs: number): Promise<void> {
    if (this.client.isReady) return;
    const contact = new Promise<void>((resolve) => {
      this.client.once('ready', resolve);
      this.client.once('error', () => resolve());
    });
    await withinLimit(contact, limitMs).catch(() => undefined);
  }

  /** Gives writes under way a moment, then closes, whatever state Redis is in. */
  async onApplicationShutdown(): Promise<void> {
    if (!this.client.isOpen) return;
    if (await this.answers()) await this.keyv.disconnect();
    else this.client.destroy();
  }

  /** Replies come in order, so a pong says that all that was sent before is done; a hung Redis would never let go. */
  private async answers(): Promise<boolean> {
    if (!this.client.isReady) return false;
    return withinLimit(this.client.ping(), goodbyeMs).then(
      () => true,
      () => false,
    );
  }
}

function connectTo(url: string, createClient: RedisModule['createClient']): Client {
  return createClient({
    url,
    // The queue for the time offline would hang every read until Redis is back.
    disableOfflineQueue: true,
    commandsQueueMaxLength: 5000,
    pingInterval: 1000,
    socket: {
      ...tlsTo(new URL(url)),
      connectTimeout: 1000,
      socketTimeout: 3000,
      reconnectStrategy: (attempts) => Math.min(50 * 2 ** attempts, 1000) + Math.random() * 50,
    },
  });
}

/** Said, since the client asks for no name, and the environment could else have it trust anybody. */
function tlsTo(address: URL): object {
  if (address.protocol !== 'rediss:') return {};
  const host = bareHost(address);
  return { rejectUnauthorized: true, ...(isIP(host) === 0 && { servername: host }) };
}
