import './require-node.js';
import 'reflect-metadata';
import { runUntilSignal } from './run-until-signal.js';

/** The production entry: no defaults for what it needs. */
await runUntilSignal(async () => {
  const { loadConfig } = await import('./config/load-config.js');
  const config = loadConfig(process.env);
  const { serve } = await import('./serve.js');
  const { close } = await serve(config);
  return close;
});
