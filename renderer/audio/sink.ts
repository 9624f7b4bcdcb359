import type { Problem } from '../../core/result.ts';

/**
 * Which device a context plays on. The chosen one is known by its name, since a page's ids change; while it is not
 * there the default one plays, with a warning, and when it is back it is taken again. A device that goes without a word
 * is noticed by the clock that stands still.
 */
export interface Sink {
  /** '' is the default. */
  choose(label: string): void;
  /** The list may have changed: devices that were not allowed to be named. */
  look(): void;
  /** Every tick: is the clock running? */
  watch(pageSeconds: number): void;
  /** The one that plays, as far as it is known. */
  label(): string | null;
  /** Names to choose from. */
  labels(): string[];
  problems(): Problem[];
}
type Output = { id: string; label: string };
type WithSink = AudioContext & {
  readonly sinkId: string | object;
  setSinkId(id: string | { type: 'none' }): Promise<void>;
};
const hasSink = (context: AudioContext): context is WithSink => 'setSinkId' in context;

/**
 * Seconds. Not every system tells when a device comes or goes, so the list is asked for now and then, and at once when
 * the clock stands still; a clock that stands much longer though its device is there is started anew.
 */
const LOOK = 0.5;
const STANDS = 0.2;
const DEAD = 1.5;

const listed = async (): Promise<Output[]> => {
  // Over plain http there is no list, and the default device plays.
  if (!('mediaDevices' in navigator)) return [];
  const known = await navigator.mediaDevices.enumerateDevices();
  return known
    .filter(
      ({ kind, deviceId }) => kind === 'audiooutput' && !['', 'default', 'communications'].includes(deviceId),
    )
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
};
const missing = (label: string, why: string): Problem => ({
  code: 'sound-device-missing',
  message: `The sound device “${label}” can’t be used (${why}); the default one plays. Plug it in again, or choose another on the sound page.`,
  path: 'sound:main',
});

/** `onSwitch`: another device plays, its clock and its outputs are others. */
export const createSink = (context: AudioContext, onSwitch: () => void): Sink => {
  let wanted = '';
  let outputs: Output[] = [];
  let problem: Problem | null = null;
  /** What plays; null: not known since it went. */
  let now: Output | null = { id: '', label: '' };
  let queue: Promise<void> = Promise.resolve();
  let isLooking = false;
  /** The browser let it run: what stops it from then on is no longer the browser's caution. */
  let hasRun = false;
  let last = { context: -1, moved: 0, looked: 0 };

  const take = async (output: Output): Promise<boolean> => {
    if (!hasSink(context)) return output.id === '';
    if (output.id === now?.id) return true;
    try {
      // Asked for what it believes to have it does nothing, though the system has moved the sound elsewhere.
      if (context.sinkId === output.id) await context.setSinkId({ type: 'none' });
      await context.setSinkId(output.id);
      now = output;
      onSwitch();
      return true;
    } catch {
      now = null;
      return false;
    }
  };
  const settle = async (): Promise<void> => {
    outputs = await listed();
    const chosen = wanted === '' ? undefined : outputs.find(({ label }) => label === wanted);
    // What is not listed any more is gone, wherever the system has put its sound.
    if (now !== null && now.id !== '' && !outputs.some(({ id }) => id === now?.id)) now = null;
    const isTaken = chosen !== undefined && (await take(chosen));
    if (!isTaken) await take({ id: '', label: '' });
    const why = chosen ? 'it does not open' : 'it is not there';
    problem = wanted === '' || isTaken ? null : missing(wanted, why);
    // A device that goes takes the context to sleep with it.
    if (hasRun && context.state === 'suspended') await context.resume();
  };
  const queued = (work: () => Promise<void>): void => {
    const attempt = async (): Promise<void> => {
      isLooking = true;
      await work().catch(() => undefined);
      isLooking = false;
    };
    queue = queue.then(attempt);
  };
  const again = (): void => queued(settle);
  const restart = async (): Promise<void> => {
    await context.suspend();
    await context.resume();
    onSwitch();
  };
  if ('mediaDevices' in navigator) navigator.mediaDevices.addEventListener('devicechange', again);
  context.addEventListener('error', again);
  again();
  return {
    choose(label) {
      if (label === wanted) return;
      wanted = label;
      again();
    },
    look: again,
    watch(page) {
      const { currentTime, state } = context;
      hasRun ||= state === 'running';
      if (currentTime !== last.context) last = { ...last, context: currentTime, moved: page };
      const stood = state === 'running' ? page - last.moved : 0;
      if (isLooking || page - last.looked < (stood > STANDS ? STANDS : LOOK)) return;
      last = { ...last, looked: page };
      if (stood > DEAD) queued(restart);
      else again();
    },
    label: () => now?.label || null,
    labels: () => outputs.map(({ label }) => label).filter((label) => label !== ''),
    problems: () => (problem ? [problem] : []),
  };
};
