import { expect, test } from 'vitest';
import { compareRigs } from '../../../core/rig/compare.ts';
import type { RigDocument } from '../../../core/rig/rig.schema.ts';
import { applyEdit } from '../../../core/show/edit.ts';
import { editBetween } from '../../../core/show/edit-between.ts';

const output = (changes: object = {}) => ({
  name: 'Left',
  width: 160,
  height: 90,
  display: {},
  region: { x: 0, y: 0, width: 16, height: 9 },
  ...changes,
});
const rig = (outputs: Record<string, unknown>, changes: object = {}): RigDocument => ({
  format: 'frise-rig',
  schema: 1,
  records: {
    'rig:two': { title: 'Two', facade: { width: 30, height: 9 }, density: 20, ...changes },
    ...outputs,
  },
  order: { 'rig:two': Object.keys(outputs) },
});
const corners = (x: number) => ({ warp: { kind: 'corners', corners: [[x, 0], [160, 0], [160, 90], [0, 90]] } }); // prettier-ignore

test('names outputs that came and went, points that moved and fields that changed', () => {
  const before = rig({ 'output:a': output(corners(0)), 'output:b': output({ name: 'B' }) });
  const after = rig(
    { 'output:a': output({ ...corners(3), latencyMs: 5 }), 'output:c': output({ name: 'C' }) },
    { density: 30 },
  );
  expect(compareRigs(before, after)).toEqual([
    { kind: 'fields', output: null, name: 'two', fields: ['density'] },
    { kind: 'output-removed', output: 'b', name: 'B' },
    { kind: 'warp', output: 'a', name: 'Left', moved: { points: 1, longest: 3 } },
    { kind: 'fields', output: 'a', name: 'Left', fields: ['latencyMs'] },
    { kind: 'output-added', output: 'c', name: 'C' },
  ]);
});
test('a default that is written out is no difference, a change of grid has no length', () => {
  const plain = rig({ 'output:a': output() });
  expect(
    compareRigs(plain, rig({ 'output:a': output({ warp: { kind: 'corners' }, latencyMs: 0 }) })),
  ).toEqual([]);
  const grid = {
    warp: { kind: 'grid', columns: 2, rows: 3, points: Array.from({ length: 6 }, () => [0, 0]) },
  };
  expect(compareRigs(plain, rig({ 'output:a': output(grid) }))).toEqual([
    { kind: 'warp', output: 'a', name: 'Left', moved: null },
  ]);
});
test('the edit between two rigs makes the one of the other', () => {
  const before = rig({ 'output:a': output(), 'output:b': output({ name: 'B' }) });
  const after = { ...rig({ 'output:c': output({ name: 'C' }) }), order: { 'rig:other': ['output:c'] } };
  const edited = applyEdit(before, editBetween(before, after, 'restore'));
  expect(edited.ok && edited.value.document).toEqual(after);
  expect(editBetween(before, before, 'nothing')).toEqual({
    label: 'nothing',
    put: {},
    remove: [],
    order: {},
  });
});
