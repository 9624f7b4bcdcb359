import { useState } from 'react';
import type { DiskConflict, DiskFile } from '../../../core/control/disk.topics.ts';
import { kindOf } from '../../../core/ids.ts';
import { countText, fieldText } from '../draft/draft-text.ts';
import { useSession } from '../pairing/session.ts';
import { useLanguage, useWords } from '../use-link.ts';
import { useTwoPresses } from '../use-two-presses.ts';
import type { VerbSender } from '../use-verb.ts';
import { fileName } from './disk-bar.tsx';

/** One file that a person must decide about: what it changes, and of what both changed whose stays. */
type Props = { file: DiskFile; send: VerbSender };
const keyOf = ({ id, field }: DiskConflict): string => `${id} ${field}`;

export const DiskQuestion = ({ file, send }: Props) => {
  const t = useWords();
  const { mayDesign } = useSession();
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const { id, version, conflicts, why, problem } = file;
  const take = (): void =>
    send('disk/take', {
      id,
      version,
      theirs: conflicts
        .filter((conflict) => theirs.has(keyOf(conflict)))
        .map((conflict) => ({ id: conflict.id, field: conflict.field })),
    });
  const choose = (conflict: DiskConflict, isTheirs: boolean): void => {
    const next = new Set(theirs);
    if (isTheirs) next.add(keyOf(conflict));
    else next.delete(keyOf(conflict));
    setTheirs(next);
  };
  const isTakeable = problem === null && why !== 'locked';
  return (
    <div className={`disk-question ${file.state}`}>
      <div className="disk-line">
        <b title={file.file}>{`! ${titleOf(t, file)}`}</b>
        <span className="disk-note">
          {[whyOf(t, why), t('diskNothingLost')].filter((text) => text !== '').join(' — ')}
        </span>
        <span className="spacer" />
        {mayDesign && isTakeable && (
          <button type="button" className="take" onClick={take}>
            {t(conflicts.length > 0 ? 'diskTakeChosen' : file.state === 'waits' ? 'diskTakeNow' : 'diskTake')}
          </button>
        )}
        {mayDesign && <Leave file={file} send={send} />}
      </div>
      {problem && <p className="disk-problem">{`${problem.path} — ${problem.message}`}</p>}
      {conflicts.length > 0 && (
        <Conflicts {...{ conflicts, theirs, choose }} onAll={(isAll) => setTheirs(allOr(conflicts, isAll))} />
      )}
      {file.count > 0 && (
        <p className="disk-note">
          {t('diskRest', { changes: countText(t, file.count) })}
          {`: ${file.changes.map(({ name }) => name).join(', ')}`}
        </p>
      )}
    </div>
  );
};

type Words = ReturnType<typeof useWords>;
const allOr = (conflicts: readonly DiskConflict[], isAll: boolean): ReadonlySet<string> =>
  new Set(isAll ? conflicts.map(keyOf) : []);

const titleOf = (t: Words, file: DiskFile): string => {
  const name = { file: fileName(file) };
  if (file.state === 'refused') return t('diskRefused', name);
  if (file.state === 'waits') return t('diskWaits', name);
  return t(file.why === 'off' ? 'diskOff' : 'diskAsks', name);
};
const whyOf = (t: Words, why: DiskFile['why']): string =>
  why === 'playing' || why === 'locked' || why === 'held' ? t(`diskWhy_${why}`) : '';

type Choosing = {
  conflicts: readonly DiskConflict[];
  theirs: ReadonlySet<string>;
  choose: (conflict: DiskConflict, isTheirs: boolean) => void;
  onAll: (isTheirs: boolean) => void;
};
const Conflicts = ({ conflicts, theirs, choose, onAll }: Choosing) => {
  const t = useWords();
  const language = useLanguage();
  const what = ({ id, field }: DiskConflict): string =>
    field === '' ? t('draftWhole') : fieldText(language, kindOf(id), field);
  const valueOf = (conflict: DiskConflict, isTheirs: boolean): string =>
    (isTheirs ? conflict.theirs : conflict.ours) || t('diskNoValue');
  return (
    <div className="disk-conflicts">
      <p>
        {t('diskConflicts', { count: conflicts.length })}
        {SIDES.map((isTheirs) => (
          <button key={String(isTheirs)} type="button" onClick={() => onAll(isTheirs)}>
            {t(isTheirs ? 'diskAllTheirs' : 'diskAllOurs')}
          </button>
        ))}
      </p>
      {conflicts.map((conflict) => (
        <fieldset key={keyOf(conflict)}>
          <legend>{t('diskField', { name: conflict.name, field: what(conflict) })}</legend>
          {SIDES.map((isTheirs) => (
            <label key={String(isTheirs)}>
              <input
                type="radio"
                name={`disk ${keyOf(conflict)}`}
                checked={theirs.has(keyOf(conflict)) === isTheirs}
                onChange={() => choose(conflict, isTheirs)}
              />
              {t(isTheirs ? 'diskTheirs' : 'diskOurs')} <code>{valueOf(conflict, isTheirs)}</code>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
};
const SIDES = [false, true] as const;

const Leave = ({ file: { id, version }, send }: Props) => {
  const t = useWords();
  const { isAsked, press, cancel } = useTwoPresses(() => send('disk/leave', { id, version }), 6000);
  return (
    <>
      <button type="button" className={isAsked ? 'danger' : ''} onClick={press}>
        {t(isAsked ? 'diskLeaveSure' : 'diskLeave')}
      </button>
      {isAsked && (
        <button type="button" onClick={cancel}>
          {t('draftNo')}
        </button>
      )}
    </>
  );
};
