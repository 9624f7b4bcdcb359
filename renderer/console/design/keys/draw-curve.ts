import type { Keyed } from '../../../../core/show/keys-edit/lanes.ts';
import { axisOf, curvePoints, handlesIn, yOf, type CurveView } from './curve-view.ts';
import { diamond, drawOutside, type Ink } from './draw.ts';
import { inSight, isPicked, xOf } from './lane-view.ts';

/** One lane of numbers: its axis, its curve, its keys, and the handles of what is picked. */
type Scene = { view: CurveView; keyed: Keyed; param: string; duration: number };
const APART = 26;

export const drawCurve = (
  context: CanvasRenderingContext2D,
  ink: Ink,
  { view, keyed, param, duration }: Scene,
): void => {
  const keys = keyed.lanes[param] ?? [];
  drawOutside(context, ink, [xOf(view, 0), xOf(view, duration)], view.width, view.height);
  context.fillStyle = ink.line;
  for (const value of axisOf(view, APART)) context.fillRect(0, Math.round(yOf(view, value)), view.width, 1);
  context.beginPath();
  curvePoints(view, keys).forEach(({ x, y }, index) =>
    index === 0 ? context.moveTo(x, y) : context.lineTo(x, y),
  );
  context.strokeStyle = ink.text;
  context.lineWidth = 1.5;
  context.stroke();
  drawHandles(context, ink, { view, keyed, param, duration });
  const { first, end } = inSight(view, keys);
  let last = -Infinity;
  for (let place = first; place < end; place += 1) {
    const key = keys[place];
    if (!key || typeof key.value !== 'number') continue;
    const picked = isPicked(keyed.picks, param, place);
    const x = xOf(view, key.at);
    if (x - last < 2 && !picked) continue;
    last = x;
    context.beginPath();
    diamond(context, x, yOf(view, key.value), picked ? 6.5 : 5);
    context.fillStyle = picked ? ink.amber : ink.dim;
    context.fill();
    if (!picked) continue;
    context.strokeStyle = ink.text;
    context.stroke();
  }
};

const drawHandles = (context: CanvasRenderingContext2D, ink: Ink, { view, keyed, param }: Scene): void => {
  context.strokeStyle = ink.blue;
  context.fillStyle = ink.blue;
  context.lineWidth = 1;
  for (const { x, y, key } of handlesIn(view, keyed.lanes[param] ?? [], keyed.picks, param)) {
    context.beginPath();
    context.moveTo(key.x, key.y);
    context.lineTo(x, y);
    context.stroke();
    context.beginPath();
    context.arc(x, y, 4.5, 0, 2 * Math.PI);
    context.fill();
  }
};
