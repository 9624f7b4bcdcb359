import type { Keyable } from '../../../../core/show/keys-edit/keyable.ts';
import { keyNear, valueNow } from '../../../../core/show/keys-edit/lanes.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import { useLanguage } from '../../use-link.ts';
import { axisOf, rangeOf, yOf } from './curve-view.ts';
import { KeyButtons } from './key-buttons.tsx';
import { CURVE } from './lane-field.tsx';
import { LANE } from './lane-view.ts';
import { channelLabel, valueText } from './lane-names.ts';
import type { ClipKeysState } from './use-keys.ts';

/** Names of lanes, what each says at the playhead, and its key there; beside a curve the axis of its values. */
type Props = {
  clip: BoardClip;
  keys: ClipKeysState;
  lanes: readonly Keyable[];
  active: Keyable | null;
  isCurve: boolean;
  at: number;
  mayEdit: boolean;
  onActive: (param: string) => void;
  onSeek: (at: number) => void;
};

export const LaneHeads = (props: Props) => {
  const { lanes, active, isCurve } = props;
  return (
    <div className="lane-heads">
      {isCurve && active ? (
        <>
          <LaneHead {...props} lane={active} />
          <Axis {...props} lane={active} />
        </>
      ) : (
        lanes.map((lane) => <LaneHead key={lane.param} {...props} lane={lane} />)
      )}
    </div>
  );
};

type HeadProps = Props & { lane: Keyable };
const LaneHead = ({ clip, keys, lane, active, at, mayEdit, onActive, onSeek }: HeadProps) => {
  const language = useLanguage();
  const { param, unit } = lane;
  const label = channelLabel(language, clip, param);
  const list = keys.still.lanes[param] ?? [];
  const toggle = (): void => {
    const place = keyNear(list, at);
    if (place < 0) return keys.put(param, at);
    keys.removeOne(param, place);
  };
  return (
    <div className="lane-head" style={{ height: LANE }}>
      <button
        type="button"
        className="name"
        aria-pressed={lane === active}
        title={label}
        onClick={() => onActive(param)}
      >
        {label}
      </button>
      <output className="number">
        {valueText(valueNow({ ...clip, keyframes: keys.frames }, param, at), unit)}
      </output>
      <KeyButtons {...{ label, at, onSeek }} keys={list} isReadOnly={!mayEdit} onToggle={toggle} />
    </div>
  );
};

const Axis = ({ keys, lane }: HeadProps) => {
  const view = {
    ...rangeOf(keys.still.lanes[lane.param] ?? [], lane),
    scale: 1,
    left: 0,
    start: 0,
    width: 0,
    height: CURVE,
  };
  return (
    <div className="value-axis" aria-hidden="true">
      {axisOf(view, 26).map((value) => (
        <span key={value} className="number" style={{ top: yOf(view, value) }}>
          {valueText(value)}
        </span>
      ))}
    </div>
  );
};
