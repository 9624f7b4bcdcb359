import { useState } from 'react';
import type { MaskRecord } from '../../../../core/rig/light.schema.ts';
import { useWords } from '../../use-link.ts';
import { Choice } from '../../control/choice.tsx';
import { useCalibration } from '../line-up-context.ts';
import type { MaskOwner } from './mask-list.ts';
import type { MaskTask } from './masks-mode.tsx';

export type NewMaskKind = { owner: MaskOwner; space: MaskRecord['space'] };
type Props = {
  task: MaskTask;
  canClose: boolean;
  onTask: (task: MaskTask) => void;
  onClose: () => void;
  onStop: () => void;
};

/** A mask is begun here: for whom, where it lies, drawn or picked. */
export const NewMask = ({ task, canClose, onTask, onClose, onStop }: Props) => {
  const t = useWords();
  const { canEdit } = useCalibration();
  const [target, setTarget] = useState<NewMaskKind>({ owner: 'output', space: 'output' });
  if (task.kind !== 'edit')
    return (
      <section>
        <p className="amber-text">{t(task.kind === 'draw' ? 'maskDrawing' : 'maskElementPicking')}</p>
        <div className="choices">
          {task.kind === 'draw' && (
            <button type="button" disabled={!canClose} onClick={onClose}>
              {t('maskClose')}
            </button>
          )}
          <button type="button" onClick={onStop}>
            {t('pairCancel')}
          </button>
        </div>
      </section>
    );
  return (
    <section>
      <Choice
        label={t('maskFor')}
        value={target.owner}
        options={[
          ['output', t('maskForOutput')],
          ['all', t('maskForAll')],
        ]}
        onChange={(owner) => setTarget({ owner, space: owner === 'all' ? 'canvas' : target.space })}
      />
      {target.owner === 'output' && (
        <Choice
          label={t('maskSpace')}
          value={target.space}
          options={[
            ['output', t('maskSpaceOutput')],
            ['canvas', t('maskSpaceCanvas')],
          ]}
          onChange={(space) => setTarget({ ...target, space })}
        />
      )}
      <div className="choices">
        <button type="button" disabled={!canEdit} onClick={() => onTask({ kind: 'draw', target })}>
          {t('maskDraw')}
        </button>
        <button type="button" disabled={!canEdit} onClick={() => onTask({ kind: 'pick', target })}>
          {t('maskElementPick')}
        </button>
      </div>
    </section>
  );
};
