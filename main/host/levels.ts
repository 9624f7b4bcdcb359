import { hostname } from 'node:os';
import type { ArtTimecode } from '../../core/control/dmx/artnet.ts';
import { recordsOfKind } from '../../core/show/records.ts';
import { dmxPatchSchema, dmxSchema, type DmxRecord } from '../../core/station/levels.schema.ts';
import { stationSchema } from '../../core/station/station.schema.ts';
import { createNamedChannels } from './levels/named-channels.ts';
import { createPortSeat, type PortSeat } from './levels/port-seat.ts';
import { createRides } from './levels/rides.ts';
import type { Room, RoomParts } from './rooms.ts';

/**
 * The room of levels over the network: ports as the station document names them, opened, changed and closed while the
 * show runs; what rides on them; their timecode, handed on.
 */
export type LevelsOptions = {
  /** ArtTimeCode of an armed port, with the machine's monotonic seconds at which it came. */
  onTimecode(time: ArtTimecode & { at: number }): void;
};

export const createLevels = (
  parts: RoomParts,
  { onTimecode }: LevelsOptions = { onTimecode: () => undefined },
): Room => {
  const { clock, documents } = parts;
  const rides = createRides(parts);
  const isNamed = createNamedChannels(documents);
  const seats = new Map<string, { key: string; seat: PortSeat }>();
  /** Ports are closed before others open, in the order of the edits: they may want the same address. */
  let work: Promise<void> = Promise.resolve();
  const records = () => documents.store.station.document.records;
  const patches = () => recordsOfKind(records(), 'dmx-patch', dmxPatchSchema).filter(({ isOn }) => isOn);
  const forms = () => patches().filter(({ to }) => to === 'trigger');
  const nodeName = () => recordsOfKind(records(), 'station', stationSchema)[0]?.name || `Frise ${hostname()}`;
  const close = async (id: string) => {
    const found = seats.get(id);
    seats.delete(id);
    await found?.seat.dispose();
  };
  const open = (record: DmxRecord, key: string) => {
    const at = () => clock.host();
    const seat = createPortSeat({
      ...parts,
      record,
      rides,
      isNamed,
      forms,
      nodeName: nodeName(),
      onTimecode: (time) => onTimecode({ ...time, at: at() }),
    });
    seats.set(record.id, { key, seat });
  };
  const arrange = async (wanted: readonly DmxRecord[]) => {
    const keys = new Map(wanted.map((record) => [record.id, JSON.stringify(record)]));
    for (const [id, { key }] of seats) if (keys.get(id) !== key) await close(id);
    for (const record of wanted) if (!seats.has(record.id)) open(record, keys.get(record.id) ?? '');
  };
  return {
    changed(which) {
      if (which === 'show') rides.showChanged();
      if (which !== 'station') return;
      rides.patched(patches());
      const wanted = recordsOfKind(records(), 'dmx', dmxSchema).filter(({ isOn }) => isOn);
      work = work
        .then(() => arrange(wanted))
        .catch((error: unknown) => parts.journal.add('problem', `dmx: ${String(error)}`));
    },
    async dispose() {
      await work;
      rides.dispose();
      for (const id of seats.keys()) await close(id);
    },
  };
};
