import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Handlers } from '../../../core/control/dispatcher.ts';
import { markSchema, type LineUp, type Previews } from '../../../core/control/line-up.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { RigDocument } from '../../../core/rig/rig.schema.ts';
import type { DocumentEdit } from '../../../core/show/document.ts';
import { guardedEdit } from '../../../core/show/guarded-edit.ts';
import { openDocument } from '../../../core/show/open.ts';
import { createShowClock } from '../../../main/host/clock.ts';
import { createLineUp } from '../../../main/host/line-up.ts';
import type { SavedLineUp } from '../../../main/host/line-up/saved.ts';
import { createFakeMachine } from './fake-machine.ts';

const context = { layerTypes: {}, facade: null };
const file = join(resolve(import.meta.dirname, '../../..'), 'test/fixtures/shows/tiny/rigs/two.json');
const openRig = (): RigDocument => {
  const opened = openDocument(readFileSync(file, 'utf8'), 'frise-rig', context);
  if (!opened.ok) throw new Error(opened.message);
  return opened.value.document;
};
/** A rig that is written to a disk which a test can hold up. */
const makeStore = () => {
  const store = {
    rig: { document: openRig(), revision: 1 },
    edits: [] as DocumentEdit[],
    authors: [] as string[],
  };
  let disk: Promise<void> = Promise.resolve();
  let changed: () => void = () => undefined;
  const edit = async (
    _which: string,
    asked: DocumentEdit,
    author: string,
  ): Promise<Result<{ revision: number }>> => {
    await disk;
    const edited = guardedEdit(store.rig.document, asked, context, []);
    if (!edited.ok) return edited;
    store.rig = { document: edited.value.document, revision: store.rig.revision + 1 };
    store.edits.push(asked);
    store.authors.push(author);
    changed();
    return ok({ revision: store.rig.revision });
  };
  return {
    store: Object.assign(store, { edit }),
    onChange: (listener: () => void) => (changed = listener),
    holdUp() {
      let go: () => void = () => undefined;
      disk = new Promise((done) => (go = done));
      return go;
    },
  };
};

const setUp = (resumed: SavedLineUp | null = null) => {
  const machine = createFakeMachine();
  const clock = createShowClock(50, machine.machine);
  const { store, onChange, holdUp } = makeStore();
  const told = { lineUp: [] as LineUp[], previews: [] as Previews[], journal: [] as string[], kept: 0 };
  const lineUp = createLineUp({
    clock,
    store,
    journal: { add: (kind, text) => void told.journal.push(`${kind}: ${text}`) },
    resumed,
    moment: () => ({ at: clock.now() + 0.03, plans: [], live: [] }),
    keep: () => (told.kept += 1),
    onLineUp: (state) => told.lineUp.push(state),
    onPreviews: (previews) => told.previews.push(previews),
  });
  onChange(lineUp.rigChanged);
  type Verb = keyof typeof lineUp.handlers;
  const as =
    (sender: string) =>
    <V extends Verb>(verb: V, input: Parameters<Handlers[V]>[0]) =>
      (lineUp.handlers[verb] as (input: unknown, context: object) => Result<unknown>)(input, {
        sender,
        requestId: null,
        at: null,
      });
  const anna = as('console:anna');
  const bert = as('console:bert');
  lineUp.joined('console:anna');
  lineUp.joined('console:bert');
  const hold = (who: typeof anna, person: string, output = 'left', take = false) =>
    who('line-up/hold', { output, person, take });
  const drag = (who: typeof anna, fields: Record<string, unknown> | null, record = 'output:left') =>
    who('line-up/preview', { record, fields });
  const edit = (sender: string, put: Record<string, unknown>, remove: string[] = []) => {
    const asked = { label: 'x', put, remove, order: {} };
    return lineUp.guarded(asked, sender, () => store.edit('rig', asked, sender));
  };
  const left = () => store.rig.document.records['output:left'] as Record<string, unknown>;
  return { ...machine, clock, store, holdUp, told, lineUp, as, anna, bert, hold, drag, edit, left };
};
const moved = { latencyMs: 7 };
const settled = () => new Promise<void>((done) => setImmediate(done));

