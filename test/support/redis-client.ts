import { createClient } from '@keyv/redis';

export type RedisClient = ReturnType<typeof clientOf>;

function clientOf(url: string) {
  return createClient({ url });
}

/** Runs commands on a Redis, beside the app. */
export async function onRedisAt<T>(url: string, run: (client: RedisClient) => Promise<T>): Promise<T> {
  const client = clientOf(url);
  await client.connect();
  try {
    return await run(client);
  } finally {
    client.destroy();
  }
}
