import './require-node.js';
import 'reflect-metadata';
import { ConfigError, loadConfig } from './config/load-config.js';
import { closeOnSignal, serve } from './serve.js';

/** The production entry: no defaults for what it needs. */
try {
  const { close } = await serve(loadConfig(process.env));
  closeOnSignal(close);
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exit(1);
}
