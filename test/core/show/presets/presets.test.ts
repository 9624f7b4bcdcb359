import { describe, expect, it } from 'vitest';
import { layerTypes } from '../../../../core/layers/registry.ts';
import { ok } from '../../../../core/result.ts';
import { builtInPresets } from '../../../../core/show/presets/built-in.ts';
import {
  applyPreset,
  presetsOf,
  removePreset,
  renamePreset,
  savePreset,
} from '../../../../core/show/presets/preset-edit.ts';
import { openDocument, validate } from '../../../../core/show/open.ts';
import { serialise } from '../../../../core/show/serialise.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import { clipsEdit } from '../../../../core/show/timeline-edit/board.ts';
import { context } from '../folder.ts';
import { after, at, board3 } from '../timeline-edit/show.ts';

const put = (fields: Record<string, unknown>, id = 'clip:b'): ShowDocument =>
  after(board3, ok(clipsEdit(board3, 'put', [{ id, track: at(board3, id).track, fields }])));
const blur = { id: 'blur', type: 'blur', on: true, parameters: { radius: 2 } };
const mask = { id: 'mask', type: 'mask', on: true, parameters: { clip: 'clip:c' } };

describe('a preset', () => {
  const text = {
    layer: 'text',
    parameters: { text: 'A', x: 4, y: 2, size: 5, colour: '#ff0000' },
    effects: [blur, mask],
  };
  const document = put(text);
  const saved = after(document, savePreset(document, at(document, 'clip:b'), ' Poster '));
  it('keeps settings and effects; not words, place, nor a mask by a clip of this timeline', () => {
    expect(presetsOf(saved, 'text')).toEqual([
      {
        id: 'preset:poster',
        name: 'Poster',
        layer: 'text',
        parameters: { size: 5, colour: '#ff0000' },
        effects: [blur],
      },
    ]);
    expect(presetsOf(saved, 'solid')).toEqual([]);
    expect(validate(saved, context)).toEqual([]);
    const opened = openDocument(serialise(saved), 'frise-show', context);
    expect(opened.ok && opened.value.repaired).toEqual([]);
  });
  it('of the same name and layer is replaced; renamed and thrown away it is a step each', () => {
    const again = after(saved, savePreset(saved, at(saved, 'clip:b'), 'Poster'));
    expect(presetsOf(again, 'text').length).toBe(1);
    const renamed = after(again, renamePreset(again, 'preset:poster', 'Bill'));
    expect(presetsOf(renamed, 'text')[0]).toMatchObject({ id: 'preset:poster', name: 'Bill' });
    expect(presetsOf(after(renamed, ok(removePreset('preset:poster'))), 'text')).toEqual([]);
    expect(savePreset(saved, at(saved, 'clip:b'), '  ')).toMatchObject({ code: 'preset-name' });
    expect(renamePreset(saved, 'preset:gone', 'x')).toMatchObject({ code: 'preset-gone' });
  });
  it('is put on clips of its layer alone, in one step; what it does not name is as the layer has it', () => {
    const other = {
      layer: 'text',
      parameters: { text: 'B', x: 9, weight: 900 },
      effects: [{ ...blur, type: 'glow' }],
      keyframes: { 'blur.level': [{ at: 0, value: 1 }], size: [{ at: 0, value: 1 }] },
    };
    const [preset] = presetsOf(saved, 'text');
    if (!preset) throw new Error('no preset');
    const two = after(
      saved,
      ok(clipsEdit(saved, 'put', [{ id: 'clip:c', track: 'track:low', fields: other }])),
    );
    const edit = applyPreset(two, [at(two, 'clip:c'), at(two, 'clip:d')], preset);
    expect(Object.keys(edit.put)).toEqual(['clip:c']);
    const done = after(two, ok(edit));
    expect(at(done, 'clip:c')).toMatchObject({
      parameters: { text: 'B', x: 9, size: 5, colour: '#ff0000' },
      effects: [blur],
    });
    expect(at(done, 'clip:c').parameters).not.toHaveProperty('weight');
    // "blur" was a glow: its keys were of something else.
    expect(Object.keys(at(done, 'clip:c').keyframes)).toEqual(['size']);
    expect(validate(done, context)).toEqual([]);
  });
});

it('every preset that is built in is taken by its layer, and says only what its layer has', () => {
  for (const { name, layer, parameters } of builtInPresets) {
    const { schema } = layerTypes[layer]!;
    expect([name.en, schema.strict().safeParse(parameters).error?.issues ?? []]).toEqual([name.en, []]);
  }
});
