import type { OutputRecord } from './rig.schema.ts';

/**
 * Which display an output belongs to. A display's id is hash(EDID)·256 + port: after cables are swapped ids are new, but
 * only in their last byte, so a display is known by its name and floor(id/256), and one without a name (no EDID) by its
 * place on the desktop; never by the id alone.
 */
export type Display = { id: number; label: string; x: number; y: number; width: number; height: number };
export type DisplayRecord = OutputRecord['display'];
export type DisplayPlace = {
  /** The output's name part. */
  output: string;
  kind: 'display' | 'window' | 'waiting';
  /** The display's id. */
  display: number | null;
  match: 'found' | 'moved' | 'guessed' | 'none';
};

const portsPerEdid = 256;
export const edidOf = (id: number): number => Math.floor(id / portsPerEdid);

export const isNamed = ({ label }: DisplayRecord, display: Display): boolean =>
  label !== null && label !== '' && label === display.label;
export const isSameEdid = ({ id }: DisplayRecord, display: Display): boolean =>
  id !== null && edidOf(id) === edidOf(display.id);
/** Lies where it lay when it was assigned. */
export const isThere = ({ position }: DisplayRecord, { x, y }: Display): boolean =>
  position !== null && position.x === x && position.y === y;
const hasName = ({ label }: DisplayRecord): boolean => label !== null && label !== '';
/** Someone said which display it is to have, by name or, for one without a name, by place. */
export const isAssigned = (record: DisplayRecord): boolean => hasName(record) || record.position !== null;
/** How sure it is that `display` is the one that the record means. */
export const matchOf = (record: DisplayRecord, display: Display): 'found' | 'moved' | 'guessed' => {
  const isMeant = isNamed(record, display) || (!hasName(record) && record.position !== null);
  if (!isMeant) return 'guessed';
  return record.position === null || isThere(record, display) ? 'found' : 'moved';
};

/** The record of an output that is given `display`; null takes it away, and the output goes by order again. */
export const assignDisplay = ({ display: { span } }: OutputRecord, display: Display | null): DisplayRecord =>
  display === null
    ? { label: null, id: null, index: null, position: null, span }
    : {
        label: display.label === '' ? null : display.label,
        id: display.id,
        index: null,
        position: { x: display.x, y: display.y },
        span,
      };

/** The records of two outputs that change places; a shared window belongs to the displays and stays with them. */
export const swapDisplays = (a: OutputRecord, b: OutputRecord): [DisplayRecord, DisplayRecord] => [
  b.display,
  a.display,
];

type Keyed = OutputRecord & { key: string };
/**
 * The records that change when the output `key` is given the display `id`: its own, and that of the output that has the
 * display now, which gets the former one's in exchange; {} for an output or display that is not there.
 */
export const giveDisplay = (
  outputs: readonly Keyed[],
  displays: readonly Display[],
  places: readonly DisplayPlace[],
  key: string,
  id: number,
): Record<string, DisplayRecord> => {
  const output = outputs.find((each) => each.key === key);
  const display = displays.find((each) => each.id === id);
  if (!output || !display) return {};
  const holder = places.find((place) => place.display === id && place.output !== key)?.output;
  const other = outputs.find((each) => each.key === holder);
  const own = places.find((place) => place.output === key)?.display;
  const left = displays.find((each) => each.id === own) ?? null;
  return {
    [key]: assignDisplay(other ? withSpan(output, other) : output, display),
    ...(other && { [other.key]: assignDisplay(withSpan(other, output), left) }),
  };
};
const withSpan = (output: Keyed, { display: { span } }: Keyed): Keyed => ({
  ...output,
  display: { ...output.display, span },
});

export type DisplaySummary = {
  /** Displays that the machine has, and outputs that the rig has. */
  displays: number;
  expected: number;
  /** Names of the outputs, by how they were placed; `absent`: no shell has told of them. */
  found: string[];
  moved: string[];
  guessed: string[];
  waiting: string[];
  windows: string[];
  absent: string[];
  /** Outputs that are not where the rig says. */
  astray: number;
};
/** What the first page says: so many displays found, the rig expects so many, so many are not where they were. */
export const displaySummary = (
  outputs: readonly { key: string }[],
  displays: readonly { id: number }[],
  places: readonly DisplayPlace[],
): DisplaySummary => {
  const placeOf = ({ key }: { key: string }) => places.find(({ output }) => output === key);
  const named = (fits: (place: DisplayPlace | undefined) => boolean) =>
    outputs.filter((output) => fits(placeOf(output))).map(({ key }) => key);
  const on = (match: DisplayPlace['match']) =>
    named((place) => place?.kind === 'display' && place.match === match);
  const [moved, waiting] = [on('moved'), named((place) => place?.kind === 'waiting')];
  return {
    displays: displays.length,
    expected: outputs.length,
    found: on('found'),
    moved,
    guessed: on('guessed'),
    waiting,
    windows: named((place) => place?.kind === 'window'),
    absent: named((place) => place === undefined),
    astray: moved.length + waiting.length,
  };
};
