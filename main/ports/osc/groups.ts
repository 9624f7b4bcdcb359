import type { OscMessage, OscPacket } from '../../../core/control/osc/packet.ts';
import { IMMEDIATELY } from '../../../core/control/osc/timetag.ts';

/** Messages that act together: one bare message, or the messages of one bundle. */
export type TimedGroup = { timetag: bigint; messages: OscMessage[] };

/** The packet's groups in order. A nested bundle with its parent's tag is part of its parent. */
export function groupsOf(packet: OscPacket): TimedGroup[] {
  if (packet.kind === 'message') return [{ timetag: IMMEDIATELY, messages: [packet] }];
  const groups: TimedGroup[] = [];
  collect(packet, null, groups);
  return groups.filter(({ messages }) => messages.length > 0);
}

function collect(packet: OscPacket, into: TimedGroup | null, groups: TimedGroup[]): void {
  if (packet.kind === 'message') {
    into?.messages.push(packet);
    return;
  }
  const isSame = into !== null && into.timetag === packet.timetag;
  const group = isSame ? into : { timetag: packet.timetag, messages: [] };
  if (!isSame) groups.push(group);
  for (const element of packet.elements) collect(element, group, groups);
}
