/**
 * From levels to what a fader rides. A value is the share 0–1 of the fader, bent by its curve and put into its range.
 *
 * Pickup: a fader that stands elsewhere than what it rides does nothing until it has met it (or crossed it between two
 * packets); so nothing jumps when a desk is armed, is switched on, or when someone else has moved the value meanwhile.
 */
export type Slot = {
  /** 1–512; of a 16-bit fader the coarse one, the fine one follows. */
  channel: number;
  wide: 8 | 16;
  curve: 'linear' | 'square' | 's';
  /** Value at the bottom and at the top of the fader; may run downwards. */
  range: readonly [number, number];
};

/** 0–1, as the fader stands. */
export const shareOf = ({ channel, wide }: Pick<Slot, 'channel' | 'wide'>, levels: Uint8Array): number => {
  const coarse = levels[channel - 1] ?? 0;
  return wide === 8 ? coarse / 255 : (coarse * 256 + (levels[channel] ?? 0)) / 65_535;
};

const curves = {
  linear: (share: number) => share,
  square: (share: number) => share * share,
  s: (share: number) => share * share * (3 - 2 * share),
} as const;

export const valueOf = (slot: Slot, levels: Uint8Array): number => {
  const [bottom, top] = slot.range;
  return bottom + (top - bottom) * curves[slot.curve](shareOf(slot, levels));
};

/** Half a step of 8 bits more than one step: a fader that rests beside the value has met it. */
export const toleranceOf = ({ range: [bottom, top] }: Pick<Slot, 'range'>): number =>
  (1.5 / 255) * Math.abs(top - bottom);

export type Pickup = {
  hasMet: boolean;
  /** On which side of the value the fader was last; null: not seen yet. */
  side: 'above' | 'below' | null;
};
export const notMet: Pickup = { hasMet: false, side: null };

/** `present`: what is ridden now. */
export const pickUp = (before: Pickup, value: number, present: number, tolerance: number): Pickup => {
  if (before.hasMet) return before;
  const side = value > present ? 'above' : 'below';
  const isMet = Math.abs(value - present) <= tolerance;
  const hasCrossed = before.side !== null && before.side !== side;
  return { hasMet: isMet || hasCrossed, side };
};

/** A switch made of a level: on from the middle up, off a little below it, as before in between. */
export const switchOf = (share: number, wasOn: boolean | null): boolean =>
  share >= 0.5 || (share > 0.45 && wasOn === true);
