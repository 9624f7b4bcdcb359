/** A canvas as large as its place, sharp on any screen, in CSS pixels and in the page's own colours. */
export type Ink = {
  text: string;
  dim: string;
  line: string;
  ground: string;
  panel: string;
  amber: string;
  blue: string;
  green: string;
};

export const inkOf = (element: Element): Ink => {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim() || '#888';
  return {
    text: of('text'),
    dim: of('dim'),
    line: of('line'),
    ground: of('ground'),
    panel: of('panel-2'),
    amber: of('amber'),
    blue: of('blue'),
    green: of('green'),
  };
};

export type Draw = (context: CanvasRenderingContext2D, ink: Ink) => void;

export const drawOn = (canvas: HTMLCanvasElement, width: number, height: number, draw: Draw): void => {
  const ratio = globalThis.devicePixelRatio || 1;
  const [w, h] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  draw(context, inkOf(canvas));
};

export const diamond = (path: CanvasPath, x: number, y: number, size: number): void => {
  path.moveTo(x, y - size);
  path.lineTo(x + size, y);
  path.lineTo(x, y + size);
  path.lineTo(x - size, y);
  path.closePath();
};

/** The frame that a hand draws around keys. */
export const drawFrame = (
  context: CanvasRenderingContext2D,
  { blue }: Ink,
  { from, to }: { from: { x: number; y: number }; to: { x: number; y: number } },
): void => {
  context.strokeStyle = blue;
  context.lineWidth = 1;
  context.setLineDash([4, 3]);
  context.strokeRect(from.x + 0.5, from.y + 0.5, to.x - from.x, to.y - from.y);
  context.setLineDash([]);
};

/** What lies outside of the clip is hatched dark: keys may be there, and do nothing. */
export const drawOutside = (
  context: CanvasRenderingContext2D,
  { ground, line }: Ink,
  [from, to]: readonly [number, number],
  width: number,
  height: number,
): void => {
  context.fillStyle = ground;
  if (from > 0) context.fillRect(0, 0, Math.min(width, from), height);
  if (to < width) context.fillRect(Math.max(0, to), 0, width - Math.max(0, to), height);
  context.fillStyle = line;
  for (const x of [from, to]) if (x >= 0 && x <= width) context.fillRect(Math.round(x), 0, 1, height);
};
