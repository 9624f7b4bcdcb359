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
type WithSink = AudioContext & { setSinkId(id: string): Promise<void> };
const hasSink = (context: AudioContext): context is WithSink => 'setSinkId' in context;

/** Seconds that the clock may stand still before the device is taken to be gone; between two attempts. */
const STANDS = 0.25;
const AGAIN = 0.5;

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
  /** What setSinkId was last told. */
  let now: Output = { id: '', label: '' };
  let queue: Promise<void> = Promise.resolve();
  let last = { context: -1, page: 0, tried: 0 };

  const take = async (output: Output): Promise<boolean> => {
    if (!hasSink(context)) return output.id === '';
    if (output.id === now.id) return true;
    try {
      await context.setSinkId(output.id);
      now = output;
      onSwitch();
      return true;
    } catch {
      return false;
    }
  };
  const settle = async (): Promise<void> => {
    outputs = await listed();
    const chosen = wanted === '' ? undefined : outputs.find(({ label }) => label === wanted);
    const isTaken = chosen !== undefined && (await take(chosen));
    if (!isTaken) await take({ id: '', label: '' });
    const why = chosen ? 'it does not open' : 'it is not there';
    problem = wanted === '' || isTaken ? null : missing(wanted, why);
  };
  const again = (): void => {
    queue = queue.then(settle, settle);
  };
  /** The device under it has gone: the default one, opened anew. */
  const reopen = async (): Promise<void> => {
    if (hasSink(context) && now.id !== '') {
      await take({ id: '', label: '' });
    } else {
      await context.suspend();
      await context.resume();
      onSwitch();
    }
    await settle();
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
      if (state !== 'running' || currentTime !== last.context) {
        last = { ...last, context: currentTime, page };
        return;
      }
      if (page - last.page < STANDS || page - last.tried < AGAIN) return;
      last = { ...last, tried: page };
      queue = queue.then(reopen, reopen);
    },
    label: () => now.label || null,
    labels: () => outputs.map(({ label }) => label).filter((label) => label !== ''),
    problems: () => (problem ? [problem] : []),
  };
};
