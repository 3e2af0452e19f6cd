import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Loaded into each measured process before its own code (`node --import`): tells its CPU time and memory when asked,
 * and ends it with whoever started it.
 */
process.on('message', (message) => {
  if (message === 'usage') {
    const { user, system } = process.cpuUsage();
    process.send({ cpuMicros: user + system });
  }
  if (message === 'held') process.send({ heldBytes: heldBytes() });
});
process.on('disconnect', () => process.exit(1));
process.channel.unref();

/** What it holds on to: what is garbage, or was given back to the allocator and not yet to the system, does not count. */
function heldBytes() {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
