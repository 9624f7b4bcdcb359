import type * as THREE from 'three';
import { nameOf } from '../../core/ids.ts';
import { frameAt, planAt } from '../../core/playback/frame-at.ts';
import type { Frame } from '../../core/playback/frame.ts';
import type { Plan } from '../../core/playback/plan.ts';
import type { Problem } from '../../core/result.ts';
import type { Link } from '../link/link.ts';
import { startLoop } from '../stage/loop.ts';
import { createRenderer } from '../stage/renderer.ts';
import { createStage, type Stage, type StageInfo } from '../stage/stage.ts';
import { followDocuments, type Documents } from './documents.ts';
import type { Picture } from './picture.ts';
import { createPace } from './pace.ts';
import { createThumbnails } from './thumbnail.ts';
import { upcoming } from './upcoming.ts';
import { createWatch, type Drawn } from './watch.ts';

/**
 * A page that plays: it samples the clock once a tick, finds the plan in force and draws. It needs nothing from the
 * host to draw the next frame. What fails is reported and the last picture stays.
 */
export type PageOptions = {
  link: Link;
  canvas: HTMLCanvasElement;
  /** Makes the picture from the documents; null: there is nothing to show (yet). */
  picture(renderer: THREE.WebGLRenderer, documents: Documents): Picture | null;
  /** Hz and seconds that the picture is drawn ahead. */
  timing(documents: Documents): { refresh: number; ahead: number };
};
/** For tests: `window.frise`. */
export type Hook = {
  log: readonly Drawn[];
  /** The plans that this page knows. */
  plans(): readonly Plan[];
  /** What the last frame cost. */
  cost(): StageInfo | null;
  /** Freezes the clock at so many seconds; null lets it run. */
  hold(clockSeconds: number | null): void;
  /** The first frame has been drawn. */
  ready: Promise<void>;
};
/** Before the first plan. */
const DARK: Frame = { at: 0, plan: 0, position: null, light: 0, groups: [] };
/** Frames: a clock that stands exactly on the grid belongs to the frame that begins there. */
const ROUNDING = 1e-6;
const LOOK_EVERY = 0.5;
const REPORT_EVERY = 1;
const THUMBNAIL_EVERY = 2;

export const startPage = (options: PageOptions): Hook => {
  const { link, canvas } = options;
  const watch = createWatch();
  const thumbnails = createThumbnails();
  const report = (problem: Problem): void => watch.report(problem);
  const renderer = createRenderer(canvas, report);
  const pace = createPace(renderer.getContext());
  let stage: Stage | null = null;
  let picture: Picture | null = null;
  let isStale = true;
  let isLost = false;
  let held: number | null = null;
  let due = { look: 0, report: 0, thumbnail: 0 };
  let readyNow: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    readyNow = resolve;
  });
  const stale = (): void => {
    isStale = true;
  };
  const documents = followDocuments(link, stale);
  addEventListener('resize', stale);
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    isLost = true;
    report({
      code: 'gpu-lost',
      message: 'The graphics card was lost; the picture comes back with it.',
      path: '',
    });
  });
  canvas.addEventListener('webglcontextrestored', () => {
    isLost = false;
    isStale = true;
    pace.reset();
  });

  const rebuild = (): void => {
    const { show, facade } = documents;
    if (!show || !facade) return;
    isStale = false;
    stage?.dispose();
    picture?.dispose();
    picture = options.picture(renderer, documents);
    if (picture) renderer.setSize(picture.width, picture.height, false);
    const { canvas: size, seed, language } = show.show;
    stage = createStage({
      renderer,
      facade,
      canvas: size,
      seed,
      language,
      mediaUrl: (id) => `/media/${nameOf(id)}`,
      mode: 'live',
      report,
    });
    due = { ...due, look: 0 };
  };

  const lookAhead = (now: Documents['show'], plans: readonly Plan[], clock: number, time: number): void => {
    if (!now || !stage || (clock < due.look && due.look <= clock + LOOK_EVERY)) return;
    due.look = clock + LOOK_EVERY;
    for (const frame of upcoming(now, plans, time)) stage.prepare(frame).catch(failed);
  };
  const draw = (clock: number): void => {
    const { show } = documents;
    const plans = link.get('plans');
    if (!show || !plans || !stage || !picture) return;
    const { refresh, ahead } = options.timing(documents);
    const number = Math.floor(clock * refresh + ROUNDING);
    const time = number / refresh + ahead;
    const plan = planAt(plans, time);
    const frame = plan ? frameAt(show, plan, time, link.get('live') ?? []) : { ...DARK, at: time };
    lookAhead(show, plans, clock, time);
    stage.draw(frame, picture.region, picture.target);
    picture.render(number);
    pace.submitted();
    const age = held === null ? (link.showNow() ?? clock) - number / refresh : 0;
    const { position } = frame;
    watch.drawn({ clock: time, position, plan: plan?.id ?? 0, frame: number, drawnAt: clock }, age, refresh);
    readyNow();
  };

  const failed = (error: unknown): void =>
    report({
      code: 'picture-failed',
      message: `${error instanceof Error ? error.message : String(error)}. The last picture stays.`,
      path: '',
    });
  const tell = (clock: number): void => {
    if (clock < due.report && due.report <= clock + REPORT_EVERY) return;
    const thumbnail = clock >= due.thumbnail || due.thumbnail > clock + THUMBNAIL_EVERY;
    due.report = clock + REPORT_EVERY;
    if (thumbnail) due.thumbnail = clock + THUMBNAIL_EVERY;
    if (thumbnail) thumbnails.take(canvas);
    link.report({ ...watch.summary(), thumbnail: thumbnails.next() });
  };
  startLoop((pageMs) => {
    const clock = held ?? link.showNow(pageMs);
    if (clock === null || isLost) return;
    if (isStale) rebuild();
    if (pace.isFree()) draw(clock);
    tell(clock);
  }, failed);
  link.onConnection(() => {
    if (link.isConnected()) watch.reset();
  });
  return {
    log: watch.log,
    plans: () => link.get('plans') ?? [],
    cost: () => (stage ? { ...stage.info } : null),
    hold: (seconds) => (held = seconds),
    ready,
  };
};