describe('a hold', () => {
  it('is one technician’s; another is refused by name, and may take it over, which is told', () => {
    const { anna, bert, hold, lineUp, told } = setUp();
    expect(hold(anna, 'Anna')).toMatchObject({ ok: true });
    expect(hold(bert, 'Bert')).toMatchObject({
      code: 'output-held',
      path: 'output:left',
      message: expect.stringContaining('Anna'),
    });
    expect(hold(bert, 'Bert', 'right')).toMatchObject({ ok: true });
    expect(hold(bert, 'Bert', 'left', true)).toMatchObject({ ok: true });
    expect(lineUp.state().holders).toEqual({
      left: { sender: 'console:bert', person: 'Bert', isHere: true },
      right: { sender: 'console:bert', person: 'Bert', isHere: true },
    });
    expect(told.journal).toEqual(['line-up: Bert took left over from Anna']);
  });
  it('of an output that the rig lacks is refused', () => {
    const { anna, hold } = setUp();
    for (const name of ['nowhere', 'constructor', 'two'])
      expect(hold(anna, 'Anna', name)).toMatchObject({ code: 'output-unknown' });
  });
  it('is left by its holder alone; leaving what nobody holds is no fault', () => {
    const { anna, bert, hold, lineUp } = setUp();
    hold(anna, 'Anna');
    expect(bert('line-up/leave', { output: 'left' })).toMatchObject({ code: 'output-held' });
    expect(anna('line-up/leave', { output: 'left' })).toMatchObject({ ok: true });
    expect(anna('line-up/leave', { output: 'left' })).toMatchObject({ ok: true });
    expect(lineUp.state().holders).toEqual({});
  });
  it('outlives 20 s behind a lorry, also when the new line comes before the old one is known to be dead', () => {
    const { anna, hold, lineUp, advance, told } = setUp();
    hold(anna, 'Anna');
    lineUp.left('console:anna');
    expect(lineUp.state().holders['left']).toMatchObject({ isHere: false });
    expect(told.lineUp.at(-1)?.holders['left']?.isHere ?? true).toBe(true);
    advance(0.1);
    expect(told.lineUp.at(-1)?.holders['left']?.isHere).toBe(false);
    advance(20);
    lineUp.joined('console:anna');
    lineUp.joined('console:anna');
    lineUp.left('console:anna');
    advance(600);
    expect(lineUp.state().holders['left']).toMatchObject({ isHere: true });
  });
  it('is free a minute after its page went for good', () => {
    const { anna, bert, hold, lineUp, advance, told } = setUp();
    hold(anna, 'Anna');
    lineUp.left('console:anna');
    advance(59.9);
    expect(hold(bert, 'Bert')).toMatchObject({ code: 'output-held' });
    advance(0.2);
    expect(lineUp.state().holders).toEqual({});
    expect(told.journal).toEqual(['line-up: left is free: Anna has not come back']);
    expect(hold(bert, 'Bert')).toMatchObject({ ok: true });
  });
  it('of a sender without a page lasts a minute from its last word', () => {
    const { as, lineUp, hold, drag, advance } = setUp();
    const script = as('http:127.0.0.1');
    hold(script, 'Script');
    advance(50);
    expect(drag(script, moved)).toMatchObject({ ok: true });
    advance(50);
    expect(Object.keys(lineUp.state().holders)).toEqual(['left']);
    advance(11);
    expect(lineUp.state().holders).toEqual({});
  });
  it('ends with its output', async () => {
    const { anna, hold, drag, edit, lineUp, store } = setUp();
    hold(anna, 'Anna');
    drag(anna, moved);
    anna('line-up/mark', { output: 'left', mark: markSchema.parse({ mesh: true }) });
    anna('line-up/pattern', { outputs: null, pattern: { name: 'grid', space: 'canvas' } });
    const order = { 'rig:two': ['output:right'] };
    await store.edit('rig', { label: 'x', put: {}, remove: ['output:left'], order }, 'console:anna');
    await settled();
    expect(lineUp.state()).toMatchObject({ holders: {}, marks: {}, patterns: { right: { name: 'grid' } } });
    expect(Object.keys(lineUp.state().patterns)).toEqual(['right']);
    expect(lineUp.previews()).toEqual({});
    expect(await edit('console:bert', {})).toMatchObject({ ok: true });
  });
});

