import type { Keyable } from '../../../../core/show/keys-edit/keyable.ts';
import { pickCount, pickedKeys } from '../../../../core/show/keys-edit/lanes.ts';
import type { Ease } from '../../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { timeText } from '../view.ts';
import { EaseRow } from './ease-row.tsx';
import { channelLabel, valueText } from './lane-names.ts';
import type { ClipKeysState } from './use-keys.ts';

/** What can be done with picked keys, and in words which they are. */
type Props = {
  clip: BoardClip;
  keys: ClipKeysState;
  lanes: readonly Keyable[];
  active: Keyable | null;
  isCurve: boolean;
  mayEdit: boolean;
  told: string;
  onCurve: (isCurve: boolean) => void;
};

export const KeyTools = ({ clip, keys, lanes, active, isCurve, mayEdit, told, onCurve }: Props) => {
  const t = useWords();
  const hasPicks = pickCount(keys.still.picks) > 0;
  const isOff = !mayEdit || !hasPicks;
  return (
    <div className="key-tools">
      <h2>{t('keyLanes')}</h2>
      <fieldset className="choices" aria-label={t('keysView')}>
        <button type="button" aria-pressed={!isCurve} onClick={() => onCurve(false)}>
          {t('keysAsLanes')}
        </button>
        <button
          type="button"
          aria-pressed={isCurve}
          disabled={active?.kind !== 'number'}
          title={active?.kind === 'number' ? undefined : t('keysNumbersOnly')}
          onClick={() => onCurve(true)}
        >
          {t('keysAsCurve')}
        </button>
      </fieldset>
      <EaseRow ease={easeOf(keys)} isReadOnly={isOff} onEase={keys.ease} />
      <button type="button" disabled={!hasPicks} onClick={() => void keys.copy()}>
        {t('keysCopy')}
      </button>
      <button type="button" disabled={!mayEdit} onClick={() => keys.paste(active?.param ?? null)}>
        {t('keysPaste')}
      </button>
      <button type="button" disabled={isOff} onClick={keys.reverse}>
        {t('keysReverse')}
      </button>
      <button type="button" disabled={isOff} onClick={keys.remove}>
        {t('keysDelete')}
      </button>
      <Told {...{ clip, keys, lanes, told }} />
    </div>
  );
};

/** The ease that all picked keys share. */
const easeOf = ({ still }: ClipKeysState): Ease | null => {
  const eases = pickedKeys(still).map(({ key }) => key.ease);
  const [first] = eases;
  const text = JSON.stringify(first);
  return first !== undefined && eases.every((ease) => JSON.stringify(ease) === text) ? first : null;
};

const Told = ({ clip, keys, lanes, told }: Pick<Props, 'clip' | 'keys' | 'lanes' | 'told'>) => {
  const t = useWords();
  const language = useLanguage();
  const count = pickCount(keys.keyed.picks);
  const [one] = count === 1 ? pickedKeys(keys.keyed) : [];
  const unit = lanes.find(({ param }) => param === one?.param)?.unit ?? null;
  return (
    <output id={told} className="key-told">
      {one
        ? t('keysOne', {
            name: channelLabel(language, clip, one.param),
            n: one.place + 1,
            of: keys.keyed.lanes[one.param]?.length ?? 0,
            at: timeText(Math.max(0, clip.start + one.key.at)),
            value: valueText(one.key.value, unit),
          })
        : count > 1
          ? t('keysMany', { n: count })
          : t('keysHint')}
    </output>
  );
};
