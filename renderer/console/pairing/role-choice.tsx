import type { PairedRole } from '../../../core/control/technician.verbs.ts';
import { usePairingWords } from './use-pairing-words.ts';

/** The technician first: tablets stand in front of façades. */
const roles = ['technician', 'operator', 'designer', 'viewer'] as const satisfies readonly PairedRole[];
type Props = { role: PairedRole; onRole: (role: PairedRole) => void };

export const RoleChoice = ({ role, onRole }: Props) => {
  const t = usePairingWords();
  return (
    <fieldset className="role-choice">
      <legend>{t('role')}</legend>
      {roles.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="paired-role"
            value={each}
            checked={role === each}
            onChange={() => onRole(each)}
          />
          {t(each)} <small>{t(`${each}Can`)}</small>
        </label>
      ))}
    </fieldset>
  );
};
