import { useCallback, useState } from 'react';
import type { Pairing } from '../../../core/control/link.ts';
import type { PairedRole } from '../../../core/control/technician.verbs.ts';
import { verbs } from '../../../core/control/verbs.ts';
import type { Problem } from '../../../core/result.ts';
import type { LanRecord } from '../../../core/station/remote.schema.ts';
import { useLink, useTopic } from '../use-link.ts';
import type { OpenPin } from './open-pairing.tsx';

/** The panel's presses. The PIN lives in this page alone, and no longer than the host keeps it open. */
export type PairingActions = {
  problem: Problem | null;
  open: OpenPin | null;
  /** The device that has just come in by it. */
  newcomer: string | null;
  setLan(on: boolean): void;
  setServing(record: LanRecord): void;
  pair(role: PairedRole): void;
  cancel(): void;
  throwOut(device: string): void;
};

export const usePairing = (): { pairing: Pairing | undefined; actions: PairingActions } => {
  const link = useLink();
  const pairing = useTopic('pairing');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [told, setTold] = useState<OpenPin | null>(null);
  const [known, setKnown] = useState<ReadonlySet<string>>(new Set());
  const press = useCallback(
    async (...[verb, args]: Parameters<typeof link.verb>): Promise<unknown> => {
      setProblem(null);
      const reply = await link.verb(verb, args);
      if (!reply.ok) setProblem(reply);
      return reply.ok ? reply.value : null;
    },
    [link],
  );
  const pair = async (role: PairedRole): Promise<void> => {
    setKnown(new Set(pairing?.devices.map(({ id }) => id)));
    const value = verbs['pair/open'].out.safeParse(await press('pair/open', { role }));
    if (value.success) setTold(value.data);
  };
  // Another console may have opened a newer one, and a device may have used this one.
  const open = told !== null && pairing?.open?.until === told.until ? told : null;
  const isOver = told !== null && open === null;
  const newcomer = isOver ? pairing?.devices.find(({ id }) => !known.has(id)) : undefined;
  return {
    pairing,
    actions: {
      problem,
      open,
      newcomer: newcomer?.name ?? null,
      setLan: (on) => void press('lan/set', { on }),
      setServing: (record) =>
        void press('document/edit', {
          document: 'station',
          label: 'HTTPS',
          put: { 'lan:main': record },
        }),
      pair: (role) => void pair(role),
      cancel: () => void press('pair/close', {}),
      throwOut: (device) => void press('pair/revoke', { device }),
    },
  };
};
