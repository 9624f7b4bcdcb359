import type { Handlers } from '../../core/control/dispatcher.ts';
import { messages } from '../../core/messages.ts';
import { nameOf } from '../../core/ids.ts';
import { ok } from '../../core/result.ts';
import { recordsOfKind } from '../../core/show/records.ts';
import { scheduleSchema } from '../../core/station/levels.schema.ts';
import { isZone, wallOf } from '../../core/time/zone.ts';
import type { Input } from './inputs.ts';
import type { Room, RoomParts } from './rooms.ts';
import { openFired } from './schedule/fired.ts';
import { createScheduleSeat, type ScheduleSeat } from './schedule/seat.ts';

/**
 * What happens by the wall clock. One way in like the others (`schedule`, which can be disarmed: what falls due then is
 * over), through the one door, as operator. The clock is looked at four times a second and just when something is due,
 * so that a clock that is put forward or back is noticed.
 */
const lookMs = 250;
/** An empty TZ gives a name that nobody knows: UTC, which the list says, is better than a host that doesn't start. */
const machineZone = (): string => {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isZone(zone) ? zone : 'UTC';
};

export const createSchedule = (parts: RoomParts): Room & { handlers: Pick<Handlers, 'schedule/list'> } => {
  const { clock, documents, health, journal, inputs } = parts;
  const fired = openFired(parts.station, (why) =>
    why === null
      ? health.clear('schedule-file')
      : health.set('schedule-file', [
          {
            code: 'schedule-file',
            message: `schedule.json: ${why}. ${messages['schedule-file'].en}`,
            path: 'schedule.json',
          },
        ]),
  );
  let seats = new Map<string, { key: string; seat: ScheduleSeat }>();
  let input: Input | null = null;
  let isOpening = true;

  const arrange = () => {
    const now = clock.wallMs();
    const records = recordsOfKind(documents.store.station.document.records, 'schedule', scheduleSchema);
    const before = seats;
    seats = new Map();
    for (const record of records) {
      const key = JSON.stringify([record, machineZone()]);
      const known = before.get(record.id);
      // Only a host that starts late makes up for what it missed; an edit begins now.
      const since = isOpening ? now - record.missedWithin * 1000 : now;
      const make = () => createScheduleSeat(record, machineZone(), since, fired.of(nameOf(record.id)));
      seats.set(record.id, { key, seat: known?.key === key ? known.seat : make() });
      if (known !== undefined && known.key !== key) health.clear(record.id);
    }
    for (const id of before.keys()) if (!seats.has(id)) health.clear(id);
    isOpening = false;
    if (seats.size === 0) input?.dispose();
    input = seats.size === 0 ? null : (input ?? inputs.register({ id: 'schedule', kind: 'schedule' }));
    show();
  };
  const show = () => {
    const next = comingOf(seats.values());
    if (next === undefined) return input?.is('off', '');
    input?.is('ready', `${wallText(next.at, next.seat.rule.zone)} → ${next.seat.record.verb}`);
  };
  const fire = async (seat: ScheduleSeat, due: number) => {
    const { id, verb, args } = seat.record;
    const name = nameOf(id);
    fired.set(name, seat.fired());
    const reply = await parts.dispatch({
      verb,
      args,
      source: { sender: `schedule:${name}`, roles: ['operator'], input: 'schedule' },
      requestId: null,
      at: null,
    });
    const isRefused = !reply.ok && reply.code !== 'input-disarmed';
    const text = `${wallText(due, seat.rule.zone)} ${verb} ${JSON.stringify(args)}`;
    const verdict = reply.ok ? 'fired' : isRefused ? `refused: ${reply.message}` : 'disarmed';
    input?.heard({ from: name, text, at: clock.iso(), verdict });
    if (isRefused)
      health.set(id, [
        {
          code: 'schedule-refused',
          message: `${name}: ${reply.message} ${messages['schedule-refused'].en}`,
          path: id,
        },
      ]);
    else health.clear(id);
  };
  const miss = ({ record, rule, fired: settled }: ScheduleSeat, at: number) => {
    const name = nameOf(record.id);
    fired.set(name, settled());
    const what = `${name}: ${wallText(at, rule.zone)} ${record.verb}`;
    journal.add('schedule', `${what} was passed over`);
    health.set(record.id, [
      { code: 'schedule-missed', message: `${what}. ${messages['schedule-missed'].en}`, path: record.id },
    ]);
  };
  let cancel = () => {};
  const tick = () => {
    const now = clock.wallMs();
    for (const { seat } of seats.values()) {
      if (!seat.record.isOn) continue;
      const { due, missed } = seat.look(now);
      if (due !== null) void fire(seat, due);
      if (missed !== null) miss(seat, missed);
      if (due !== null || missed !== null) show();
    }
    const next = comingOf(seats.values())?.at ?? Infinity;
    cancel = clock.after(Math.max(1, Math.min(lookMs, next - clock.wallMs())), tick);
  };
  tick();
  return {
    handlers: {
      'schedule/list': ({ count }) =>
        ok({
          armed: inputs.isArmed('schedule'),
          schedules: [...seats.values()].map(({ seat }) => listed(seat, count)),
        }),
    },
    changed(which) {
      if (which === 'station') arrange();
    },
    dispose() {
      cancel();
      input?.dispose();
    },
  };
};

const comingOf = (
  seats: Iterable<{ seat: ScheduleSeat }>,
): { at: number; seat: ScheduleSeat } | undefined => {
  let first: { at: number; seat: ScheduleSeat } | undefined;
  for (const { seat } of seats) {
    const at = seat.coming();
    if (at !== null && (first === undefined || at < first.at)) first = { at, seat };
  }
  return first;
};

const listed = (seat: ScheduleSeat, count: number) => {
  const { id, isOn, verb, args } = seat.record;
  const last = seat.fired().at(-1);
  return {
    id: nameOf(id),
    isOn,
    verb,
    args,
    zone: seat.rule.zone,
    next: isOn ? seat.next(count).map((instant) => new Date(instant).toISOString()) : [],
    last: last === undefined ? null : new Date(last).toISOString(),
  };
};

/** "2026-07-14 21:30:00 Europe/Paris" */
const wallText = (instant: number, zone: string): string =>
  `${new Date(wallOf(zone, instant)).toISOString().slice(0, 19).replace('T', ' ')} ${zone}`;
