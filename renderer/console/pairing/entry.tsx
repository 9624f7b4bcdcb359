import { useCallback, useEffect, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import type { Problem } from '../../../core/result.ts';
import type { ConsoleLink } from '../console-link.ts';
import { PairPage } from '../pair-page/pair-page.tsx';
import type { Ask } from '../pair-page/ask.ts';
import {
  forgetDevice,
  forgetOwnerToken,
  keepDevice,
  keepOwnerToken,
  readDevice,
  type DeviceKey,
  type Store,
} from './keys.ts';
import { OwnerRefused } from './owner-refused.tsx';
import { SessionContext } from './session.ts';

/** The console's link as the entry needs it: with whom to be, and whether the host agrees. */
export type EntryLink = ConsoleLink & {
  onRefused(listener: (problem: Problem) => void): () => void;
  close(): void;
};
/** null: whoever sits here. */
type Who = { owner: string } | { device: DeviceKey } | null;
export type OpenLink = (who: Who) => EntryLink;
type Common = { open: OpenLink; page: (link: ConsoleLink) => ReactNode };

/** On this machine: as the owner when the token is shown and right, else as everybody here. */
type Near = Common & { owner: string | null; session: Store };
export const NearEntry = ({ open, page, owner: first, session }: Near) => {
  const [owner, setOwner] = useState(first);
  const [isRefused, setRefused] = useState(false);
  const refused = useCallback(() => {
    forgetOwnerToken(session);
    setOwner(null);
    setRefused(true);
  }, [session]);
  const mine = useMemo(
    () => ({
      isNear: true,
      isOwner: owner !== null,
      mayDesign: true,
      showOwner(token: string) {
        keepOwnerToken(session, token);
        setRefused(false);
        setOwner(token);
      },
    }),
    [owner, session],
  );
  const who = useMemo(() => (owner === null ? null : { owner }), [owner]);
  return (
    <SessionContext.Provider value={mine}>
      {isRefused && <OwnerRefused onClose={() => setRefused(false)} />}
      <Linked key={owner ?? ''} open={open} page={page} who={who} endings={wrongToken} onEnded={refused} />
    </SessionContext.Provider>
  );
};
const wrongToken: ReadonlySet<string> = new Set(['token-needed']);

/** On the network: paired, or at the keypad. */
type Far = Common & { local: Store; wantsPairing: boolean; onPaired: (device: DeviceKey) => void; ask?: Ask };
export const FarEntry = ({ open, page, local, wantsPairing, onPaired, ask }: Far) => {
  const [device, setDevice] = useState(() => readDevice(local));
  const [isPairing, setPairing] = useState(wantsPairing || device === null);
  const [why, setWhy] = useState<Problem | null>(null);
  const enter = (next: DeviceKey) => {
    keepDevice(local, next);
    onPaired(next);
    setWhy(null);
    setDevice(next);
    setPairing(false);
  };
  if (isPairing || device === null)
    return (
      <PairPage
        why={why}
        onPaired={enter}
        onAlready={device === null ? null : () => enter(device)}
        {...(ask === undefined ? {} : { ask })}
      />
    );
  const gone = (problem: Problem) => {
    forgetDevice(local);
    setDevice(null);
    setWhy(problem);
  };
  return <AsDevice key={device.token} open={open} page={page} device={device} onEnded={gone} />;
};

const far = { isNear: false, isOwner: false, mayDesign: false, showOwner: () => undefined };
const farDesigner = { ...far, mayDesign: true };
const thrownOut: ReadonlySet<string> = new Set(['pairing-needed', 'device-revoked']);

type DeviceProps = Common & { device: DeviceKey; onEnded: (problem: Problem) => void };
const AsDevice = ({ open, page, device, onEnded }: DeviceProps) => {
  const who = useMemo(() => ({ device }), [device]);
  return (
    <SessionContext.Provider value={device.role === 'designer' ? farDesigner : far}>
      <Linked open={open} page={page} who={who} endings={thrownOut} onEnded={onEnded} />
    </SessionContext.Provider>
  );
};

type LinkedProps = Common & {
  who: Who;
  /** Refusals that say that this is not who the page is. */
  endings: ReadonlySet<string>;
  onEnded: (problem: Problem) => void;
};
/** The page on a link of its own, as long as the host agrees who it is; another `who` is another one, by its key. */
const Linked = ({ open, page, who, endings, onEnded }: LinkedProps) => {
  const [link] = useState(() => open(who));
  // In the same breath: the refusal of the very first hello is the one that counts.
  useLayoutEffect(
    () =>
      link.onRefused((problem) => {
        if (endings.has(problem.code)) onEnded(problem);
      }),
    [link, endings, onEnded],
  );
  useEffect(() => () => link.close(), [link]);
  return page(link);
};
