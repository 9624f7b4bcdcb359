import { useCallback, useEffect, useRef, useState } from 'react';
import type { CompiledShow } from '../../../../core/show/compiled.ts';
import { useSession } from '../../pairing/session.ts';
import { useKept } from '../../run/device.ts';
import { useTopic } from '../../use-link.ts';
import type { Playhead } from '../use-playhead.ts';
import type { PreviewSound } from './preview-sound.ts';

/**
 * Whether the preview is heard here. Off until somebody asks for it: the page may stand on the machine that plays the
 * show, and then its device is the audience's. There it is silent, too, as long as something plays.
 */
export type Sounding = {
  isOn: boolean;
  /** The show plays on this very machine. */
  isHushed: boolean;
  /** dBFS; null: silent. */
  level: number | null;
  toggle: () => void;
};
type Options = { show: CompiledShow; timeline: string; playhead: Pick<Playhead, 'at' | 'rate'> };

export const usePreviewSound = ({ show, timeline, playhead: { at, rate } }: Options): Sounding => {
  const [kept, keep] = useKept('frise-preview-sound', ['off', 'on']);
  const isOn = kept === 'on';
  const { isNear } = useSession();
  const playbacks = useTopic('status')?.playbacks ?? [];
  const isHushed = isNear && playbacks.some(({ state }) => state !== 'ghost');
  const isHeard = isOn && !isHushed;
  const [level, setLevel] = useState<number | null>(null);
  const sound = useSound(isHeard, setLevel);
  const before = useRef(at);
  useEffect(() => {
    const hasMoved = before.current !== at;
    before.current = at;
    if (sound === null) return;
    if (rate === 1) sound.follow(show, timeline, at);
    else if (rate === 0 && hasMoved) sound.scrub(show, timeline, at);
    // Faster, slower and backwards nobody listens to; a grain that ends by itself is left to.
    else if (rate !== 0) sound.stop();
  }, [sound, show, timeline, at, rate]);
  const wasRunning = useRef(false);
  useEffect(() => {
    if (wasRunning.current && rate === 0) sound?.stop();
    wasRunning.current = rate !== 0;
  }, [sound, rate]);
  const toggle = useCallback(() => keep(isOn ? 'off' : 'on'), [isOn, keep]);
  return { isOn, isHushed, level, toggle };
};

/** The engine comes with the first sound; no other page waits for it. */
const useSound = (isHeard: boolean, onLevel: (db: number | null) => void): PreviewSound | null => {
  const [sound, setSound] = useState<PreviewSound | null>(null);
  useEffect(() => {
    if (!isHeard) return undefined;
    let made: PreviewSound | null = null;
    let isOver = false;
    void import('./preview-sound.ts').then(({ createPreviewSound }) => {
      if (isOver) return;
      made = createPreviewSound(onLevel);
      setSound(made);
    });
    return () => {
      isOver = true;
      made?.dispose();
      setSound(null);
      onLevel(null);
    };
  }, [isHeard, onLevel]);
  return sound;
};
