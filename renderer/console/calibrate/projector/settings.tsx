import { useId, useState } from 'react';
import { Sure } from '../../control/sure.tsx';
import { addressText, readAddress, type ProjectorAddress } from './address.ts';
import { useProjectorWords } from './use-projector-words.ts';

type Props = {
  name: string;
  address: ProjectorAddress | null;
  disabled: boolean;
  onAddress: (address: ProjectorAddress | null) => void;
  onPassword: (password: string | null) => void;
};

/** Where a projector is found, and how it lets us in. */
export const ProjectorSettings = (props: Props) => (
  <>
    <AddressForm key={props.address ? addressText(props.address) : ''} {...props} />
    {props.address && <PasswordForm {...props} />}
  </>
);

const AddressForm = ({ name, address, disabled, onAddress }: Props) => {
  const t = useProjectorWords();
  const id = useId();
  const [text, setText] = useState(address ? addressText(address) : '');
  const [isWrong, setWrong] = useState(false);
  const save = (): void => {
    const read = readAddress(text);
    setWrong(read === null);
    if (read) onAddress(read);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label htmlFor={id}>
        {t('address')} <span className="hidden">{name}</span>
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={260}
        placeholder={t('addressHint')}
        disabled={disabled}
        value={text}
        aria-invalid={isWrong}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" disabled={disabled || text.trim() === ''}>
        {t('save')}
      </button>
      {address && (
        <Sure label={t('remove')} sure={t('removeSure')} disabled={disabled} onSure={() => onAddress(null)} />
      )}
      {isWrong && (
        <p role="alert" className="error">
          ▲ {t('addressWrong')}
        </p>
      )}
    </form>
  );
};

const PasswordForm = ({ name, disabled, onPassword }: Props) => {
  const t = useProjectorWords();
  const id = useId();
  const [text, setText] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onPassword(text);
        setText('');
      }}
    >
      <label htmlFor={id}>
        {t('password')} <span className="hidden">{name}</span>
      </label>
      <input
        id={id}
        type="password"
        autoComplete="new-password"
        maxLength={32}
        placeholder={t('passwordHint')}
        disabled={disabled}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" disabled={disabled || text === ''}>
        {t('save')}
      </button>
      <button type="button" disabled={disabled} onClick={() => onPassword(null)}>
        {t('forget')}
      </button>
    </form>
  );
};
