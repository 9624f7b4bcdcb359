import { useState } from 'react';
import type { Pairing } from '../../../core/control/link.ts';
import { useLanguage } from '../use-link.ts';
import { usePairingWords } from './use-pairing-words.ts';

type Device = Pairing['devices'][number];
type Props = {
  devices: readonly Device[];
  /** null: this page may not. */
  onThrowOut: ((device: string) => void) | null;
};

/** Who was let in, who is here now, and the way out. */
export const DeviceList = ({ devices, onThrowOut }: Props) => {
  const t = usePairingWords();
  const [asked, setAsked] = useState<string | null>(null);
  const press = ({ id }: Device) => {
    if (asked === id) onThrowOut?.(id);
    setAsked(asked === id ? null : id);
  };
  if (devices.length === 0) return <p className="hint">{t('noDevices')}</p>;
  return (
    <ul className="devices">
      {devices.map((device) => (
        <li key={device.id}>
          <b>{device.name}</b>
          <span>{t(device.role)}</span>
          <LastSeen device={device} />
          {onThrowOut && (
            <button
              type="button"
              className={asked === device.id ? 'danger on' : 'danger'}
              onClick={() => press(device)}
              onBlur={() => setAsked(null)}
            >
              {asked === device.id ? t('throwOutSure', { name: device.name }) : t('throwOut')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
};

const LastSeen = ({ device: { connected, lastSeenAt } }: { device: Device }) => {
  const t = usePairingWords();
  const language = useLanguage();
  if (connected) return <span className="here">{`● ${t('connected')}`}</span>;
  if (lastSeenAt === null) return <span className="hint">{`○ ${t('neverSeen')}`}</span>;
  const when = new Date(lastSeenAt).toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return <span className="hint">{`○ ${t('seen', { when })}`}</span>;
};
