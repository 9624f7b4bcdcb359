import type { Problem } from '../../core/result.ts';
import { displaySummary } from '../../core/rig/display.ts';
import type { CompiledOutput, CompiledRig } from '../../core/rig/rig.document.ts';
import type { Displays } from './places.ts';

/** What is said of outputs that are not on the display that the rig means, in words. */
const called = (label: string | null | undefined): string => (label ? ` ${label}` : '');
const at = ({ x, y }: { x: number; y: number }): string => `${x}, ${y}`;

const findPlace = ({ displays, places }: Displays, key: string) => {
  const place = places.find(({ output }) => output === key);
  return { place, display: displays.find(({ id }) => id === place?.display) };
};

/** `had`: the name of the display that it had in this run; undefined: none. */
export const displayProblem = (
  { id, key, name, display: record }: CompiledOutput,
  now: Displays,
  had: string | undefined,
): Problem | null => {
  const { place, display } = findPlace(now, key);
  if (place?.kind === 'waiting' && had !== undefined)
    return {
      code: 'display-lost',
      message: `The display${called(had)} of "${name}" is gone; the output waits. Look at its power and cable: it comes back where it was.`,
      path: id,
    };
  if (place?.kind === 'waiting')
    return {
      code: 'display-missing',
      message: `"${name}" waits for its display${called(record.label)}, which is not there. Switch it on and plug it in, or give the output another one under Calibrate; --windowed opens it in a window.`,
      path: id,
    };
  if (place?.match !== 'moved' || !display || !record.position) return null;
  return {
    code: 'display-moved',
    message: `The display${called(display.label)} of "${name}" lies at ${at(display)} and lay at ${at(record.position)}. If the picture is right, give it this display anew under Calibrate; if not, put cables and screen order back.`,
    path: id,
  };
};

/** null while every output is where the rig says, or nowhere in particular. */
export const summaryProblem = ({ id, rig, outputs }: CompiledRig, now: Displays): Problem | null => {
  const { displays, expected, astray } = displaySummary(outputs, now.displays, now.places);
  if (astray === 0) return null;
  return {
    code: 'displays-astray',
    message: `${displays} displays found, the rig "${rig.title}" expects ${expected}, ${astray} not where the rig says. Look at each under Calibrate.`,
    path: id,
  };
};

/** Where an output is, for the journal; undefined: nobody said. */
export const placeWords = (now: Displays, key: string): string | undefined => {
  const { place, display } = findPlace(now, key);
  if (!place) return undefined;
  switch (place.kind) {
    case 'display':
      return display ? `is on the display${called(display.label)} at ${at(display)}` : 'is on a display';
    case 'window':
      return 'is in a window';
    case 'waiting':
      return 'waits for its display';
    default:
      return place.kind satisfies never;
  }
};
