/**
 * MIDI Show Control (MIDI 1.0 addendum RP-002): F0 7F <device> 02 <format> <command> <data> F7. Cue numbers, lists and
 * paths are ASCII digits and points, each but the last ended by 00; some desks end the last one, too. TIMED_GO has a
 * time of five bytes (hr mn sc fr ff, as in time code) before the cue.
 */
export type MscCommand =
  | { kind: 'go' | 'stop' | 'resume' | 'load' | 'go-off'; cue: string | null; list: string | null }
  | { kind: 'timed-go'; seconds: number; cue: string | null; list: string | null }
  | { kind: 'all-off' | 'restore' | 'reset' }
  | { kind: 'other'; code: number };
export type MscMessage = {
  /** 0–111 one device, 112–126 a group, 127 all. */
  device: number;
  /** 1 lighting, 16 sound, 48 video, 127 all types … */
  format: number;
  command: MscCommand;
};

const named = { 0x01: 'go', 0x02: 'stop', 0x03: 'resume', 0x05: 'load', 0x0b: 'go-off' } as const;
const bare = { 0x08: 'all-off', 0x09: 'restore', 0x0a: 'reset' } as const;
/** Frames a second by the two rate bits of the hour; the third is drop frame. */
const perSecond = [24, 25, 30_000 / 1001, 30] as const;

/** null: no MSC, or malformed. */
export const readMsc = (bytes: ArrayLike<number>): MscMessage | null => {
  const all = Array.from(bytes);
  const [begin, universal, device = 128, kind, format = 128, command = 128] = all;
  const isMsc = begin === 0xf0 && universal === 0x7f && kind === 0x02 && all.at(-1) === 0xf7;
  const inner = all.slice(6, -1);
  if (!isMsc || all.length < 7 || [device, format, command, ...inner].some((byte) => !(byte < 128)))
    return null;
  const read = readCommand(command, inner);
  return read && { device, format, command: read };
};

const readCommand = (code: number, data: readonly number[]): MscCommand | null => {
  if (code in bare) return { kind: bare[code as keyof typeof bare] };
  if (code === 0x04) {
    const [hour = 0, minute = 0, second = 0, frame = 0, part = 0] = data;
    const seconds =
      (hour & 31) * 3600 +
      minute * 60 +
      second +
      ((frame & 31) + part / 100) / (perSecond[(hour >> 5) & 3] ?? 30);
    const names = data.length < 5 ? null : readNames(data.slice(5));
    return names && { kind: 'timed-go', seconds, ...names };
  }
  if (!(code in named)) return { kind: 'other', code };
  const names = readNames(data);
  return names && { kind: named[code as keyof typeof named], ...names };
};

const readNames = (data: readonly number[]): { cue: string | null; list: string | null } | null => {
  const [cue = '', list = ''] = String.fromCharCode(...data).split('\0');
  const isName = (text: string) => /^[0-9.]*$/.test(text);
  return isName(cue) && isName(list) ? { cue: cue || null, list: list || null } : null;
};

/** Whether a message is meant for this device: `device` and `format` null take all. */
export const isForUs = (
  { device, format }: MscMessage,
  own: { device: number | null; format: number | null },
): boolean =>
  (own.device === null || device === 127 || device === own.device) &&
  (own.format === null || format === 127 || format === own.format);

export type MscVerb = { verb: string; args: Record<string, unknown> };
/** What it asks of the show; null: nothing that a show can do. */
export const verbOfMsc = (command: MscCommand): MscVerb | null => {
  switch (command.kind) {
    case 'go':
      return command.cue === null ? { verb: 'go', args: {} } : { verb: 'cue/go', args: { cue: command.cue } };
    case 'timed-go': {
      const fade = Math.round(command.seconds * 1000) / 1000;
      return command.cue === null
        ? { verb: 'go', args: { fade } }
        : { verb: 'cue/go', args: { cue: command.cue, fade } };
    }
    case 'stop':
      return { verb: 'pause', args: {} };
    case 'resume':
      return { verb: 'resume', args: {} };
    case 'load':
      return command.cue === null ? null : { verb: 'standby', args: { cue: command.cue } };
    case 'all-off':
      return { verb: 'blackout', args: { on: true } };
    case 'restore':
      return { verb: 'blackout', args: { on: false } };
    case 'reset':
      return { verb: 'reset', args: {} };
    case 'go-off':
    case 'other':
      return null;
  }
};
