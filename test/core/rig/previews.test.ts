import { describe, expect, it } from 'vitest';
import { previewed, withPreviews } from '../../../core/rig/previews.ts';
import type { RigDocument } from '../../../core/rig/rig.schema.ts';

const output = (name: string) => ({
  name,
  width: 160,
  height: 90,
  display: {},
  region: { x: 0, y: 0, width: 16, height: 9 },
});
const rig: RigDocument = {
  format: 'frise-rig',
  schema: 1,
  records: {
    'rig:a': { title: 'A', facade: { width: 16, height: 9 }, density: 40 },
    'output:a': output('A'),
    'output:b': output('B'),
  },
  order: { 'rig:a': ['output:a', 'output:b'] },
};
const corners = [[1, 1], [160, 0], [160, 90], [0, 90]]; // prettier-ignore
const warp = { kind: 'corners', corners };

describe('a rig with drags', () => {
  it('without any, or with none that fits, is the very document', () => {
    expect(withPreviews(rig, {})).toBe(rig);
    expect(withPreviews(rig, { 'output:gone': { warp }, 'output:a': { width: 'wide' } })).toBe(rig);
  });
  it('has the dragged fields and else the same objects; the document is as it was', () => {
    const before = structuredClone(rig);
    const on = withPreviews(rig, { 'output:a': { warp } });
    expect(on.records['output:a']).toEqual({ ...output('A'), warp });
    for (const id of ['rig:a', 'output:b']) expect(on.records[id]).toBe(rig.records[id]);
    expect(rig).toEqual(before);
  });
});

describe('fields that are dragged', () => {
  it('are taken with the rest of their record', () => {
    expect(previewed(rig, 'output:b', { warp })).toMatchObject({ ok: true, value: { name: 'B', warp } });
    expect(previewed(rig, 'rig:a', { wall: { kind: 'none' } })).toMatchObject({ ok: true });
  });
  it.each([
    ['output:gone', {}, 'preview-record', 'output:gone'],
    ['model:a', {}, 'preview-record', 'model:a'],
    ['__proto__', {}, 'preview-record', '__proto__'],
    ['output:a', { warp: { ...warp, corners: corners.slice(1) } }, 'record-shape', 'output:a.warp.corners'],
    ['output:a', { warp: { ...warp, corner: [] } }, 'record-key', 'output:a.warp.corner'],
    ['output:a', { masks: [{ space: 'output' }] }, 'record-shape', 'output:a.masks.0'],
  ])('of %s: %j is refused as %s at %s', (id, fields, code, path) => {
    expect(previewed(rig, id, fields)).toMatchObject({ ok: false, code, path });
  });
});
