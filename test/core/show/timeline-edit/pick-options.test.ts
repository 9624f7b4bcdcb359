import { describe, expect, it } from 'vitest';
import { ok } from '../../../../core/result.ts';
import { coloursOf } from '../../../../core/show/colours.ts';
import { clipsEdit } from '../../../../core/show/timeline-edit/board.ts';
import { clipOfLayer } from '../../../../core/show/timeline-edit/create.ts';
import { palette } from '../../../../core/show/timeline-edit/palette.ts';
import { pickOptions } from '../../../../core/show/timeline-edit/pick-options.ts';
import { trimClip } from '../../../../core/show/timeline-edit/trim.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import { after, at, board3, boardIn } from './show.ts';

const medium = (kind: string, title = '') => ({ path: `media/${kind}`, kind, title });
const document: ShowDocument = {
  ...board3,
  records: {
    ...board3.records,
    'media:walk-2': medium('image'),
    'media:walk-10': medium('image'),
    'media:walk-1': medium('image'),
    'media:tree': medium('image', 'A tree'),
    'media:gear': medium('svg'),
    'media:bold': medium('font', 'Bold'),
    'timeline:sting': { name: 'Sting', duration: 5 },
  },
  order: { ...board3.order, 'timeline:sting': [] },
};
const clipOf = (layer: string, parameters: Record<string, unknown> = {}) => ({
  ...at(board3, 'clip:b'),
  layer,
  parameters,
});
const values = (layer: string, ...path: (string | number)[]) =>
  pickOptions(document, clipOf(layer), path)?.map(({ value }) => value) ?? null;

describe('what a clip may name', () => {
  it('are media of the kinds that it shows, by their titles', () => {
    expect(values('text', 'font')).toEqual(['media:bold']);
    expect(values('figure', 'emblem')).toContain('media:gear');
    expect(values('video', 'media')).toEqual([]);
    expect(values('image', 'media')?.[0]).toBe('media:tree');
    expect(values('text', 'text')).toBeNull();
    expect(values('text', 'size')).toBeNull();
  });
  it('are pictures one by one, and those that are numbered in a row at once, in their order', () => {
    const options = pickOptions(document, clipOf('sequence'), ['frames', 0]) ?? [];
    expect(options[0]).toEqual({
      value: 'run:walk',
      label: 'walk × 3',
      run: ['media:walk-1', 'media:walk-2', 'media:walk-10'],
    });
    expect(options.map(({ value }) => value)).not.toContain('media:gear');
  });
  it('are the other timelines, and the clips of an excerpt’s', () => {
    expect(values('group', 'timeline')).toEqual(['timeline:sting']);
    const excerpt = clipOf('excerpt', { timeline: 'timeline:main' });
    expect(pickOptions(document, excerpt, ['without', 0])?.map(({ value }) => value)).toContain('clip:a');
  });
});

describe('an excerpt', () => {
  const layer = palette.find(({ type }) => type === 'excerpt')!;
  const show = { canvas: { width: 10, height: 5, density: 10 }, language: 'en' } as const;
  it('comes from the palette with another timeline, where there is one', () => {
    expect(clipOfLayer(document, show, layer, 'timeline:main')).toMatchObject({
      value: { layer: 'excerpt', fields: { parameters: { timeline: 'timeline:sting' } } },
    });
    expect(clipOfLayer(board3, show, layer, 'timeline:main')).toMatchObject({ code: 'layer-no-timeline' });
  });
  it('keeps its content where it is when its start is trimmed', () => {
    const parameters = { timeline: 'timeline:sting', offset: 1 };
    const made = after(
      document,
      ok(
        clipsEdit(document, 'put', [
          { id: 'clip:b', track: 'track:low', fields: { layer: 'excerpt', parameters } },
        ]),
      ),
    );
    const trimmed = after(made, trimClip(made, boardIn(made), 'clip:b', 'in', 6.5));
    expect(at(trimmed, 'clip:b')).toMatchObject({ start: 6.5, parameters: { offset: 1.5 } });
    // No further than where the other timeline begins.
    const drawn = after(made, trimClip(made, boardIn(made), 'clip:b', 'in', 4));
    expect(at(drawn, 'clip:b')).toMatchObject({ start: 5, parameters: { offset: 0 } });
  });
});

it('the colours of a show are the commonest first, and not those of the board', () => {
  const put = (id: string, track: string, colour: string, board = '#6fa8ff') => ({
    id,
    track,
    fields: { colour: board, parameters: { colour } },
  });
  const coloured = after(
    board3,
    ok(
      clipsEdit(board3, 'put', [
        put('clip:b', 'track:low', '#00FF00'),
        put('clip:c', 'track:low', '#00ff00'),
        put('clip:d', 'track:mid', '#123456'),
      ]),
    ),
  );
  expect(coloursOf(coloured)).toEqual(['#00ff00', '#102030', '#123456']);
});
