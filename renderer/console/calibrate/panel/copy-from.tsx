import { useState } from 'react';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { copiedWarp } from '../../../../core/rig/warp-edit.ts';
import { useWords } from '../../use-link.ts';
import { useCalibration } from '../line-up-context.ts';

export const CopyFrom = ({ output }: { output: CompiledOutput }) => {
  const t = useWords();
  const { rig, canEdit, editor } = useCalibration();
  const others = rig.outputs.filter((each) => each.id !== output.id);
  const [key, setKey] = useState(others[0]?.key ?? '');
  const from = others.find((each) => each.key === key) ?? others[0];
  if (!from) return null;
  const copy = (): void => {
    const label = t('labelCopy', { from: from.name, name: output.name });
    const warp = copiedWarp(from, output);
    if (warp.ok) editor.commit({ label, put: { [output.id]: { warp: warp.value } } });
    else editor.refuse(warp);
  };
  return (
    <section className="copy-from">
      <label>
        <span>{t('copyFrom')}</span>
        <select value={from.key} disabled={!canEdit} onChange={(event) => setKey(event.target.value)}>
          {others.map((other) => (
            <option key={other.key} value={other.key}>
              {other.name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" disabled={!canEdit} onClick={copy}>
        {t('copy')}
      </button>
    </section>
  );
};
