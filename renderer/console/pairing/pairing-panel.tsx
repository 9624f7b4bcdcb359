import { useState } from 'react';
import type { Pairing } from '../../../core/control/link.ts';
import type { PairedRole } from '../../../core/control/technician.verbs.ts';
import { problemText } from '../problem-text.ts';
import { useLanguage, useTopic } from '../use-link.ts';
import { Https } from './certificate.tsx';
import { DeviceList } from './device-list.tsx';
import { OpenPairing } from './open-pairing.tsx';
import { OwnerForm } from './owner-form.tsx';
import './pairing.css';
import { RoleChoice } from './role-choice.tsx';
import { useSession } from './session.ts';
import { usePairing, type PairingActions } from './use-pairing.ts';
import { usePairingWords } from './use-pairing-words.ts';

/** The owner's door to the network: open or shut, who comes in, who goes. Others on this machine see it, and no more. */
export const PairingPanel = () => {
  const t = usePairingWords();
  const { isNear, isOwner } = useSession();
  const { pairing, actions } = usePairing();
  if (pairing === undefined) return null;
  return (
    <section className="pairing" aria-labelledby="pairing-title">
      <h2 id="pairing-title">{t('title')}</h2>
      {isNear && <Network lan={pairing.lan} actions={isOwner ? actions : null} />}
      {!isOwner && <OwnerForm />}
      {isOwner && <Problems pairing={pairing} actions={actions} />}
      {isOwner && pairing.lan.on && <Invitation actions={actions} />}
      {isNear && (
        <>
          <h3>{t('devices')}</h3>
          <DeviceList devices={pairing.devices} onThrowOut={isOwner ? actions.throwOut : null} />
        </>
      )}
    </section>
  );
};

const Network = ({ lan, actions }: { lan: Pairing['lan']; actions: PairingActions | null }) => {
  const t = usePairingWords();
  const certificate = useTopic('certificate');
  return (
    <div className="network">
      <button
        type="button"
        role="switch"
        aria-checked={lan.on}
        disabled={actions === null}
        onClick={() => actions?.setLan(!lan.on)}
      >
        <b>{t('network')}</b> {lan.on ? `● ${t('networkOn')}` : `○ ${t('networkOff')}`}
      </button>
      {lan.on && lan.urls.length === 0 && <output>{`! ${t('noAddress')}`}</output>}
      {lan.urls.map((url) => (
        <p key={url} className="mono">
          {url}
        </p>
      ))}
      {!certificate && <p className="hint">{t('plainHttp')}</p>}
      <Https onHttps={actions === null ? null : actions.setServing} />
    </div>
  );
};

const Problems = ({ pairing, actions }: { pairing: Pairing; actions: PairingActions }) => {
  const language = useLanguage();
  const problem = actions.problem ?? pairing.notice;
  if (problem === null) return null;
  return (
    <p className="problem" role="alert">
      {problemText(language, problem)}
    </p>
  );
};

const Invitation = ({ actions }: { actions: PairingActions }) => {
  const t = usePairingWords();
  const [role, setRole] = useState<PairedRole>('technician');
  if (actions.open !== null) return <OpenPairing open={actions.open} onCancel={actions.cancel} />;
  return (
    <div className="invitation">
      {actions.newcomer !== null && <output>{`✓ ${t('paired', { name: actions.newcomer })}`}</output>}
      <RoleChoice role={role} onRole={setRole} />
      <button type="button" className="primary" onClick={() => actions.pair(role)}>
        {t('pair')}
      </button>
    </div>
  );
};
