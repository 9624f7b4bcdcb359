import { isMuted } from '../../core/control/remote.topics.ts';
import { openDevice } from '../audio/device.ts';
import { createEngine } from '../audio/engine.ts';
import { after } from '../link/clock.ts';
import type { Link } from '../link/link.ts';
import { silentWhile } from '../link/other-topics.ts';
import { programmeWords } from './words.ts';

/**
 * The feed's own sound, by the same engine as the sound page's, following the show clock and never leading it. Where a
 * browser wants a click first, one line asks for it; OBS and kiosks play at once.
 */
export const playSound = (link: Link, isAway: () => boolean): (() => AudioContextState) => {
  const device = openDevice();
  createEngine(
    silentWhile(link, () => isAway() || isMuted(link.get('spare'))),
    device,
  );
  const { context } = device;
  const button = document.createElement('button');
  button.textContent = programmeWords.sound;
  button.className = 'sound';
  button.hidden = true;
  document.body.append(button);
  const resume = () => void context.resume();
  // Any click or key will do: a kiosk's first touch is not always on the line.
  addEventListener('pointerdown', resume);
  addEventListener('keydown', resume);
  const show = () => (button.hidden = context.state === 'running');
  context.addEventListener('statechange', show);
  resume();
  after(askAfterMs, show);
  return () => context.state;
};
/** A browser that allows sound starts it within this. */
const askAfterMs = 700;
