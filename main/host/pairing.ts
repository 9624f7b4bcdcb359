import type { Handlers } from '../../core/control/dispatcher.ts';
import type { Pairing } from '../../core/control/link.ts';
import { fail, type Result } from '../../core/result.ts';

/** Devices of the LAN that were let in by PIN (DESIGN §6). */
export interface PairingHost {
  handlers: Pick<Handlers, 'lan/set' | 'pair/open' | 'pair/close' | 'pair/revoke'>;
  topic(): Pairing;
}

const later = (): Result<never> => fail('not-built', 'This is not built yet.');

export const createPairing = (): PairingHost => ({
  handlers: { 'lan/set': later, 'pair/open': later, 'pair/close': later, 'pair/revoke': later },
  topic: () => ({ lan: { on: false, urls: [] }, open: null, devices: [] }),
});
