import { useState } from 'react';
import type { ModelRecord } from '../../../../core/rig/warp.schema.ts';
import type { Problem } from '../../../../core/result.ts';
import { FileButton } from '../../control/file-button.tsx';
import { problemText } from '../../problem-text.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { useCalibration } from '../line-up-context.ts';
import { fileName } from '../versions/rig-file.ts';
import type { ModelPlacement } from './gltf-model.ts';
import { ModelPlace } from './model-place.tsx';

type Read = { name: string; bytes: ArrayBuffer; placement: ModelPlacement };

/** What the building is taken from: the façade’s planes, or a glTF file, turned and scaled until it fits. */
export const ModelChoice = ({ model }: { model: ModelRecord | null }) => {
  const t = useWords();
  const language = useLanguage();
  const { rig, editor, isConnected } = useCalibration();
  const [file, setFile] = useState<Read | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const take = async (next: Read): Promise<void> => {
    setFile(next);
    // Loaded on demand: a tablet that imports nothing does without three.js.
    const { readModel } = await import('./gltf-model.ts');
    const read = await readModel(next.name, next.bytes, rig.rig.facade, next.placement);
    setProblem(read.ok ? null : read);
    if (!read.ok) return;
    const id = `model:${fileName(next.name)}`;
    editor.commit({ label: t('labelModel'), put: { [id]: read.value, [rig.id]: { model: id } } });
  };
  const open = async (chosen: File): Promise<void> => {
    const { AS_EXPORTED } = await import('./gltf-model.ts');
    const name = chosen.name.replace(/\.(glb|gltf)$/i, '');
    await take({ name, bytes: await chosen.arrayBuffer(), placement: AS_EXPORTED });
  };
  return (
    <section>
      <p className="hint">{model ? t('modelNamed', { name: model.name }) : t('modelOwn')}</p>
      <div className="choices">
        <FileButton
          label={t('importModel')}
          accept=".glb,.gltf"
          disabled={!isConnected}
          onFiles={([file]) => void open(file)}
        />
        {model && (
          <button
            type="button"
            disabled={!isConnected}
            onClick={() => editor.commit({ label: t('labelModel'), put: { [rig.id]: { model: null } } })}
          >
            {t('modelDrop')}
          </button>
        )}
      </div>
      {problem && <p className="error">{t('modelBad', { text: problemText(language, problem) })}</p>}
      {file && (
        <ModelPlace placement={file.placement} onChange={(placement) => void take({ ...file, placement })} />
      )}
    </section>
  );
};