describe('a drag', () => {
  it('needs the hold of its output', () => {
    const { anna, bert, hold, drag } = setUp();
    expect(drag(anna, moved)).toMatchObject({ code: 'output-not-held' });
    hold(anna, 'Anna');
    expect(drag(bert, moved)).toMatchObject({ code: 'output-held' });
    expect(drag(anna, moved, 'output:nowhere')).toMatchObject({ code: 'output-unknown' });
    expect(drag(anna, moved)).toMatchObject({ ok: true });
  });
  it.each([
    [{ rotation: 45 }, 'record-shape', 'output:left.rotation'],
    [
      { warp: { kind: 'grid', columns: 2, rows: 2, points: [[0, 'x']] } },
      'record-shape',
      'output:left.warp.points.0.1',
    ],
    [{ wrap: 1 }, 'record-key', 'output:left.wrap'],
  ])('whose values do not fit (%j) is refused with their place', (fields, code, path) => {
    const { anna, hold, drag, lineUp } = setUp();
    hold(anna, 'Anna');
    expect(drag(anna, fields)).toMatchObject({ ok: false, code, path });
    expect(lineUp.previews()).toEqual({});
  });
  it('is told at once and at most 60 times a second, the newest last', () => {
    const { anna, hold, drag, told, advance } = setUp();
    hold(anna, 'Anna');
    drag(anna, { latencyMs: 0 });
    expect(told.previews).toEqual([{ 'output:left': { latencyMs: 0 } }]);
    for (let ms = 1; ms < 1000; ms += 1) {
      advance(0.001);
      drag(anna, { latencyMs: ms });
    }
    advance(0.1);
    expect(told.previews.length).toBeGreaterThan(50);
    expect(told.previews.length).toBeLessThanOrEqual(61);
    expect(told.previews.at(-1)).toEqual({ 'output:left': { latencyMs: 999 } });
  });
  it('ends by the edit of its maker, not by one that came before it was over, nor by another’s', async () => {
    const { anna, hold, drag, edit, lineUp, left, holdUp } = setUp();
    hold(anna, 'Anna');
    drag(anna, moved);
    await edit('console:bert', { 'rig:two': { title: 'T', facade: { width: 16, height: 9 }, density: 40 } });
    expect(lineUp.previews()).toEqual({ 'output:left': moved });
    const go = holdUp();
    const editing = edit('console:anna', { 'output:left': { ...left(), ...moved } });
    drag(anna, { latencyMs: 8 });
    go();
    expect(await editing).toMatchObject({ ok: true });
    expect(lineUp.previews()).toEqual({ 'output:left': { latencyMs: 8 } });
    await edit('console:anna', { 'output:left': { ...left(), latencyMs: 8 } });
    expect(lineUp.previews()).toEqual({});
  });
  it('goes on when the edit is refused; null takes it back', async () => {
    const { anna, hold, drag, edit, lineUp } = setUp();
    hold(anna, 'Anna');
    drag(anna, moved);
    expect(await edit('console:anna', { 'output:left': { name: 1 } })).toMatchObject({ ok: false });
    expect(lineUp.previews()).toEqual({ 'output:left': moved });
    expect(drag(anna, null)).toMatchObject({ ok: true });
    expect(lineUp.previews()).toEqual({});
  });
  it.each(['gone', 'taken', 'left'])(
    'becomes an edit when its hand is %s: the wall stays as it is',
    async (how) => {
      const { anna, bert, hold, drag, lineUp, store, left, holdUp, advance } = setUp();
      hold(anna, 'Anna');
      drag(anna, moved);
      const go = holdUp();
      if (how === 'taken') hold(bert, 'Bert', 'left', true);
      else if (how === 'left') anna('line-up/leave', { output: 'left' });
      else {
        lineUp.left('console:anna');
        advance(61);
      }
      await settled();
      expect(lineUp.previews()).toEqual({ 'output:left': moved });
      expect(left()).not.toMatchObject(moved);
      go();
      await settled();
      expect(left()).toMatchObject({ name: 'Left', ...moved });
      expect(lineUp.previews()).toEqual({});
      expect([store.authors, store.edits[0]?.label]).toEqual([['console:anna'], 'line up left']);
    },
  );
  it('that the document would refuse is withdrawn and said', async () => {
    const { anna, hold, drag, lineUp, left, told } = setUp();
    hold(anna, 'Anna');
    drag(anna, { name: 'Right' });
    anna('line-up/leave', { output: 'left' });
    await settled();
    expect(lineUp.previews()).toEqual({});
    expect(left()).toMatchObject({ name: 'Left' });
    expect(told.journal.at(-1)).toMatch(/output:left is back as it was saved: .*Right/);
  });
  it('of the wall mesh needs no hold, and is one technician’s at a time', async () => {
    const { anna, bert, hold, drag, edit, lineUp, advance, store } = setUp();
    const wall = { wall: { kind: 'points', pairs: [{ canvas: [1, 1], wall: [1, 1.2] }] } };
    hold(anna, 'Anna');
    expect(drag(anna, wall, 'rig:two')).toMatchObject({ ok: true });
    expect(drag(bert, wall, 'rig:two')).toMatchObject({
      code: 'preview-taken',
      message: expect.stringContaining('Anna'),
    });
    expect(Object.keys(lineUp.state().holders)).toEqual(['left']);
    await edit('console:anna', {
      'rig:two': { ...(store.rig.document.records['rig:two'] as object), ...wall },
    });
    expect(drag(bert, wall, 'rig:two')).toMatchObject({ ok: true });
    expect(drag(bert, null, 'rig:two')).toMatchObject({ ok: true });
    expect(drag(anna, { density: 33 }, 'rig:two')).toMatchObject({ ok: true });
    lineUp.left('console:anna');
    advance(61);
    await settled();
    expect(store.rig.document.records['rig:two']).toMatchObject({ density: 33 });
    expect(drag(bert, wall, 'rig:two')).toMatchObject({ ok: true });
  });
  it.each(['rig:other', 'model:x', 'clip:x', '', '__proto__'])(
    'of %j, which is none, is refused',
    (record) => {
      const { anna, drag, lineUp } = setUp();
      expect(drag(anna, { density: 30 }, record)).toMatchObject({ code: 'preview-record' });
      expect(lineUp.previews()).toEqual({});
    },
  );
  it('becomes an edit when the host ends on purpose', async () => {
    const { anna, hold, drag, lineUp, left } = setUp();
    hold(anna, 'Anna');
    drag(anna, moved);
    await lineUp.dispose();
    expect(left()).toMatchObject(moved);
  });
});

