import { useEffect, useState } from 'react';
import { after } from '../../link/clock.ts';
import { clockText } from '../run/format.ts';
import { useLink } from '../use-link.ts';
import { Fingerprint } from './certificate.tsx';
import { QrCode } from './qr-code.tsx';
import { usePairingWords } from './use-pairing-words.ts';

/** The PIN as the host told it to this page alone. `until`: show clock. */
export type OpenPin = { pin: string; until: number; urls: string[] };
type Props = { open: OpenPin; onCancel: () => void };

/** What is held up to the tablet: where to go, what to type, and how long it is good. */
export const OpenPairing = ({ open, onCancel }: Props) => {
  const t = usePairingWords();
  const [chosen, setChosen] = useState(0);
  const url = open.urls[chosen] ?? open.urls[0] ?? '';
  return (
    <div className="open-pairing">
      <div className="where-to">
        <p>{t('scan')}</p>
        <QrCode text={url} label={t('qr', { url })} />
        {open.urls.length === 1 ? (
          <p className="mono">{url}</p>
        ) : (
          <select
            className="mono"
            aria-label={t('addresses')}
            value={chosen}
            onChange={(event) => setChosen(Number(event.target.value))}
          >
            {open.urls.map((each, index) => (
              <option key={each} value={index}>
                {each}
              </option>
            ))}
          </select>
        )}
      </div>
      <div className="what-to-type">
        <p>{t('typePin')}</p>
        <p className="pin digits" aria-label={`${t('pin')} ${open.pin.split('').join(' ')}`}>
          {open.pin.slice(0, 3)}&thinsp;{open.pin.slice(3)}
        </p>
        <TimeLeft until={open.until} />
        <Fingerprint />
        <button type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
};

const everyMs = 250;

const TimeLeft = ({ until }: { until: number }) => {
  const t = usePairingWords();
  const link = useLink();
  const [now, setNow] = useState(() => link.showNow());
  useEffect(() => {
    let cancel = after(everyMs, function look() {
      setNow(link.showNow());
      cancel = after(everyMs, look);
    });
    return () => cancel();
  }, [link]);
  if (now === null) return null;
  const left = Math.max(0, Math.ceil(until - now));
  return (
    <p className="mono hint">{left === 0 ? t('expired') : t('left', { time: clockText(left, false) })}</p>
  );
};
