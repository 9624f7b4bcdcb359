/** What a page holds: its heap, its nodes and listeners, and what it has on the graphics card. */
export async function watchHeld(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name) => metrics.find((one) => one.name === name)?.value ?? 0;
    const card = await page.evaluate(() => window.frise?.memory?.() ?? null);
    return {
      heapMb: of('JSHeapUsedSize') / 1e6,
      nodes: of('Nodes'),
      listeners: of('JSEventListeners'),
      ...card,
    };
  };
}

/** The page's show clock minus another's at one instant, ms, from the quickest of some questions. */
export async function apart(left, right) {
  const nowOf = async (page) => {
    let best = { width: Infinity, offset: 0 };
    for (let round = 0; round < 9; round += 1) {
      const asked = performance.now();
      const show = await page.evaluate(() => window.frise.now());
      const width = performance.now() - asked;
      if (width < best.width) best = { width, offset: show * 1000 - (asked + width / 2) };
    }
    return best;
  };
  const [a, b] = [await nowOf(left), await nowOf(right)];
  return { ms: a.offset - b.offset, within: (a.width + b.width) / 2 };
}

/** By how much two outputs' places differ where both drew the same instant of the same plan, ms; null: they never did. */
export async function placesApart(left, right) {
  const logOf = (page) =>
    page.evaluate(() => window.frise.log.map(({ clock, position, plan }) => ({ clock, position, plan })));
  const [a, b] = await Promise.all([logOf(left), logOf(right)]);
  const byClock = new Map(a.map((one) => [one.clock.toFixed(5), one]));
  const differences = b.flatMap((one) => {
    const other = byClock.get(one.clock.toFixed(5));
    if (other?.plan !== one.plan || other.position === null || one.position === null) return [];
    return [Math.abs(other.position - one.position) * 1000];
  });
  return differences.length === 0 ? null : { ms: Math.max(...differences), frames: differences.length };
}
