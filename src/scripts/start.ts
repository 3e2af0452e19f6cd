import '../require-node.js';
import 'reflect-metadata';
import { runUntilSignal } from '../run-until-signal.js';

/** `npm start`: fills in what is not configured, says what it filled in, and serves. */
await runUntilSignal(async () => {
  const { serveLocally } = await import('./start/serve-locally.js');
  return serveLocally(process.env, (text) => void process.stdout.write(`${text}\n`));
});
