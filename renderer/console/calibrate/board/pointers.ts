import { pinch, toUnits, type BoardView, type Place } from './view-box.ts';

/**
 * Fingers and mouse on a board: one pointer works a tool or moves the view, two fingers zoom. A second finger ends what
 * the first had begun without keeping it: a pinch must never leave a point behind.
 */
export type Press = {
  /** Board units. */
  at: Place;
  /** CSS pixels within which a handle counts as touched. */
  reach: number;
  /** Units a CSS pixel. */
  unit: number;
  isTouch: boolean;
  shift: boolean;
  alt: boolean;
};
export interface Drag {
  move(press: Press): void;
  end(): void;
  cancel(): void;
}
/** null: nothing here for the tool, so the view moves (touch) or nothing happens (mouse). */
export type Tool = (press: Press) => Drag | null;
export type PointerInput = {
  id: number;
  at: Place;
  isTouch: boolean;
  /** The mouse's right or middle button. */
  isPan: boolean;
  shift: boolean;
  alt: boolean;
};
export interface Pointers {
  down(pointer: PointerInput): void;
  move(pointer: PointerInput): void;
  up(id: number): void;
  /** The browser took the pointer away, or Esc. */
  cancel(): void;
}
type Board = {
  view(): BoardView;
  setView(view: BoardView): void;
  fitted(): number;
  tool(): Tool;
  /** A tool has begun, or ended, a drag. */
  onDrag(isUnderWay: boolean): void;
};

const mouseReach = 10;
const touchReach = 30;

export const createPointers = (board: Board): Pointers => {
  const down = new Map<number, Place>();
  let drag: { id: number; drag: Drag } | null = null;
  let pan: number | null = null;

  const pressOf = ({ at, isTouch, shift, alt }: PointerInput): Press => ({
    at: toUnits(board.view(), at),
    reach: isTouch ? touchReach : mouseReach,
    unit: 1 / board.view().scale,
    isTouch,
    shift,
    alt,
  });
  const stop = (how: 'end' | 'cancel'): void => {
    const ended = drag;
    drag = null;
    if (!ended) return;
    board.onDrag(false);
    ended.drag[how]();
  };
  const pair = (): [Place, Place] | null => {
    const [a, b] = [...down.values()];
    return a && b ? [a, b] : null;
  };
  const panBy = (before: Place, after: Place): void => {
    const view = board.view();
    board.setView({ ...view, x: view.x + after[0] - before[0], y: view.y + after[1] - before[1] });
  };
  return {
    down(pointer) {
      down.set(pointer.id, pointer.at);
      if (down.size > 1) {
        stop('cancel');
        pan = null;
        return;
      }
      const begun = pointer.isPan ? null : board.tool()(pressOf(pointer));
      if (begun) {
        drag = { id: pointer.id, drag: begun };
        board.onDrag(true);
      } else if (pointer.isPan || pointer.isTouch) pan = pointer.id;
    },
    move(pointer) {
      const before = down.get(pointer.id);
      if (!before) return;
      const fingers = pair();
      down.set(pointer.id, pointer.at);
      const after = pair();
      if (fingers && after) board.setView(pinch(board.view(), fingers, after, board.fitted()));
      else if (drag?.id === pointer.id) drag.drag.move(pressOf(pointer));
      else if (pan === pointer.id) panBy(before, pointer.at);
    },
    up(id) {
      down.delete(id);
      if (drag?.id === id) stop('end');
      if (pan === id) pan = null;
    },
    cancel() {
      down.clear();
      pan = null;
      stop('cancel');
    },
  };
};
