import { useEffect, useState } from 'react';
import { useTopic } from '../use-link.ts';
import { decodedWaves, measuredWaves, type Waves } from './waves.ts';

/** Bytes of a file that a page reads whole for its waveform, where nobody has measured it yet. */
const mostBytes = 24e6;

/** The waveform of a sound: what was measured of it, else what this page hears in a file that is not long. */
export const useWaves = (id: string | null): Waves | null => {
  const facts = useTopic('analyses')?.[id ?? ''];
  const file = useTopic('media')?.[id ?? ''];
  const [waves, setWaves] = useState<Waves | null>(null);
  const isMeasured = facts?.state === 'ready';
  const isShort = file?.state === 'here' && (file.bytes ?? Infinity) <= mostBytes;
  const hash = facts?.hash ?? null;
  useEffect(() => {
    if (id === null || hash === null || !(isMeasured || isShort)) return undefined;
    let isOver = false;
    void (isMeasured ? measuredWaves(id, hash) : decodedWaves(id, hash)).then((found) => {
      if (!isOver) setWaves(found);
    });
    return () => {
      isOver = true;
    };
  }, [id, hash, isMeasured, isShort]);
  return waves;
};
