import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { useWords } from '../../use-link.ts';
import type { OverlaysDesk } from './overlays.ts';

/** Which output's picture stands beside the elevation. */
type Props = { outputs: readonly CompiledOutput[]; desk: OverlaysDesk };

export const BesideChoice = ({ outputs, desk: { overlays, change } }: Props) => {
  const t = useWords();
  if (outputs.length === 0) return null;
  const known = outputs.some(({ key }) => key === overlays.output);
  return (
    <select
      className="beside-choice"
      aria-label={t('pictureBeside')}
      title={t('pictureBeside')}
      value={known ? (overlays.output ?? '') : ''}
      onChange={(event) => change({ output: event.target.value === '' ? null : event.target.value })}
    >
      <option value="">{t('pictureBesideNone')}</option>
      {outputs.map(({ key, name }) => (
        <option key={key} value={key}>
          + {name}
        </option>
      ))}
    </select>
  );
};
