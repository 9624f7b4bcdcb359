import { useState } from 'react';
import { useSession } from './session.ts';
import { usePairingWords } from './use-pairing-words.ts';

/** In a browser the owner shows the token of the ready line; Electron's console has it already. */
/** `why`: what the owner alone does here; left out: the network. */
export const OwnerForm = ({ why }: { why?: string }) => {
  const t = usePairingWords();
  const { isNear, showOwner } = useSession();
  const [token, setToken] = useState('');
  if (!isNear) return <p className="hint">{t('onStation')}</p>;
  return (
    <form
      className="owner-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (token.trim() !== '') showOwner(token.trim());
      }}
    >
      <p className="hint">{why ?? t('ownerOnly')}</p>
      <label>
        {t('ownerToken')}
        <input
          type="password"
          autoComplete="off"
          value={token}
          onChange={(event) => setToken(event.target.value)}
        />
      </label>
      <button type="submit">{t('beOwner')}</button>
    </form>
  );
};
