import type { CompiledOutput } from '../rig/rig.document.ts';

/**
 * The picture that shows which projector lights what: each output's region in its own hue, and where two share the
 * wall the border of what they share, with a scale of whole canvas metres along its middle. Canvas metres.
 */
type Box = { x: number; y: number; width: number; height: number };
export type Rgb = readonly [red: number, green: number, blue: number];
export type Stroke = { from: readonly [x: number, y: number]; to: readonly [x: number, y: number] };
export type OverlapPicture = {
  /** `colour`: signal, 0–1 a channel, at half level; where regions overlap the light of both adds up. */
  regions: { box: Box; colour: Rgb }[];
  edges: Stroke[];
  scale: Stroke[];
};
type Regions = readonly Pick<CompiledOutput, 'region'>[];

const LEVEL = 0.5;
/** Half lengths of the marks at each metre, each fifth and each tenth; at most so much of the overlap's width. */
const MARKS = { metre: 0.5, five: 1, ten: 2 } as const;
const WIDEST = 0.4;

/** Fully saturated, as far apart as they can be: two are red and cyan, three red, green and blue. Signal, 0–1. */
export const hueOf = (index: number, count: number): Rgb => {
  const turn = (6 * index) / Math.max(1, count);
  const channel = (shift: number): number => {
    const k = (shift + turn) % 6;
    return Math.max(0, Math.min(1, Math.abs(k - 3) - 1));
  };
  return [channel(0), channel(4), channel(2)];
};

export const overlapPicture = (
  outputs: Regions,
  canvas: { width: number; height: number },
): OverlapPicture => {
  const wall = { x: 0, y: 0, ...canvas };
  const regions = outputs.flatMap(({ region }, index) => {
    const box = shared(region, wall);
    const [r, g, b] = hueOf(index, outputs.length);
    return box ? [{ box, colour: [r * LEVEL, g * LEVEL, b * LEVEL] as const }] : [];
  });
  const overlaps = regions.flatMap(({ box }, index) =>
    regions.slice(index + 1).flatMap((other) => shared(box, other.box) ?? []),
  );
  return { regions, edges: overlaps.flatMap(borderOf), scale: overlaps.flatMap(scaleOf) };
};

/** Neighbours' colours that make white together, then what is left: a row of outputs is red, cyan, red, cyan. */
const LIGHTS: readonly Rgb[] = [
  [1, 0, 0],
  [0, 1, 1],
  [0, 1, 0],
  [1, 0, 1],
  [0, 0, 1],
  [1, 1, 0],
];
/** Each output gets the first colour that none of its earlier neighbours has. */
const lightsOf = (outputs: Regions): Rgb[] => {
  const lights: Rgb[] = [];
  outputs.forEach(({ region }, index) => {
    const taken = lights.filter((_, other) => shared(region, outputs[other]!.region) !== null);
    lights.push(LIGHTS.find((each) => !taken.includes(each)) ?? hueOf(index, outputs.length));
  });
  return lights;
};

export type OwnLight = { region: Box; colour: Rgb; edges: Stroke[]; scale: Stroke[] };
/** What one output shows of the overlaps: its own light, and the borders and scales of what it shares. */
export const ownLight = (
  outputs: readonly Pick<CompiledOutput, 'key' | 'region'>[],
  key: string,
  canvas: { width: number; height: number },
): OwnLight => {
  const index = outputs.findIndex((each) => each.key === key);
  const own = outputs[index]?.region ?? { x: 0, y: 0, ...canvas };
  const overlaps = outputs.flatMap(({ region }, other) =>
    other === index ? [] : (shared(own, region) ?? []),
  );
  return {
    region: own,
    colour: lightsOf(outputs)[index] ?? [1, 1, 1],
    edges: overlaps.flatMap(borderOf),
    scale: overlaps.flatMap(scaleOf),
  };
};

const shared = (a: Box, b: Box): Box | null => {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
};

const borderOf = ({ x, y, width, height }: Box): Stroke[] => {
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ] as const;
  return corners.map((from, index) => ({ from, to: corners[(index + 1) % 4] ?? from }));
};

/** The seam runs along the overlap's longer side; its marks lie on whole metres of the canvas. */
const scaleOf = (box: Box): Stroke[] => {
  const isUpright = box.height >= box.width;
  const [start, length] = isUpright ? [box.y, box.height] : [box.x, box.width];
  const [across, room] = isUpright
    ? [box.x + box.width / 2, box.width]
    : [box.y + box.height / 2, box.height];
  const place = (along: number, aside: number) =>
    isUpright ? ([across + aside, along] as const) : ([along, across + aside] as const);
  const marks: Stroke[] = [];
  for (let metre = Math.ceil(start); metre <= start + length; metre += 1) {
    const half = Math.min(halfMark(metre), WIDEST * room);
    marks.push({ from: place(metre, -half), to: place(metre, half) });
  }
  return [{ from: place(start, 0), to: place(start + length, 0) }, ...marks];
};
const halfMark = (metre: number): number =>
  metre % 10 === 0 ? MARKS.ten : metre % 5 === 0 ? MARKS.five : MARKS.metre;
