import { useEffect, useState } from 'react';
import { idOf } from '../../../core/ids.ts';

const KINDS = ['timeline', 'track', 'clip', 'media'] as const;
/** What an address asks for, `#design/clip/lamp`; each asking is another, so that the same may be asked twice. */
export type DesignPlace = { kind: (typeof KINDS)[number]; id: string };

const placeOfHash = (hash: string): DesignPlace | null => {
  const [, asked, name] = /^#design\/([a-z]+)\/([a-z0-9-]+)$/.exec(hash) ?? [];
  const kind = KINDS.find((each) => each === asked);
  return kind === undefined || name === undefined ? null : { kind, id: idOf(kind, name) };
};

export const useDesignPlace = (): DesignPlace | null => {
  const [place, setPlace] = useState(() => placeOfHash(location.hash));
  useEffect(() => {
    const follow = (): void => setPlace(placeOfHash(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return place;
};
