import type { ArtTimecode } from '../../../core/control/dmx/artnet.ts';
import { messages } from '../../../core/messages.ts';
import type { Problem } from '../../../core/result.ts';
import { nameOf } from '../../../core/ids.ts';
import { portOf } from '../../../core/station/levels.check.ts';
import type { DmxRecord } from '../../../core/station/levels.schema.ts';
import { openArtnetPort } from '../../ports/artnet/artnet.port.ts';
import type { DmxPort, DmxPortOptions } from '../../ports/dmx/port.types.ts';
import { DmxPortError } from '../../ports/dmx/socket.ts';
import { openSacnPort } from '../../ports/sacn/sacn.port.ts';
import type { Cancel } from '../clock.ts';
import { addressText } from '../options.ts';
import type { RoomParts } from '../rooms.ts';
import { createChangeLog } from './change-log.ts';
import { createTally } from './tally.ts';
import { createUniverseFeed, type FeedOptions, type UniverseFeed } from './universe-feed.ts';

/**
 * One dmx record at work: its port, its universes, its light and its log. A port that does not open is a problem that
 * says what to do, and is tried again by itself: a network card may come up late.
 */
export interface PortSeat {
  dispose(): Promise<void>;
}
type Options = Pick<RoomParts, 'clock' | 'health' | 'journal' | 'inputs' | 'door'> &
  Pick<FeedOptions, 'rides' | 'isNamed' | 'forms'> & {
    record: DmxRecord;
    /** As a desk's list shows this machine. */
    nodeName: string;
    onTimecode(time: ArtTimecode): void;
  };

const retryMs = 2000;
const lookMs = 500;

export const createPortSeat = (options: Options): PortSeat => {
  const { record, clock, health, journal } = options;
  const name = nameOf(record.id);
  const owner = `dmx:${name}`;
  const input = options.inputs.register({ id: `dmx-${name}`, kind: record.protocol });
  const seat = { name, input };
  const log = createChangeLog(clock, input);
  const tally = createTally();
  const feeds = new Map<number, UniverseFeed>(
    record.universes.map((universe) => [
      universe,
      createUniverseFeed({ ...record, ...options, universe, seat, log }),
    ]),
  );
  const receiving = () =>
    new Set([...feeds].filter(([, feed]) => feed.sources().length > 0).map(([universe]) => universe));
  let port: DmxPort | null = null;
  let isOver = false;
  let retry: Cancel | null = null;

  const lost = (universe: number, who: readonly string[]) => {
    const what = record.onLoss === 'hold' ? 'held' : 'zero';
    const isAlone = feeds.get(universe)?.sources().length === 0;
    journal.add(
      'dmx',
      `${input.id}: universe ${universe}: ${who.join(', ')} fell silent${isAlone ? `; its levels are ${what}` : ''}`,
    );
  };
  const show = () => {
    if (port === null) return;
    const [rate, from] = tally.read(clock.host());
    const where = addressText(port.address);
    const isHeard = receiving().size > 0;
    input.is(isHeard ? 'ready' : 'waiting', isHeard ? `${where} ← ${from}, ${rate}/s` : where);
  };
  const watch = clock.every(lookMs, () => {
    for (const [universe, feed] of feeds) {
      const gone = feed.expire(clock.host());
      if (gone.length > 0) lost(universe, gone.map(tally.nameOf));
    }
    show();
  });
  const portOptions: DmxPortOptions = {
    ...record,
    port: portOf(record),
    name: options.nodeName,
    now: clock.host,
    receiving,
    onFrame(frame) {
      const now = clock.host();
      tally.count(frame, now);
      const heard = feeds.get(frame.universe)?.hear(frame, now);
      input.isHeard(clock.iso());
      if (heard === 'full') tally.refused(frame.from, 'too many desks speak to this universe');
      if (heard === 'first') show();
    },
    onGoodbye(universe, source) {
      if (feeds.get(universe)?.leave(source) === true) lost(universe, [tally.nameOf(source)]);
      show();
    },
    onTimecode(from, time) {
      const verdict = input.isArmed() ? 'timecode' : 'disarmed';
      if (tally.isTimeShown(clock.host()))
        input.heard({ from, text: timecodeText(time), at: clock.iso(), verdict });
      input.isHeard(clock.iso());
      if (input.isArmed()) options.onTimecode(time);
    },
    onRefused(from, what) {
      if (!tally.refused(from, what)) return;
      input.heard({ from, text: what, at: clock.iso(), verdict: 'refused' });
    },
    onError: (error) => journal.add('dmx', `${input.id}: ${error.message}`),
  };
  /** Groups are asked for again and again: a card may come up behind the host, and be pulled out and put back. */
  const tell = (problems: readonly Problem[]): void => {
    health.set(
      owner,
      problems.map((each) => ({ ...each, path: record.id })),
    );
    if (isOver || !record.multicast) return;
    retry = clock.after(retryMs, () => void port?.tryAgain().then((left) => !isOver && tell(left)));
  };
  const open = async (): Promise<void> => {
    try {
      port = await (record.protocol === 'artnet' ? openArtnetPort : openSacnPort)(portOptions);
      tell(port.problems);
      show();
    } catch (error) {
      if (isOver) return;
      const problem = problemOf(error, record.id);
      health.set(owner, [problem]);
      input.is('fault', problem.message);
      retry = clock.after(retryMs, () => {
        opening = open();
      });
    }
  };
  let opening = open();
  return {
    async dispose() {
      isOver = true;
      retry?.();
      watch();
      log.dispose();
      await opening;
      await port?.close();
      input.dispose();
      health.clear(owner);
    },
  };
};

const timecodeText = ({ hours, minutes, seconds, frames, type }: ArtTimecode): string =>
  `${[hours, minutes, seconds, frames].map((part) => String(part).padStart(2, '0')).join(':')} ${type}`;

const problemOf = (error: unknown, path: string): Problem => {
  if (error instanceof DmxPortError) return { code: error.code, message: error.message, path };
  const what = error instanceof Error ? error.message : String(error);
  return { code: 'dmx-port-failed', message: `${what}: ${messages['dmx-port-failed'].en}`, path };
};
