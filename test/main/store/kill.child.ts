import { layerTypes } from '../../../core/layers/registry.ts';
import { createShowClock } from '../../../main/host/clock.ts';
import { createStore } from '../../../main/host/store/store.ts';

/**
 * Edits as fast as it can until it is killed. Each line on stdout is a promise: `ack <seed>` after an acknowledged edit.
 * Snapshots come every few edits, so that the kill also falls into them.
 */
const [showDir = '', stationDir = '', start = '1'] = process.argv.slice(2);
const clock = createShowClock(0);
const store = await createStore({
  showDir,
  stationDir,
  rigFile: null,
  layerTypes,
  clock: { iso: clock.iso, after: (_ms, fn) => clock.after(5, fn) },
});
if (!store.ok) {
  process.stdout.write(`failed ${store.code} ${store.message} ${store.path}\n`);
  process.exit(1);
}
const { value } = store;
const show = value.show.document.records['show:small'] as Record<string, unknown>;
process.stdout.write(`open ${String(show['seed'])} ${value.problems.map(({ code }) => code).join(',')}\n`);
for (let seed = Number(start); ; seed += 1) {
  const put = {
    'show:small': { ...show, seed },
    [`timeline:t${seed % 50}`]: { name: 'x'.repeat(500), duration: 1 },
  };
  const order = { [`timeline:t${seed % 50}`]: [] };
  const result = await value.edit('show', { label: 'seed', put, remove: [], order }, 'child');
  process.stdout.write(
    result.ok ? `ack ${seed}\n` : `refused ${result.code} ${result.message} ${result.path}\n`,
  );
}
