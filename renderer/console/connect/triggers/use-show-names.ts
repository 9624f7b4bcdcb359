import { useMemo } from 'react';
import { nameOf } from '../../../../core/ids.ts';
import { layerTypes } from '../../../../core/layers/registry.ts';
import { channelsOf } from '../../../../core/show/channels.ts';
import { useLanguage, useShow } from '../../use-link.ts';

/** What a verb's arguments can name in this show, as a list to choose from: value and what a person reads. */
export type Named = { value: string; label: string };
export type ShowNames = {
  cues: Named[];
  /** Without a place: they lie on top and move nothing. */
  stings: Named[];
  timelines: Named[];
  clips: Named[];
  /** Parameters of one clip's layer. */
  parametersOf(clip: string): Named[];
};

export const useShowNames = (): ShowNames => {
  const show = useShow();
  const language = useLanguage();
  return useMemo(() => {
    const cues = show?.cues ?? [];
    const cueOf = ({ number, name }: (typeof cues)[number]): Named => ({
      value: number,
      label: `${number}  ${name[language]}`,
    });
    const clips = Object.values(show?.timelines ?? {}).flatMap(({ tracks }) =>
      tracks.flatMap((track) => track.clips),
    );
    return {
      cues: cues.filter(({ at }) => at !== null).map(cueOf),
      stings: cues.filter(({ at }) => at === null).map(cueOf),
      timelines: Object.values(show?.timelines ?? {}).map(({ id, name }) => ({
        value: nameOf(id),
        label: name || nameOf(id),
      })),
      clips: clips.map(({ id, name }) => ({
        value: nameOf(id),
        label: name === '' ? nameOf(id) : `${name} (${nameOf(id)})`,
      })),
      parametersOf(clip) {
        const found = clips.find(({ id }) => nameOf(id) === clip);
        if (!found) return [{ value: 'opacity', label: 'opacity' }];
        const channels = channelsOf(layerTypes[found.layer] ?? null, found);
        return Object.keys(channels).map((key) => ({ value: key, label: key }));
      },
    };
  }, [show, language]);
};
