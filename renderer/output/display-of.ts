import type { Topics } from '../../core/control/link.ts';

/** The display that the shell put an output on, by the name that the system has for it; null: none, or not told. */
export const displayOf = (station: Topics['station'] | undefined, output: string): string | null => {
  const place = station?.places.find((each) => each.output === output);
  const display = station?.displays.find(({ id }) => id === place?.display);
  return display?.label || null;
};
