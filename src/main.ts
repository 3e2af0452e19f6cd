import './require-node.js';
import 'reflect-metadata';
import { runUntilSignal } from './run-until-signal.js';

/** The production entry: no defaults for what it needs. */
await runUntilSignal(async () => {
  const { loadConfig } = await import('./config/load-config.js');
  const config = loadConfig(process.env);
  const { serve } = await import('./serve.js');
  const { loadPasswordJudge } = await import('./auth/passwords/password-judge.js');
  // Now: the first to choose a password would hold everybody else up.
  await loadPasswordJudge();
  return serve(config, { watchesItself: true });
});
