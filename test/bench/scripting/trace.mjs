/** What the browser's own trace says, and how a row of figures is told. Milliseconds of processor time, wall time beside it. */
const GOAL = 4;
const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
const told = (values) =>
  `median ${percentile(values, 0.5).toFixed(2)} p95 ${percentile(values, 0.95).toFixed(2)} p99 ${percentile(values, 0.99).toFixed(2)} most ${Math.max(...values).toFixed(1)}, ${values.filter((one) => one > GOAL).length} of ${values.length} over ${GOAL} ms`;
export const say = (name, load, cpu, wall) =>
  console.log(`${name}, load ${load.toFixed(1)}: ${told(cpu)} (wall: ${told(wall)})`);

export const traced = async (browser, categories, act) => {
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const traceConfig = { includedCategories: categories };
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  const value = await act();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return { value, events: events.sort((a, b) => a.ts - b.ts) };
};
