import { startStandIn } from './stand-in.js';

/** The stand-in by itself, for other machines and containers to ask: port 4001, and `demo` for a token. */
const standIn = await startStandIn({ host: '0.0.0.0', port: 4001, token: 'demo' });
process.stdout.write('The demo catalogue answers at port 4001: the API under /3, pictures under /t/p\n');

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void standIn.close().then(() => process.exit()));
}
