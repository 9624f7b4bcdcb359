import { useLink, useWords } from '../use-link.ts';
import { Sure } from '../control/sure.tsx';
import { useCalibration } from './line-up-context.ts';
import { holderOf } from './use-hold.ts';

/** Someone else has this output: seen, not touched, and taken only on purpose. */
export const HeldNote = ({ person }: { person: string }) => {
  const t = useWords();
  const { output, lineUp, send, isConnected } = useCalibration();
  const { sender } = useLink();
  if (!output) return null;
  const holder = holderOf(lineUp, output.key, sender);
  if (holder.kind !== 'other') return null;
  return (
    <output className="held-note">
      <span>{t('readOnly', { person: holder.person })}</span>
      <Sure
        label={t('takeOver')}
        sure={t('takeOverSure', { person: holder.person })}
        disabled={!isConnected}
        onSure={() => send('line-up/hold', { output: output.key, person, take: true })}
      />
    </output>
  );
};
