import { randomBytes } from 'node:crypto';
import { freePort, settingsOf, untilReady } from '../../server.js';
import { MeasuredProcess } from './measured-process.js';

/** The bound that the comparison gives the front's answers, in megabytes. */
export const answerMegabytes = 64;

/** Fresh for the whole run, so that no refresh falls into a window; filled without waiting for TMDb's allowance. */
const common = { FRONT: 'full', CACHE_TTL_SECONDS: '86400', UPSTREAM_RATE_PER_SECOND: '1000' };
/** Executes each request: no answer is kept. */
const executing = { ...common, FRONT_MEMORY_MB: '0' };

const modes = {
  front: { name: 'WatchMe', env: { ...common, FRONT_MEMORY_MB: String(answerMegabytes) } },
  second: {
    name: 'WatchMe, a second process',
    side: 'second',
    env: { ...common, FRONT_MEMORY_MB: String(answerMegabytes) },
  },
  executing: { name: 'WatchMe, executed', env: executing },
  redis: { name: 'WatchMe, executed, data in Redis', env: { ...executing, CACHE_MEMORY_MB: '1' } },
  apollo: { name: 'WatchMe without its front', env: { ...common, FRONT: 'off' } },
};

/** The production process in each mode, all on the same PostgreSQL; the one that reads from Redis only where it is. */
export async function startWatchMe(dependencies, redisUrl, stops) {
  const secret = randomBytes(32).toString('hex');
  const chosen = Object.entries(modes).filter(([key]) => key !== 'redis' || redisUrl !== null);
  const starting = chosen.map(async ([key, { name, env, side }]) => {
    const port = await freePort();
    const redis = key === 'redis' ? { REDIS_URL: redisUrl } : {};
    const settings = { ...settingsOf(dependencies, port), JWT_SECRET: secret, ...env, ...redis };
    const process = new MeasuredProcess('dist/main.js', { env: settings, side });
    stops.push(() => process.stop());
    await untilReady(`http://127.0.0.1:${port}`);
    return [key, { name, path: '/graphql', port, processes: [process] }];
  });
  return Object.fromEntries(await Promise.all(starting));
}
