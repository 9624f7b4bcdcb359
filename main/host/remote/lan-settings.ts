import { recordsOfKind } from '../../../core/show/records.ts';
import { lanSchema, type LanRecord } from '../../../core/station/remote.schema.ts';
import { lanAddresses, ownLanNames } from '../../ports/web/lan-addresses.ts';
import type { Host } from '../assemble.ts';
import type { Store } from '../store/store.ts';
import { stationCertificate, type Certificate } from './certificate.ts';

/** How the owner wants the network served, and the certificate for it. */
export interface LanSettings {
  names(): readonly string[];
  /** null: plain http. */
  certificate(): Promise<Certificate | null>;
  /** Calls when the network is to be served otherwise. */
  onChange(listener: () => void): () => void;
}

const lanSettingsOf = (store: Store): LanRecord =>
  recordsOfKind(store.station.document.records, 'lan', lanSchema)[0] ?? lanSchema.parse({});

export const createLanSettings = (
  store: Store,
  station: string,
  { hub, clock }: Pick<Host, 'hub' | 'clock'>,
): LanSettings => ({
  names: () => lanSettingsOf(store).names,
  async certificate() {
    const { https, names } = lanSettingsOf(store);
    const certificate = https
      ? await stationCertificate({
          station,
          addresses: lanAddresses(),
          names: [...new Set([...ownLanNames, ...names])],
          nowMs: clock.wallMs(),
        })
      : null;
    hub.set('certificate', certificate === null ? null : shown(certificate));
    return certificate;
  },
  onChange(listener) {
    let last = JSON.stringify(lanSettingsOf(store));
    return store.onChange(({ which }) => {
      const next = which === 'station' ? JSON.stringify(lanSettingsOf(store)) : last;
      if (next !== last) listener();
      last = next;
    });
  },
});

const shown = ({ fingerprint, names, validUntil }: Certificate) => ({ fingerprint, names, validUntil });
