import type { Keyed, Keys } from '../../../../core/show/keys-edit/lanes.ts';
import { diamond, drawOutside, type Ink } from './draw.ts';
import { inSight, isPicked, LANE, xOf, type LaneView } from './lane-view.ts';

/**
 * Lanes of keys. Cost goes with what is in sight: where keys lie closer than a hand can part, one diamond stands for
 * several.
 */
type Scene = {
  view: LaneView;
  keyed: Keyed;
  params: readonly string[];
  active: string | null;
  duration: number;
};
const SIZE = 5.5;
const CLOSE = 3;

export const drawLanes = (
  context: CanvasRenderingContext2D,
  ink: Ink,
  { view, keyed, params, active, duration }: Scene,
): void => {
  const height = params.length * LANE;
  const chosen = active === null ? -1 : params.indexOf(active);
  context.fillStyle = ink.panel;
  if (chosen >= 0) context.fillRect(0, chosen * LANE, view.width, LANE - 1);
  drawOutside(context, ink, [xOf(view, 0), xOf(view, duration)], view.width, height);
  params.forEach((param, row) => {
    const y = (row + 0.5) * LANE;
    context.fillStyle = ink.line;
    context.fillRect(0, (row + 1) * LANE - 1, view.width, 1);
    drawLane(context, ink, view, keyed, param, y);
  });
};

const drawLane = (
  context: CanvasRenderingContext2D,
  ink: Ink,
  view: LaneView,
  { lanes, picks }: Keyed,
  param: string,
  y: number,
): void => {
  const keys = lanes[param] ?? [];
  const { first, end } = inSight(view, keys);
  drawWay(context, ink, view, keys, first, end, y);
  const drawn = { plain: new Path2D(), picked: new Path2D() };
  let last = -Infinity;
  for (let place = first; place < end; place += 1) {
    const x = xOf(view, keys[place]?.at ?? 0);
    const picked = isPicked(picks, param, place);
    if (x - last < CLOSE && !picked) continue;
    last = x;
    diamond(drawn[picked ? 'picked' : 'plain'], x, y, picked ? SIZE + 1 : SIZE);
  }
  context.fillStyle = ink.dim;
  context.fill(drawn.plain);
  context.fillStyle = ink.amber;
  context.fill(drawn.picked);
  context.strokeStyle = ink.text;
  context.lineWidth = 1.5;
  context.stroke(drawn.picked);
};
/** How the value travels between keys: a line, dashed where it holds; for colours the colours themselves. */
const drawWay = (
  context: CanvasRenderingContext2D,
  ink: Ink,
  view: LaneView,
  keys: Keys,
  first: number,
  end: number,
  y: number,
): void => {
  for (let place = first; place + 1 < end; place += 1) {
    const [from, to] = [keys[place], keys[place + 1]];
    if (!from || !to) continue;
    const [x0, x1] = [xOf(view, from.at), xOf(view, to.at)];
    if (x1 - x0 < CLOSE) continue;
    const [a, b] = [colourIn(from.value), colourIn(to.value)];
    if (a !== null && b !== null) {
      const run = context.createLinearGradient(x0, 0, x1, 0);
      run.addColorStop(0, a);
      run.addColorStop(1, from.ease === 'hold' ? a : b);
      context.fillStyle = run;
      context.fillRect(x0, y - 3, x1 - x0, 6);
      continue;
    }
    context.beginPath();
    context.setLineDash(from.ease === 'hold' || typeof from.value !== 'number' ? [3, 4] : []);
    context.strokeStyle = ink.line;
    context.lineWidth = 2;
    context.moveTo(x0, y);
    context.lineTo(x1, y);
    context.stroke();
    context.setLineDash([]);
  }
};
const colourIn = (value: unknown): string | null =>
  typeof value === 'string' && /^#[0-9a-fA-F]{6}$/.test(value) ? value : null;