describe('an edit of the rig', () => {
  it('of an output that another holds is refused by name; of others, or that changes nothing there, not', async () => {
    const { anna, hold, edit, left, store } = setUp();
    hold(anna, 'Anna');
    const put = { 'output:left': { ...left(), latencyMs: 3 } };
    expect(await edit('console:bert', put)).toMatchObject({
      code: 'output-held',
      path: 'output:left',
      message: expect.stringContaining('Anna'),
    });
    expect(await edit('console:bert', {}, ['output:left'])).toMatchObject({ code: 'output-held' });
    const right = { ...(store.rig.document.records['output:right'] as object), latencyMs: 3 };
    expect(await edit('console:bert', { 'output:left': { ...left() }, 'output:right': right })).toMatchObject(
      { ok: true },
    );
    expect(await edit('console:anna', put)).toMatchObject({ ok: true });
  });
});

describe('patterns, marks, names, the frozen show', () => {
  const grid = { name: 'grid', space: 'canvas' } as const;
  it('a pattern stands on some outputs or all, until the show is back', () => {
    const { anna, lineUp } = setUp();
    anna('line-up/pattern', { outputs: null, pattern: grid });
    anna('line-up/pattern', { outputs: ['left'], pattern: { name: 'grey-50', space: 'output' } });
    expect(lineUp.state().patterns).toEqual({ left: { name: 'grey-50', space: 'output' }, right: grid });
    expect(anna('line-up/pattern', { outputs: ['left', 'nowhere'], pattern: null })).toMatchObject({
      code: 'output-unknown',
    });
    anna('line-up/pattern', { outputs: null, pattern: null });
    expect(lineUp.state().patterns).toEqual({});
  });
  it('marks need the hold and go with it', () => {
    const { anna, hold, lineUp } = setUp();
    const mark = markSchema.parse({ mesh: true, selected: [3] });
    expect(anna('line-up/mark', { output: 'left', mark })).toMatchObject({ code: 'output-not-held' });
    hold(anna, 'Anna');
    anna('line-up/mark', { output: 'left', mark });
    expect(lineUp.state().marks).toEqual({ left: mark });
    anna('line-up/leave', { output: 'left' });
    expect(lineUp.state().marks).toEqual({});
  });
  it('names stand for as long as asked; again begins anew, 0 ends it', () => {
    const { anna, lineUp, advance, told } = setUp();
    anna('line-up/identify', { seconds: 10 });
    expect(lineUp.state().identifyUntil).toBeCloseTo(60, 9);
    advance(5);
    anna('line-up/identify', { seconds: 10 });
    advance(6);
    expect(lineUp.state().identifyUntil).toBeCloseTo(65, 9);
    advance(4.1);
    expect(lineUp.state().identifyUntil).toBeNull();
    expect(told.lineUp.at(-1)?.identifyUntil).toBeNull();
    anna('line-up/identify', { seconds: 10 });
    anna('line-up/identify', { seconds: 0 });
    expect(lineUp.state().identifyUntil).toBeNull();
  });
  it('the show stands still at one moment a little ahead, whoever asks again', () => {
    const { anna, bert, lineUp, advance } = setUp();
    anna('line-up/freeze', { on: true });
    advance(3);
    bert('line-up/freeze', { on: true });
    expect(lineUp.state().frozenAt).toBeCloseTo(50.03, 9);
    expect(lineUp.state().frozen).toEqual({ plans: [], live: [] });
    bert('line-up/freeze', { on: false });
    expect(lineUp.state()).toMatchObject({ frozenAt: null, frozen: null });
  });
  it('a killed host comes back with patterns, the frozen show and the holds of outputs that are still there', () => {
    const first = setUp();
    first.hold(first.anna, 'Anna');
    first.anna('line-up/pattern', { outputs: null, pattern: grid });
    first.anna('line-up/freeze', { on: true });
    const saved = first.lineUp.saved();
    expect(first.told.kept).toBe(3);
    const hand = { sender: 'console:anna', person: 'Anna' };
    const second = setUp({
      ...saved,
      patterns: { ...saved.patterns, gone: grid },
      holders: { left: hand, gone: hand },
    });
    expect(second.told.kept).toBe(0);
    expect(second.lineUp.state()).toEqual({
      ...first.lineUp.state(),
      holders: { left: { ...hand, isHere: true } },
    });
    const third = setUp({ ...saved, holders: { left: { sender: 'console:cora', person: 'Cora' } } });
    third.advance(61);
    expect(third.lineUp.state().holders).toEqual({});
  });
});
