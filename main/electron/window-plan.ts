import { pageOfOutputs } from '../../core/control/output-page.ts';
import type { Bounds, PlacedOutput, Placement, Screen } from './placement.ts';

/**
 * The windows that the placements need: one an output, or one for all outputs that share a span. A shared window keeps
 * all its outputs while the display of one is away, so that the others' picture goes on; it never lies over a display
 * that is none of its own.
 */
export type WindowPlan = {
  /** `left`, `left+right`: also the page's address. */
  key: string;
  outputs: PlacedOutput[];
  place:
    /** `screens`: ids of the displays that it covers. */
    | { kind: 'display'; bounds: Bounds; screens: number[] }
    | { kind: 'window'; size: { width: number; height: number } }
    | { kind: 'waiting' };
};

export const planWindows = (placements: readonly Placement[], screens: readonly Screen[]): WindowPlan[] =>
  groupsOf(placements).flatMap((members) => {
    const shared = planOf(members);
    return coversOthers(shared, screens) ? members.map((member) => planOf([member])) : [shared];
  });

/**
 * The plan, with the bounds that the window has where those still do: while one of its displays is away the others'
 * picture must not stop for a window that changes its size.
 */
export const keepBounds = (next: WindowPlan, before: WindowPlan, screens: readonly Screen[]): WindowPlan => {
  const [to, from] = [next.place, before.place];
  if (to.kind !== 'display' || from.kind !== 'display' || next.outputs.length < 2) return next;
  const isLess = to.screens.every((id) => from.screens.includes(id)) && contains(from.bounds, to.bounds);
  const kept: WindowPlan = { ...next, place: { ...to, bounds: from.bounds } };
  return isLess && !coversOthers(kept, screens) ? kept : next;
};

const groupsOf = (placements: readonly Placement[]): Placement[][] => {
  const groups = new Map<string, Placement[]>();
  for (const placement of placements) {
    const { id, display } = placement.output;
    const name = placement.kind === 'window' || !display.span ? `output:${id}` : `span:${display.span}`;
    groups.set(name, [...(groups.get(name) ?? []), placement]);
  }
  return [...groups.values()];
};

const planOf = (members: readonly Placement[]): WindowPlan => ({
  key: pageOfOutputs(members.map(({ output }) => output.id)),
  outputs: members.map(({ output }) => output),
  place: placeOf(members),
});

const placeOf = (members: readonly Placement[]): WindowPlan['place'] => {
  const displays = members.flatMap((each) => (each.kind === 'display' ? [each.screen] : []));
  if (displays.length > 0)
    return { kind: 'display', bounds: unionOf(displays), screens: displays.map(({ id }) => id) };
  const [first] = members;
  return first?.kind === 'window' ? { kind: 'window', size: halfOf(first.output) } : { kind: 'waiting' };
};

const coversOthers = ({ place }: WindowPlan, screens: readonly Screen[]): boolean =>
  place.kind === 'display' &&
  screens.some((screen) => !place.screens.includes(screen.id) && meets(place.bounds, screen));

const meets = (a: Bounds, b: Bounds): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const contains = (a: Bounds, b: Bounds): boolean =>
  a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height;

const unionOf = (all: readonly Bounds[]): Bounds => {
  const x = Math.min(...all.map((each) => each.x));
  const y = Math.min(...all.map((each) => each.y));
  return {
    x,
    y,
    width: Math.max(...all.map((each) => each.x + each.width)) - x,
    height: Math.max(...all.map((each) => each.y + each.height)) - y,
  };
};

const halfOf = ({ width, height }: PlacedOutput) => ({
  width: Math.max(160, Math.round(width / 2)),
  height: Math.max(90, Math.round(height / 2)),
});
