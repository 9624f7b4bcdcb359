import { channelOf } from '../../../../core/show/channels.ts';
import { followedAt } from '../../../../core/playback/follow.ts';
import type { Keyable } from '../../../../core/show/keys-edit/keyable.ts';
import { valueNow } from '../../../../core/show/keys-edit/lanes.ts';
import { useWords } from '../../use-link.ts';
import { valueText } from '../keys/lane-names.ts';
import type { FollowProps } from './follow-part.tsx';

/** The value that a setting gets, around the playhead, by the very function that draws the wall. */
type Props = Pick<FollowProps, 'show' | 'timeline' | 'clip' | 'playhead'> & { keyable: Keyable };
const AROUND = 2;
const STEPS = 160;
const HEIGHT = 40;

export const FollowMeter = ({ show, timeline, clip, playhead, keyable }: Props) => {
  const t = useWords();
  const line = show.timelines[timeline];
  const compiled = line?.tracks.flatMap(({ clips }) => clips).find(({ id }) => id === clip.id);
  const { effect, param: own } = channelOf(keyable.param);
  const owner = effect === null ? compiled : compiled?.effects.find(({ id }) => id === effect);
  const follow = owner?.followed.find(({ param }) => param === own);
  const valueAt = (at: number): number | null =>
    line && follow && at >= 0
      ? followedAt(follow, valueNow(clip, keyable.param, at - clip.start), show, line, at)
      : null;
  const values = Array.from({ length: STEPS + 1 }, (_, n) =>
    valueAt(playhead + AROUND * ((2 * n) / STEPS - 1)),
  );
  const known = values.filter((value) => value !== null);
  const now = valueAt(playhead);
  if (known.length === 0 || now === null) return <p className="hint">{t('followNothing')}</p>;
  const ends = [...known, ...(follow?.mix === 'replace' ? follow.to : [])];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const y = (value: number): number => HEIGHT - ((value - low) / (high - low || 1)) * HEIGHT;
  const path = values
    .map((value, n) =>
      value === null ? '' : `${values[n - 1] == null ? 'M' : 'L'}${n} ${y(value).toFixed(1)}`,
    )
    .join('');
  return (
    <figure className="follow-meter">
      <svg
        viewBox={`0 -3 ${STEPS} ${HEIGHT + 6}`}
        preserveAspectRatio="none"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing that is made here has no file
        role="img"
        aria-label={t('followCurve')}
      >
        <line x1={STEPS / 2} x2={STEPS / 2} y1="-3" y2={HEIGHT + 3} />
        <path d={path} />
      </svg>
      <meter min={low} max={high === low ? low + 1 : high} value={now} aria-label={t('follow')} />
      <output className="number">
        {t('followNow', { value: valueText(Number(now.toFixed(3)), keyable.unit) })}
      </output>
    </figure>
  );
};
