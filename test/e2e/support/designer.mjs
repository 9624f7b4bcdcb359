/** A designer's hand on the Design page: what the show's document is, and one step of it after another. */
import { eventually } from '../../support/processes.mjs';
import { topicsNow } from './topics.mjs';

/** As it is written: keys in order. */
const inOrder = (_key, value) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** @param {() => {http: string}} host the one that runs now; @param {import('playwright').Page} page */
export function designerOn(host, page) {
  let steps = 0;
  const document = async () => JSON.stringify((await topicsNow(host())).show.document, inOrder);
  const revision = async () => (await topicsNow(host())).show.revision;
  const changed = async (act, what) => {
    const was = await revision();
    await act();
    await eventually(async () => (await revision()) > was, { seconds: 20, what });
  };
  const again = async (key, what) => {
    for (let count = 1; count <= steps; count += 1)
      await changed(() => page.keyboard.press(key), `${what} ${count} of ${steps}`);
  };
  return {
    document,
    records: async () => JSON.parse(await document()).records,
    /** Does something that is one step, and waits until the host has it. */
    async step(act) {
      await changed(act, 'the step in the document');
      steps += 1;
    },
    steps: () => steps,
    undoAll: () => again('Control+z', 'undo'),
    redoAll: () => again('Control+Shift+z', 'redo'),
  };
}
