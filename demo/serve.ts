import { startStandIn } from './stand-in.js';

const usualPort = 4001;

/** The stand-in by itself, for other machines and containers to ask: port 4001, or that of the argument; the token is `demo`. */
const standIn = await startStandIn({ host: '0.0.0.0', port: Number(process.argv[2] ?? usualPort), token: 'demo' });
process.stdout.write(`The demo catalogue answers at port ${standIn.port}: the API under /3, pictures under /t/p\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void standIn.close().then(() => process.exit()));
}
