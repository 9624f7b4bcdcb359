import { DOMParser, type Element } from '@xmldom/xmldom';
import { fail, ok } from '../../result.ts';
import type { Result } from '../../result.ts';

/** `mpcdi.xml`, as far as the 2D media profile needs it. */
export type Box = { x: number; y: number; width: number; height: number };
export type MpcdiRegion = {
  id: string;
  /** The projector's raster, pixels. */
  width: number;
  height: number;
  /** Its part of the buffer, 0–1 from the upper left corner. */
  part: Box;
  /** Names in the archive. */
  warp: string;
  alpha: string | null;
  beta: string | null;
};
export type MpcdiManifest = {
  /** Pixels. */
  buffer: { id: string; width: number; height: number };
  /** Wall metres of the buffer, lower left corner and size; null when another program wrote the file. */
  place: Box | null;
  regions: MpcdiRegion[];
};
/** The light maps' PNGs: 16 bit, linear. */
export const BIT_DEPTH = 16;
const PLACE = /frise-place (-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+)/;
const MOST_REGIONS = 64;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const writeManifest = ({ buffer, place, regions }: MpcdiManifest, date: string): string => {
  const size = `xResolution="${buffer.width}" yResolution="${buffer.height}"`;
  const note = place ? `\n  <!-- frise-place ${place.x} ${place.y} ${place.width} ${place.height} -->` : '';
  return `<?xml version="1.0" encoding="utf-8"?>
<MPCDI profile="2d" geometry="1" color="1" date="${escaped(date)}" version="1.0">${note}
  <display>
    <buffer id="${escaped(buffer.id)}" ${size}>
${regions.map(regionText).join('\n')}
    </buffer>
  </display>
  <files>
${regions.map(filesText).join('\n')}
  </files>
</MPCDI>
`;
};
const regionText = ({ id, width, height, part }: MpcdiRegion): string =>
  `      <region id="${escaped(id)}" xResolution="${width}" yResolution="${height}" x="${part.x}" y="${part.y}" xsize="${part.width}" ysize="${part.height}"/>`;
const filesText = ({ id, warp, alpha, beta }: MpcdiRegion): string => {
  const map = (tag: string, path: string | null) =>
    path === null
      ? ''
      : `
      <${tag}><path>${escaped(path)}</path><componentDepth>3</componentDepth><bitDepth>${BIT_DEPTH}</bitDepth><gammaEmbedded>1.0</gammaEmbedded></${tag}>`;
  return `    <fileset region="${escaped(id)}">
      <geometryWarpFile><path>${escaped(warp)}</path><interpolation>linear</interpolation></geometryWarpFile>${map('alphaMap', alpha)}${map('betaMap', beta)}
    </fileset>`;
};

/** Code: `mpcdi-manifest`, which names the element. Tags and attributes are read whatever their case. */
export const readManifest = (text: string): Result<MpcdiManifest> => {
  const root = rootOf(text);
  if (!root.ok) return root;
  const profile = attribute(root.value, 'profile') ?? '2d';
  if (profile.toLowerCase() !== '2d')
    return refuse(`The profile "${profile}" is not read, only "2d". Export the 2D media profile.`, 'MPCDI');
  const buffers = children(root.value, 'buffer');
  const [buffer] = buffers;
  if (!buffer || buffers.length > 1)
    return refuse(`One buffer is read, there are ${buffers.length}. Export one picture a file.`, 'display');
  const regions = children(buffer, 'region');
  if (regions.length === 0 || regions.length > MOST_REGIONS)
    return refuse(`${regions.length} regions; 1 to ${MOST_REGIONS} are read.`, 'buffer');
  const sets = new Map(children(root.value, 'fileset').map((set) => [attribute(set, 'region') ?? '', set]));
  const read: MpcdiRegion[] = [];
  for (const region of regions) {
    const one = readRegion(region, buffer, sets);
    if (!one.ok) return one;
    read.push(one.value);
  }
  return ok({ buffer: readBuffer(buffer), place: placeOf(text), regions: read });
};

const refuse = (message: string, path: string) => fail('mpcdi-manifest', message, path);

/** A document type is refused: it is never needed here, and entities can be made to grow without end. */
const rootOf = (text: string): Result<Element> => {
  if (/<!DOCTYPE/i.test(text)) return refuse('mpcdi.xml must not have a document type.', 'mpcdi.xml');
  try {
    const parser = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message);
      },
    });
    const root = parser.parseFromString(text.replace(/^\uFEFF/, ''), 'text/xml').documentElement;
    if (root?.tagName.toLowerCase() === 'mpcdi') return ok(root);
    return refuse(`The root is <${root?.tagName ?? ''}>, <MPCDI> is needed.`, 'mpcdi.xml');
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return refuse(`mpcdi.xml can't be read: ${why}. Export it again.`, 'mpcdi.xml');
  }
};

const readBuffer = (element: Element): MpcdiManifest['buffer'] => ({
  id: attribute(element, 'id') ?? 'buffer',
  width: numberOf(element, 'xResolution') ?? 0,
  height: numberOf(element, 'yResolution') ?? 0,
});

const readRegion = (
  element: Element,
  buffer: Element,
  sets: ReadonlyMap<string, Element>,
): Result<MpcdiRegion> => {
  const id = attribute(element, 'id') ?? '';
  const path = `region "${id}"`;
  const width = numberOf(element, 'xResolution') ?? numberOf(buffer, 'xResolution') ?? 0;
  const height = numberOf(element, 'yResolution') ?? numberOf(buffer, 'yResolution') ?? 0;
  if (!isSide(width) || !isSide(height))
    return refuse(`A raster of ${width} × ${height} pixels is not read.`, path);
  const [x, y] = [numberOf(element, 'x') ?? 0, numberOf(element, 'y') ?? 0];
  const part = { x, y, width: numberOf(element, 'xsize') ?? 1, height: numberOf(element, 'ysize') ?? 1 };
  if (!(part.width > 0) || !(part.height > 0)) return refuse('xsize and ysize must be above 0.', path);
  const files = sets.get(id) ?? element;
  const warp = fileOf(files, 'geometryWarpFile');
  if (warp === null) return refuse('It has no geometryWarpFile. Export the warp too.', path);
  return ok({
    id,
    width,
    height,
    part,
    warp,
    alpha: fileOf(files, 'alphaMap'),
    beta: fileOf(files, 'betaMap'),
  });
};
const isSide = (value: number): boolean => Number.isInteger(value) && value >= 16 && value <= 16_384;

const fileOf = (parent: Element, tag: string): string | null => {
  const element = children(parent, tag)[0];
  if (!element) return null;
  const path = children(element, 'path')[0] ?? element;
  const text = (path.textContent ?? '').trim();
  return text === '' ? null : text;
};

const children = (parent: Element, tag: string): Element[] =>
  [...parent.getElementsByTagName('*')].filter((each) => each.tagName.toLowerCase() === tag.toLowerCase());
const attribute = (element: Element, name: string): string | null =>
  [...element.attributes].find((each) => each.name.toLowerCase() === name.toLowerCase())?.value ?? null;
const numberOf = (element: Element, name: string): number | null => {
  const text = attribute(element, name);
  const value = text === null || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
};
const placeOf = (text: string): Box | null => {
  const [, x, y, width, height] = PLACE.exec(text) ?? [];
  const box = { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
  return Object.values(box).every(Number.isFinite) && box.width > 0 && box.height > 0 ? box : null;
};
