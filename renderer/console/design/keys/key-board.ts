import type { Keyable } from '../../../../core/show/keys-edit/keyable.ts';
import { pickCount, type Picks } from '../../../../core/show/keys-edit/lanes.ts';
import { isTextField } from '../../escape.ts';
import { rangeOf } from './curve-view.ts';
import { keyPress, type KeyPress } from './key-shortcuts.ts';
import { neighbour, withPicks } from './lane-view.ts';
import type { ClipKeysState } from './use-keys.ts';

/** The lanes by keyboard. What is done here reaches the page's own keys no more: Delete takes keys and not the clip. */
type Options = {
  keys: ClipKeysState;
  lanes: readonly Keyable[];
  active: Keyable | null;
  /** Of the playhead, seconds from the clip's start. */
  at: number;
  onActive(param: string): void;
  onCurve(): void;
};

/** A hundredth of what the lane's values span, as a round number. */
const stepOf = ({ still }: ClipKeysState, lane: Keyable): number => {
  if (lane.isWhole) return 1;
  const { low, high } = rangeOf(still.lanes[lane.param] ?? [], lane);
  return 10 ** Math.round(Math.log10(Math.max(1e-6, (high - low) / 100)));
};

const perform = (press: KeyPress, options: Options): void => {
  const { keys, lanes, active, at, onActive, onCurve } = options;
  const { still } = keys;
  const all = (): Picks =>
    new Map(lanes.map(({ param }) => [param, new Set((still.lanes[param] ?? []).keys())]));
  switch (press.kind) {
    case 'nudge':
      return keys.nudge(press.frames);
    case 'up':
    case 'down': {
      const way = press.kind === 'up' ? 1 : -1;
      if (active && pickCount(still.picks) > 0) return keys.raise(way * press.steps * stepOf(keys, active));
      const next = lanes[lanes.findIndex((lane) => lane === active) - way];
      return next ? onActive(next.param) : undefined;
    }
    case 'walk': {
      const lane = active ? (still.lanes[active.param] ?? []) : [];
      if (!active || lane.length === 0) return;
      const one = new Map([[active.param, new Set([neighbour(lane, still.picks, active.param, press.by)])]]);
      return keys.pick(press.isMore ? withPicks(still.picks, one) : one);
    }
    case 'add':
      return active ? keys.put(active.param, at) : undefined;
    case 'delete':
      return keys.remove();
    case 'copy':
      return void keys.copy();
    case 'cut':
      return keys.copy() ? keys.remove() : undefined;
    case 'paste':
      return keys.paste(active?.param ?? null);
    case 'reverse':
      return keys.reverse();
    case 'all':
      return keys.pick(all());
    case 'curve':
      return onCurve();
  }
};

export const keyBoard =
  (options: Options) =>
  (event: React.KeyboardEvent): void => {
    if (isTextField(event.target)) return;
    const press = keyPress(event.nativeEvent);
    // Enter and the arrows of a button are its own.
    const isButton = event.target instanceof HTMLButtonElement;
    if (press === null || (isButton && event.key === 'Enter')) return;
    event.preventDefault();
    event.stopPropagation();
    perform(press, options);
  };
