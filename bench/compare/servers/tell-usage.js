/**
 * Loaded into each measured process before its own code (`node --import`): tells its CPU time and memory when asked,
 * and ends it with whoever started it.
 */
process.on('message', (message) => {
  if (message !== 'usage') return;
  const { user, system } = process.cpuUsage();
  process.send({ cpuMicros: user + system, rssBytes: process.memoryUsage.rss() });
});
process.on('disconnect', () => process.exit(1));
process.channel.unref();
