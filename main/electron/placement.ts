import {
  edidOf,
  isAssigned,
  isNamed,
  isSameEdid,
  isThere,
  matchOf,
  type Display,
  type DisplayPlace,
} from '../../core/rig/display.ts';
import type { OutputRecord } from '../../core/rig/rig.schema.ts';

/**
 * Which output is drawn on which display: what is meant by name and EDID first, then what it had in this run, then by
 * place, and what nobody has assigned by order, displays left to right; the primary one is left free where a console is
 * open on it. An output whose display has gone waits: it takes no other, and nothing opens over a console.
 */
export type Bounds = { x: number; y: number; width: number; height: number };
export type Screen = Display & { isPrimary: boolean };
export type PlacedOutput = {
  id: string;
  name: string;
  width: number;
  height: number;
  display: OutputRecord['display'];
};
export type Placement =
  | { kind: 'display'; output: PlacedOutput; screen: Screen; match: 'found' | 'moved' | 'guessed' }
  | { kind: 'window'; output: PlacedOutput }
  | { kind: 'waiting'; output: PlacedOutput };
/**
 * Output and how it asks for its display → the display's id that it had in this run: when a neighbour's cable falls out,
 * nobody else moves, and it finds back when the cable is in again.
 */
export type Homes = ReadonlyMap<string, number>;
export const homeKey = ({ id, display }: PlacedOutput): string =>
  JSON.stringify([id, display.label, display.id, display.index, display.position]);
export type PlacementOptions = { windowed: boolean; console: boolean };

const fromTheLeft = (a: Screen, b: Screen): number => a.x - b.x || a.y - b.y;
const primaryLast = (a: Screen, b: Screen): number =>
  Number(a.isPrimary) - Number(b.isPrimary) || fromTheLeft(a, b);

/** `home`: the id of the display that it had in this run. Strongest first; each is asked for every output in turn. */
type Rule = (display: OutputRecord['display'], screen: Screen, home: number | undefined) => boolean;
const isUnit: Rule = (display, screen) => isNamed(display, screen) && isSameEdid(display, screen);
/** By name alone: of two that a rig tells apart by their EDID one may not jump to the other's in the middle of a run. */
const isNamesake: Rule = (display, screen, home) =>
  isNamed(display, screen) && (display.id === null || home === undefined);
const isNameless = ({ label }: OutputRecord['display']): boolean => label === null || label === '';
const rules = (console: boolean): Rule[] => [
  (display, screen, home) => isUnit(display, screen, home) && screen.id === home,
  (display, screen, home) => isUnit(display, screen, home) && isThere(display, screen),
  isUnit,
  (display, screen, home) => isNamed(display, screen) && screen.id === home,
  (_display, { id }, home) => id === home,
  (_display, { id }, home) => home !== undefined && edidOf(home) !== 0 && edidOf(id) === edidOf(home),
  (display, screen, home) => isNamesake(display, screen, home) && isThere(display, screen),
  isNamesake,
  (display, screen, home) => isNameless(display) && home === undefined && isThere(display, screen),
  // Another projector stands in the place of the one that is meant.
  (display, screen, home) => home === undefined && isThere(display, screen) && !(console && screen.isPrimary),
];

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
  const homeOf = (output: PlacedOutput) => homes.get(homeKey(output));
  const give = (find: (output: PlacedOutput, free: Screen[]) => Screen | undefined) => {
    for (const output of outputs) {
      const free = ordered.filter((screen) => ![...given.values()].includes(screen));
      const found = given.has(output) ? undefined : find(output, free);
      if (found !== undefined) given.set(output, found);
    }
  };
  for (const rule of rules(console))
    give((output, free) => free.find((screen) => rule(output.display, screen, homeOf(output))));
  const taken = new Set(outputs.map(homeOf));
  const open = ordered.filter((screen) => !console || !screen.isPrimary);
  const isOpen = (screen: Screen) => open.includes(screen) && !taken.has(screen.id);
  const isGuessed = (output: PlacedOutput) => homeOf(output) === undefined && !isAssigned(output.display);
  give((output, free) => {
    const { index } = output.display;
    const screen = index === null || homeOf(output) !== undefined ? undefined : open[index];
    return screen && isOpen(screen) && free.includes(screen) ? screen : undefined;
  });
  give((output, free) =>
    isGuessed(output) && output.display.id === null && output.display.index === null
      ? free.find(isOpen)
      : undefined,
  );
  return outputs.map((output): Placement => {
    const screen = given.get(output);
    if (screen) return { kind: 'display', output, screen, match: matchOf(output.display, screen) };
    return { kind: isGuessed(output) ? 'window' : 'waiting', output };
  });
};

/** As the host is told. */
export const placesOf = (placements: readonly Placement[]): DisplayPlace[] =>
  placements.map((each) => ({
    output: each.output.id,
    kind: each.kind,
    display: each.kind === 'display' ? each.screen.id : null,
    match: each.kind === 'display' ? each.match : 'none',
  }));
