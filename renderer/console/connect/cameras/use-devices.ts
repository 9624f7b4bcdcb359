import { useCallback, useEffect, useState } from 'react';
import { listDevices } from '../../../live/devices.ts';
import { mediaOfPage, stopAll } from '../../../live/open-device.ts';
import { useSession } from '../../pairing/session.ts';
import { useTopic } from '../../use-link.ts';

/**
 * The show machine's cameras by name: this page's own on that machine, elsewhere what its outputs see. null: nobody is
 * told their names. `ask` has the browser ask for a camera, which is what makes it tell; null where there is nothing to ask.
 */
export type Devices = { names: readonly string[] | null; ask: (() => void) | null };

/** `mapped`: how many records there are: Electron tells names from the first one on. */
export const useDevices = (mapped: number): Devices => {
  const { isNear } = useSession();
  const seen = useTopic('cameras')?.devices ?? null;
  const [own, setOwn] = useState<readonly string[] | null>(null);
  const media = isNear ? mediaOfPage() : null;
  const look = useCallback(() => {
    if (!media || mapped === 0) return;
    listDevices(media).then(
      (found) => setOwn(found?.map(({ name }) => name) ?? null),
      () => setOwn(null), // the page is not told: shown as that
    );
  }, [media, mapped]);
  useEffect(() => {
    look();
    media?.addEventListener('devicechange', look);
    return () => media?.removeEventListener('devicechange', look);
  }, [media, look]);
  const ask = (): void =>
    void media?.getUserMedia({ video: true }).then(
      (stream) => {
        stopAll(stream);
        look();
      },
      () => look(), // refused: the names stay unknown, and the line that says so stays
    );
  return { names: own ?? seen, ask: media ? ask : null };
};
