import '../require-node.js';
import 'reflect-metadata';
import type { AppConfig } from '../config/app-config.js';
import { ConfigError, loadConfig } from '../config/load-config.js';
import { closeOnSignal, serve } from '../serve.js';
import { fillIn } from './start/fill-in.js';
import { describeStart } from './start/describe-start.js';

/** `npm start`: fills in what is not configured, says what it filled in, and serves. */
const write = (text: string): void => void process.stdout.write(`${text}\n`);

try {
  const { env, demo } = await fillIn(process.env);
  try {
    const config: AppConfig = Object.assign(loadConfig(env), demo !== null && { catalogue: 'DEMO' as const });
    const { url, close } = await serve(config);
    closeOnSignal(async () => {
      await close();
      await demo?.close();
    });
    write(describeStart(url, config, demo));
  } catch (error) {
    await demo?.close();
    throw error;
  }
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
}

function messageOf(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `${error.message}\nSomething listens there already. Choose another port, such as PORT=4100 npm start.`;
  }
  return error.message;
}
