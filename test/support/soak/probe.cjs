// Loaded into the host by a soak (node -r): tells, when it is asked, what the host holds. Needs --expose-gc.
process.on('message', () => {
  globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  const timers = process.getActiveResourcesInfo().filter((name) => /Timeout|Immediate/.test(name)).length;
  const sockets = process.getActiveResourcesInfo().filter((name) => /TCP|UDP|Pipe/.test(name)).length;
  process.send({ heapMb: heapUsed / 1e6, rssMb: rss / 1e6, timers, sockets });
});
process.channel.unref();
