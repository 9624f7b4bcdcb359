import { isPjlinkCommand, type PjlinkCommand } from './commands.ts';

/**
 * One line of a PJLink device, without its CR. Devices in the field send lower case, blanks and NUL around what they
 * say, and the other class's digit in the header: all that is taken. What is too long, or is none of it, is noise.
 */
export const MAX_LINE = 136;

export type PjlinkError = 'undefined' | 'parameter' | 'unavailable' | 'failure';
export type PjlinkLine =
  /** `random`: the password is wanted, its digest is md5(random + password). */
  | { kind: 'greeting'; random: string | null }
  /** ERRA: the password is wrong or missing. */
  | { kind: 'locked' }
  | { kind: 'reply'; command: PjlinkCommand; body: string }
  | { kind: 'error'; command: PjlinkCommand; error: PjlinkError }
  | { kind: 'blank' }
  | { kind: 'noise' };

const ERRORS: Readonly<Record<string, PjlinkError>> = {
  ERR1: 'undefined',
  ERR2: 'parameter',
  ERR3: 'unavailable',
  ERR4: 'failure',
};
const noise: PjlinkLine = { kind: 'noise' };

/** Never throws. */
export const readLine = (raw: string): PjlinkLine => {
  // CR counts.
  if (raw.length >= MAX_LINE) return noise;
  const text = trimmed(raw);
  if (text === '') return { kind: 'blank' };
  return /^pjlink\b/i.test(text) ? greeting(text) : reply(text);
};

/** Blanks and control characters at both ends. */
const trimmed = (text: string): string => {
  const isEdge = (at: number) => text.charCodeAt(at) <= 32;
  let from = 0;
  let to = text.length;
  while (from < to && isEdge(from)) from += 1;
  while (to > from && isEdge(to - 1)) to -= 1;
  return text.slice(from, to);
};

const greeting = (text: string): PjlinkLine => {
  const [, mode, random] = /^pjlink +(0|1|erra)(?: +([0-9a-f]{1,32}))?$/i.exec(text) ?? [];
  if (mode === undefined || (mode === '1') !== (random !== undefined)) return noise;
  if (mode.toUpperCase() === 'ERRA') return { kind: 'locked' };
  return { kind: 'greeting', random: random ?? null };
};

const reply = (text: string): PjlinkLine => {
  const [, name = '', body = ''] = /^%[12]([a-z0-9]{4}) *= *(.*)$/is.exec(text) ?? [];
  const command = name.toUpperCase();
  if (!isPjlinkCommand(command)) return noise;
  if (/^erra$/i.test(body)) return { kind: 'locked' };
  const error = ERRORS[body.toUpperCase()];
  return error === undefined ? { kind: 'reply', command, body } : { kind: 'error', command, error };
};
