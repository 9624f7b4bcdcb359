import { describe, expect, it } from 'vitest';
import { compileRig } from '../../../core/rig/rig.document.ts';
import { smallRig, withRecord } from '../show/folder.ts';

describe('compileRig', () => {
  it('gives outputs in the technician’s order, defaults filled in', () => {
    const rig = compileRig(smallRig);
    expect([rig.id, rig.rig.density]).toEqual(['rig:one', 40]);
    expect(rig.rig).not.toHaveProperty('id');
    expect(rig.outputs).toMatchObject([
      {
        id: 'output:left',
        key: 'left',
        refresh: 60,
        warp: { kind: 'corners', corners: null },
        blend: { kind: 'none' },
      },
      { id: 'output:right', key: 'right', warp: { kind: 'grid', interpolation: 'bezier' } },
    ]);
  });

  it('leaves a broken output out, so that the others draw on', () => {
    const broken = withRecord(smallRig, 'output:left', (output) => ({ ...output, width: -1 }));
    expect(compileRig(broken).outputs.map(({ key }) => key)).toEqual(['right']);
  });

  it('needs a rig', () => {
    expect(() => compileRig(withRecord(smallRig, 'rig:one', null))).toThrow('rig-record-missing');
  });
});
