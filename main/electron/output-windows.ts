import { screens as presentScreens } from './displays.ts';
import { openOutputWindow, type OutputWindow } from './output-window.ts';
import {
  homeKey,
  placeOutputs,
  placesOf,
  type Placement,
  type PlacedOutput,
  type PlacementOptions,
} from './placement.ts';
import { keepBounds, planWindows, type WindowPlan } from './window-plan.ts';

/** The outputs' windows follow the rig and the displays; one whose place hasn't changed is left alone. */
export interface OutputWindows {
  setOutputs(outputs: PlacedOutput[]): void;
  /** Displays came, went or changed. */
  refresh(): void;
  /** A display has just gone: what is on it alone must not turn up on another. */
  lost(screen: number): void;
  /** Windows that are open or wait for their display. */
  count(): number;
}
export type OutputWindowEvents = {
  placed(placements: Placement[], places: ReturnType<typeof placesOf>): void;
  shown(): void;
  closed(): void;
};
type Open = { window: OutputWindow; plan: WindowPlan };

export const createOutputWindows = (
  http: string,
  options: PlacementOptions,
  events: OutputWindowEvents,
): OutputWindows => {
  const open = new Map<string, Open>();
  /** By hand: stays closed until its place changes. */
  const closed = new Map<string, string>();
  const homes = new Map<string, number>();
  let outputs: PlacedOutput[] = [];
  let plans: WindowPlan[] = [];

  const close = (key: string) => {
    const entry = open.get(key);
    open.delete(key);
    entry?.window.destroy();
  };
  const show = (plan: WindowPlan, number: number) => {
    const { key } = plan;
    const entry: Open = {
      plan,
      window: openOutputWindow(`${http}/output/${key}`, plan, number, {
        shown: events.shown,
        closed() {
          if (open.get(key) !== entry) return;
          open.delete(key);
          closed.set(key, placeText(entry.plan));
          events.closed();
        },
      }),
    };
    open.set(key, entry);
  };
  const wait = ({ plan, window }: Open) => {
    // There a full-screen window is a space of its own, which hiding would leave behind.
    if (process.platform === 'darwin') close(plan.key);
    else if (!window.isWaiting()) window.wait();
  };
  const apply = (plan: WindowPlan, number: number) => {
    const { key, place } = plan;
    const entry = open.get(key);
    if (place.kind === 'waiting') return entry && wait(entry);
    if (entry === undefined) {
      if (closed.get(key) === placeText(plan)) return undefined;
      closed.delete(key);
      return show(plan, number);
    }
    const before = entry.plan;
    entry.plan = plan;
    if (!entry.window.isWaiting() && placeText(before) === placeText(plan)) return entry.window.lookAgain();
    if (place.kind === 'display' && before.place.kind === 'display') return entry.window.putOn(place.bounds);
    close(key);
    return show(plan, number);
  };
  const refresh = () => {
    const screens = presentScreens();
    const placements = placeOutputs(outputs, screens, options, homes);
    for (const each of placements)
      if (each.kind === 'display') homes.set(homeKey(each.output), each.screen.id);
    plans = planWindows(placements, screens).map((plan) => {
      const before = open.get(plan.key);
      return before ? keepBounds(plan, before.plan, screens) : plan;
    });
    const wanted = new Set(plans.map(({ key }) => key));
    for (const key of open.keys()) if (!wanted.has(key)) close(key);
    plans.forEach(apply);
    events.placed(placements, placesOf(placements));
  };
  return {
    setOutputs(next) {
      outputs = next;
      refresh();
    },
    refresh,
    lost(screen) {
      for (const entry of open.values()) {
        const { place } = entry.plan;
        if (place.kind === 'display' && place.screens.every((id) => id === screen)) wait(entry);
      }
    },
    count: () => plans.filter(({ key, place }) => place.kind === 'waiting' || open.has(key)).length,
  };
};

/** Where a window is; the ids of its displays change nothing of it. */
const placeText = ({ place }: WindowPlan): string =>
  JSON.stringify(place.kind === 'display' ? [place.kind, place.bounds] : place);
