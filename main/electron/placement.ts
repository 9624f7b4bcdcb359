import type { OutputRecord } from '../../core/rig/rig.schema.ts';

/**
 * Which output is drawn on which display. An output knows its display by name and by what made the id, hash(EDID)·256 +
 * port: after two cables are swapped the ids are new, but only in their last byte. Failing that it goes by position:
 * displays left to right; the primary one is left free where a console is open on it. Never by the id alone.
 */
export type Bounds = { x: number; y: number; width: number; height: number };
export type Screen = { id: number; label: string; isPrimary: boolean; bounds: Bounds };
export type PlacedOutput = {
  id: string;
  name: string;
  width: number;
  height: number;
  display: OutputRecord['display'];
};
export type Placement =
  | { kind: 'display'; output: PlacedOutput; bounds: Bounds; screen: number }
  | { kind: 'window'; output: PlacedOutput };
/**
 * Output and how it asks for its display → the display's id that it had in this run: when a neighbour's cable falls out,
 * nobody else moves, and it finds back when the cable is in again.
 */
export type Homes = ReadonlyMap<string, number>;
export const homeKey = ({ id, display }: PlacedOutput): string => JSON.stringify([id, display]);
export type PlacementOptions = { windowed: boolean; console: boolean };

const edidOf = (id: number): number => Math.floor(id / 256);
const fromTheLeft = (a: Screen, b: Screen): number => a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y;
const primaryLast = (a: Screen, b: Screen): number =>
  Number(a.isPrimary) - Number(b.isPrimary) || fromTheLeft(a, b);

/** Each output once, in the rig's order; each display given once. */
export const placeOutputs = (
  outputs: readonly PlacedOutput[],
  screens: readonly Screen[],
  { windowed, console }: PlacementOptions,
  homes: Homes,
): Placement[] => {
  if (windowed) return outputs.map((output) => ({ kind: 'window', output }));
  const ordered = [...screens].sort(console ? primaryLast : fromTheLeft);
  const given = new Map<PlacedOutput, Screen>();
  const give = (find: (output: PlacedOutput, free: Screen[]) => Screen | undefined) => {
    for (const output of outputs) {
      const free = ordered.filter((screen) => ![...given.values()].includes(screen));
      const found = given.has(output) ? undefined : find(output, free);
      if (found !== undefined) given.set(output, found);
    }
  };
  give(({ display }, free) => free.find((screen) => isNamed(display, screen) && isSameEdid(display, screen)));
  give(({ display }, free) => free.find((screen) => isNamed(display, screen)));
  const homeOf = (output: PlacedOutput) => homes.get(homeKey(output));
  give((output, free) => free.find(({ id }) => id === homeOf(output)));
  give((output, free) => {
    const edid = edidOf(homeOf(output) ?? 0);
    return edid === 0 ? undefined : free.find(({ id }) => edidOf(id) === edid);
  });
  const taken = new Set(outputs.map(homeOf));
  const open = ordered.filter((screen) => !console || !screen.isPrimary);
  const isOpen = (screen: Screen) => open.includes(screen) && !taken.has(screen.id);
  give((output, free) => {
    const { index } = output.display;
    const screen = index === null || homeOf(output) !== undefined ? undefined : open[index];
    return screen && isOpen(screen) && free.includes(screen) ? screen : undefined;
  });
  give((output, free) =>
    isUnnamed(output.display) && homeOf(output) === undefined ? free.find(isOpen) : undefined,
  );
  return outputs.map((output) => {
    const screen = given.get(output);
    return screen
      ? { kind: 'display', output, bounds: screen.bounds, screen: screen.id }
      : { kind: 'window', output };
  });
};

const isNamed = (display: OutputRecord['display'], screen: Screen): boolean =>
  display.label !== null && display.label !== '' && display.label === screen.label;
const isSameEdid = (display: OutputRecord['display'], screen: Screen): boolean =>
  display.id !== null && edidOf(display.id) === edidOf(screen.id);
const isUnnamed = ({ label, id, index }: OutputRecord['display']): boolean =>
  label === null && id === null && index === null;
