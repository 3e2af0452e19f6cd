import { loadPasswordJudge } from '../../auth/passwords/password-judge.js';
import { type Environment, loadConfig } from '../../config/load-config.js';
import { serve, type Served } from '../../serve.js';
import { describeStart } from './describe-start.js';
import { fillIn, type FilledIn } from './fill-in.js';
import { type Accounts, startAccounts } from './start-accounts.js';
import { type Demo, startDemo } from './start-demo.js';

/** What `npm start` keeps, in the checkout. */
const folder = '.watchme';

interface Parts {
  readonly demo: Demo | null;
  readonly accounts: Accounts;
  close(): Promise<void>;
}

/** Serves with what `fillIn` adds, the demo catalogue and PostgreSQL beside it, and closes all of it together. */
export async function serveLocally(given: Environment, say: (text: string) => void): Promise<Served> {
  const filled = fillIn(given);
  // While PostgreSQL starts: the first to choose a password would hold everybody else up.
  const [parts] = await Promise.all([startParts(filled), loadPasswordJudge()]);
  const { demo, accounts } = parts;
  try {
    const config = loadConfig(
      { ...filled.env, ...accounts.env, ...demo?.env },
      { catalogue: demo === null ? 'LIVE' : 'DEMO', printsMail: true },
    );
    const served = await serve(config, { watchesItself: true });
    say(
      describeStart({
        url: served.url,
        config,
        filledIn: filled.filledIn,
        accounts: accounts.told,
        demoUrl: demo?.standIn.apiUrl,
      }),
    );
    const close = async (): Promise<void> => {
      await served.close();
      await parts.close();
    };
    return { ...served, close };
  } catch (error) {
    await parts.close();
    throw error;
  }
}

/** Both at the same time; where one fails the other is closed. */
async function startParts({ env, demoPort }: FilledIn): Promise<Parts> {
  const demo = demoPort === null ? Promise.resolve(null) : startDemo(demoPort);
  const accounts = startAccounts(env, folder);
  const close = async (): Promise<void> => {
    await (await settled(demo))?.standIn.close();
    await (await settled(accounts))?.close();
  };
  try {
    const [startedDemo, startedAccounts] = await Promise.all([demo, accounts]);
    return { demo: startedDemo, accounts: startedAccounts, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Nothing, where it was rejected. */
function settled<T>(promise: Promise<T>): Promise<T | null> {
  return promise.catch(() => null);
}
