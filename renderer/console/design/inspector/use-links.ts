import { useCallback, useMemo, useState } from 'react';
import type { KeyableClip } from '../../../../core/show/keys-edit/keyable.ts';
import { pairsOf } from '../../../../core/show/keys-edit/pairs.ts';

/** Which pairs go together under the hand, by layer and the first's name: the page's own, no affair of the show. */
export type LinkedPair = { first: string; second: string; isOn: boolean; onLink: (isOn: boolean) => void };
export type Links = {
  of(layer: string): ReadonlySet<string>;
  pairsOf(clip: KeyableClip): readonly LinkedPair[];
};

export const useLinks = (): Links => {
  const [links, setLinks] = useState<ReadonlySet<string>>(new Set<string>());
  const set = useCallback(
    (name: string, isOn: boolean) =>
      setLinks((all) => {
        const next = new Set(all);
        if (isOn) next.add(name);
        else next.delete(name);
        return next;
      }),
    [],
  );
  return useMemo(
    () => ({
      of: (layer) =>
        new Set(
          [...links].flatMap((link) => (link.startsWith(`${layer} `) ? [link.slice(layer.length + 1)] : [])),
        ),
      pairsOf: (clip) =>
        pairsOf(clip).map(([first, second]) => {
          const name = `${clip.layer} ${first}`;
          return { first, second, isOn: links.has(name), onLink: (isOn: boolean) => set(name, isOn) };
        }),
    }),
    [links, set],
  );
};
