import type * as THREE from 'three';
import { NO_LINE_UP } from '../../core/control/line-up.ts';
import type { Frame } from '../../core/playback/frame.ts';
import type { Plan } from '../../core/playback/plan.ts';
import type { Link } from '../link/link.ts';
import { createPageInputs, tellOfInputs } from '../live/page-inputs.ts';
import { startLoop } from '../stage/loop.ts';
import type { StageInfo } from '../stage/stage.ts';
import { displayOf } from './display-of.ts';
import { followDocuments, type Documents } from './documents.ts';
import { createLookAhead } from './look-ahead.ts';
import { gridOf, playedAt, type Playing } from './moment.ts';
import { createScene, type Scene } from './scene.ts';
import { createScreen, GPU_LOST } from './screen.ts';
import { createPageFacts } from './page-facts.ts';
import { createTelling } from './telling.ts';
import { tryMediaWhenAsked } from './try-media.ts';
import type { View } from './view.ts';
import { createWatch, type Drawn } from './watch.ts';

/**
 * A page that plays: it samples the clock once a tick, finds the plan in force and draws. It needs nothing from the
 * host to draw the next frame. What fails is reported and the last picture stays.
 */
export type PageOptions = {
  link: Link;
  canvas: HTMLCanvasElement;
  /** Makes the view from the documents; null: there is nothing to show (yet). */
  view(renderer: THREE.WebGLRenderer, documents: Documents): View | null;
  /** Hz, and seconds that the picture is drawn ahead. */
  timing(documents: Documents): { refresh: number; ahead: number };
  /** Draws each frame of its grid once: less work where the grid is coarser than the screen's. */
  isCapped?: boolean;
  /** The wall must not flash white when this page dies: see `negative.ts`. */
  isNegative?: boolean;
  /** Tells the host nothing of itself. */
  isSilent?: boolean;
};
/** For tests: `window.frise`. */
export type Hook = {
  log: readonly Drawn[];
  /** The plans that this page knows. */
  plans(): readonly Plan[];
  /** The show clock as this page knows it. */
  now(): number | null;
  /** What the last frame cost. */
  cost(): StageInfo | null;
  made: Scene['made'];
  /** What lies on the graphics card. */
  memory(): { textures: number; geometries: number; programs: number };
  light(): 'coarse' | 'full' | null;
  /** Freezes the clock at so many seconds; null lets it run. */
  hold(clockSeconds: number | null): void;
  /** The first frame has been drawn. */
  ready: Promise<void>;
};

export const startPage = (options: PageOptions): Hook => {
  const { link, canvas, timing } = options;
  const watch = createWatch();
  const { report } = watch;
  const isNegative = options.isNegative === true;
  const screen = createScreen({
    canvas,
    isNegative,
    report,
    lost: () => report(GPU_LOST),
    restored() {
      watch.clear(GPU_LOST.code);
      scene.stale('stage');
    },
    // A page that is loaded anew has a context of its own.
    gone: () => location.reload(),
  });
  const documents = followDocuments(link, {
    stage: () => scene.stale('stage'),
    rig: () => scene.stale('rig'),
  });
  const inputs = createPageInputs(link);
  if (options.isSilent !== true) tellOfInputs(link, inputs);
  const scene = createScene({
    renderer: screen.renderer,
    blank: screen.blank,
    documents,
    makeView: options.view,
    report,
    inputs,
  });
  const failed = (error: unknown): void => report(pictureFailed(error));
  const look = createLookAhead(failed);
  const facts = createPageFacts(canvas, screen.renderer);
  const tell = createTelling(link, watch, { canvas, isNegative }, scene.view, () =>
    screen.isLost() ? null : facts(),
  );
  tryMediaWhenAsked(link);
  const ready = createSignal();
  let held: number | null = null;
  let drawn = -1;
  /** A clock that is held is drawn on and on: whoever holds it waits for its picture. */
  const isNews = (clock: number): boolean => {
    const { frame } = gridOf(clock, timing(documents).refresh);
    const isNew = options.isCapped !== true || held !== null || frame !== drawn;
    drawn = frame;
    return isNew;
  };
  addEventListener('resize', () => scene.stale('view'));
  link.onConnection(() => {
    if (link.isConnected()) watch.reset();
  });

  /** false: there is nothing to draw yet. */
  const draw = (clock: number): boolean => {
    const playing = playingOf(link, documents);
    const [stage, view] = [scene.stage(), scene.view()];
    if (!playing || !stage || !view) return false;
    const { refresh, ahead } = timing(documents);
    const grid = gridOf(clock, refresh);
    const frameOf = createFrames(playing);
    const { frozenAt } = playing.lineUp;
    inputs.hold(frozenAt !== null && grid.clock + ahead >= frozenAt);
    view.draw({
      ...grid,
      lineUp: playing.lineUp,
      displayOf: (output) => displayOf(link.get('station'), output),
      show: (by, region, target) => stage.draw(frameOf(grid.clock + by), region, target),
    });
    screen.submitted();
    const age = held === null ? (link.showNow() ?? clock) - grid.clock : 0;
    const { at, position, plan } = frameOf(grid.clock + ahead);
    watch.drawn(
      { clock: at, position, plan, frame: grid.frame, drawnAt: clock, rig: scene.made.rig, ...shownBy(view) },
      age,
      refresh,
    );
    ready.tell();
    look(stage, playing, clock, grid.clock + ahead);
    return true;
  };
  startLoop((pageMs) => {
    const clock = held ?? link.showNow(pageMs);
    if (clock === null) return;
    if (!screen.isLost()) scene.refresh();
    const isDrawn = !screen.isLost() && screen.pace.isFree() && isNews(clock) && draw(clock);
    if (options.isSilent !== true) tell(clock, isDrawn);
  }, failed);
  return {
    log: watch.log,
    plans: () => link.get('plans') ?? [],
    now: () => link.showNow(),
    cost() {
      const stage = scene.stage();
      return stage ? { ...stage.info } : null;
    },
    made: scene.made,
    memory() {
      const { memory, programs } = screen.renderer.info;
      const { textures, geometries } = memory;
      return { textures, geometries, programs: programs?.length ?? 0 };
    },
    light: () => scene.view()?.light ?? null,
    hold: (seconds) => (held = seconds),
    ready: ready.promise,
  };
};

const playingOf = (link: Link, { show, incoming }: Documents): Playing | null => {
  const plans = link.get('plans');
  if (!show || !plans) return null;
  return { show, incoming, plans, live: link.get('live') ?? [], lineUp: link.get('lineUp') ?? NO_LINE_UP };
};

/** Outputs of one latency share a frame. */
const createFrames = (playing: Playing) => {
  const made = new Map<number, Frame>();
  return (time: number): Frame => {
    const frame = made.get(time) ?? playedAt(playing, time);
    made.set(time, frame);
    return frame;
  };
};

/** What each output of a shared window shows. */
const shownBy = ({ parts }: View): Pick<Drawn, 'parts'> => {
  if (!parts) return {};
  const seen = parts().flatMap(({ output, at }) => (at === null ? [] : [[output, at] as const]));
  return { parts: Object.fromEntries(seen) };
};

const pictureFailed = (error: unknown) => ({
  code: 'picture-failed',
  message: `${error instanceof Error ? error.message : String(error)}. The last picture stays.`,
  path: '',
});

const createSignal = () => {
  let tell: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { promise, tell };
};
