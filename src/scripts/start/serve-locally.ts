import { type Environment, loadConfig } from '../../config/load-config.js';
import { serve } from '../../serve.js';
import { describeStart } from './describe-start.js';
import { fillIn } from './fill-in.js';
import { startDemo } from './start-demo.js';

/** Serves with what `fillIn` adds, the demo catalogue beside it if it is needed, and gives what closes all of it. */
export async function serveLocally(given: Environment, say: (text: string) => void): Promise<() => Promise<void>> {
  const { env, filledIn, demoPort } = fillIn(given);
  const demo = demoPort === null ? null : await startDemo(demoPort);
  try {
    const config = demo === null ? loadConfig(env) : loadConfig({ ...env, ...demo.env }, 'DEMO');
    const { url, close } = await serve(config);
    say(describeStart({ url, config, filledIn, demoUrl: demo?.standIn.apiUrl }));
    return async () => {
      await close();
      await demo?.standIn.close();
    };
  } catch (error) {
    await demo?.standIn.close();
    throw error;
  }
}
