import type { CompiledClip } from '../../../../core/show/compiled.ts';
import { useWords } from '../../use-link.ts';
import { clockText, leftText } from '../format.ts';
import type { Frame } from '../ticker.ts';
import { Ticking, TickingBar, useFrame } from '../use-frame.tsx';

/**
 * What plays: main, overlays, and a picture that fades away, each with its rest; of main also the clips and sounds
 * that are on at this moment.
 */
const mostClips = 4;

type Playing = {
  id: string;
  name: string;
  role: 'main' | 'ghost' | 'overlay';
  clips: { id: string; name: string; isSound: boolean }[];
};

const clipsAt = (frame: Frame, timeline: string, position: number): CompiledClip[] => {
  const compiled = frame.show.timelines[timeline];
  const tracks = compiled ? [...compiled.sounds, ...compiled.tracks.toReversed()] : [];
  return tracks
    .flatMap(({ clips }) =>
      clips.filter((clip) => clip.start <= position && position < clip.end && !clip.muted),
    )
    .slice(0, mostClips);
};

export const playingIn = (frame: Frame | null): Playing[] =>
  (frame?.resolved.playbacks ?? []).map(({ playback, position }) => ({
    id: playback.id,
    name: frame?.show.timelines[playback.timeline]?.name ?? playback.timeline,
    role: playback.role,
    clips:
      frame && playback.role === 'main'
        ? clipsAt(frame, playback.timeline, position).map((clip) => ({
            id: clip.id,
            name: clip.name || clip.id.replace(/^clip:/, ''),
            isSound: clip.layer === 'sound',
          }))
        : [],
  }));

const restOf = (frame: Frame | null, id: string) => {
  const found = frame?.resolved.playbacks.find(({ playback }) => playback.id === id);
  const duration = (found && frame?.show.timelines[found.playback.timeline]?.duration) || 1;
  return { position: found?.position ?? 0, duration };
};

/** Hours of a preset that turns all evening are not counted in tenths. */
const restText = (seconds: number): string => (seconds >= 3600 ? clockText(seconds) : leftText(seconds));

const clipRest = (frame: Frame | null, playback: string, clip: string): number => {
  const found = frame?.resolved.playbacks.find((one) => one.playback.id === playback);
  const timeline = found && frame?.show.timelines[found.playback.timeline];
  const tracks = timeline ? [...timeline.sounds, ...timeline.tracks] : [];
  for (const { clips } of tracks) {
    const one = clips.find(({ id }) => id === clip);
    if (one && found) return one.end - found.position;
  }
  return 0;
};

export const PlayingPanel = () => {
  const t = useWords();
  const playing = useFrame(playingIn);
  return (
    <section className="playing" aria-label={t('plays')}>
      <h2>{t('plays')}</h2>
      {playing.length === 0 && <p className="hint">{t('nothingPlays')}</p>}
      <ul>
        {playing.map(({ id, name, role, clips }) => (
          <li key={id}>
            <p className="line">
              <b>{`${MARKS[role]} ${t(ROLES[role])}`}</b>
              <span className="grow">{name}</span>
              <Ticking className="mono" text={(frame) => rest(frame, id)} />
            </p>
            <TickingBar label={name} part={(frame) => part(frame, id)} />
            {clips.map((clip) => (
              <p key={clip.id} className="line clip">
                <span className="grow">{`${clip.isSound ? '♪' : '▪'} ${clip.name}`}</span>
                <Ticking className="mono" text={(frame) => restText(clipRest(frame, id, clip.id))} />
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
};

const rest = (frame: Frame | null, id: string): string => {
  const { position, duration } = restOf(frame, id);
  return restText(duration - position);
};
const part = (frame: Frame | null, id: string): number => {
  const { position, duration } = restOf(frame, id);
  return position / duration;
};
const MARKS = { main: '▶', overlay: '✦', ghost: '◐' } as const;
const ROLES = { main: 'roleMain', overlay: 'roleOverlay', ghost: 'roleGhost' } as const;
