import { INPUT_CODE, type PjlinkClass } from './commands.ts';

/** What stands behind `=`: each reader gives null for what is no such value. */
export type Power = 'off' | 'on' | 'cooling' | 'warming';
export type Shutter = 'open' | 'closed';
export type Lamp = { hours: number; on: boolean };
export const FAULT_PLACES = ['fan', 'lamp', 'temperature', 'cover', 'filter', 'other'] as const;
export type Faults = Partial<Record<(typeof FAULT_PLACES)[number], 'warning' | 'error'>>;

const POWERS = ['off', 'on', 'cooling', 'warming'] as const;
const mostLamps = 8;
const mostInputs = 50;

export const isDone = (body: string): boolean => /^ok$/i.test(body);

export const readPower = (body: string): Power | null =>
  /^[0-3]$/.test(body) ? (POWERS[Number(body)] ?? null) : null;

/** Picture muted, with its sound or without: dark. 20 and 21 speak of sound alone, so the picture is there. */
export const readShutter = (body: string): Shutter | null => {
  if (!/^[123][01]$/.test(body)) return null;
  return body === '11' || body === '31' ? 'closed' : 'open';
};

/** Six digits in the order of FAULT_PLACES; 0 is fine. */
export const readFaults = (body: string): Faults | null => {
  if (!/^[012]{6}$/.test(body)) return null;
  const entries = FAULT_PLACES.flatMap((place, index) => {
    const digit = body[index];
    return digit === '0' ? [] : [[place, digit === '1' ? 'warning' : 'error'] as const];
  });
  return Object.fromEntries(entries);
};

/** `1200 1 980 0`: hours and lit or not, for each light source. */
export const readLamps = (body: string): Lamp[] | null => {
  if (!/^\d{1,5} +[01](?: +\d{1,5} +[01])*$/.test(body)) return null;
  const numbers = body.split(/ +/).map(Number);
  const lamps: Lamp[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2)
    lamps.push({ hours: numbers[at] ?? 0, on: numbers[at + 1] === 1 });
  return lamps.length > mostLamps ? null : lamps;
};

export const readInput = (body: string): string | null => {
  const code = body.toUpperCase();
  return INPUT_CODE.test(code) ? code : null;
};

/** `11 31 32`; what is no code is left out, each code once. */
export const readInputs = (body: string): string[] | null => {
  const codes = new Set(
    body
      .toUpperCase()
      .split(/ +/)
      .filter((code) => INPUT_CODE.test(code)),
  );
  return codes.size === 0 ? null : [...codes].slice(0, mostInputs);
};

/** Class 3 and above answer what 2 answers. */
export const readClass = (body: string): PjlinkClass | null => {
  if (!/^[1-9]$/.test(body)) return null;
  return body === '1' ? 1 : 2;
};

/** A name as people gave it: no control characters, one line. */
export const readText = (body: string): string | null => {
  const clean = Array.from(body, (char) => (/[\p{Cc}\p{Cf}\ufffd]/u.test(char) ? ' ' : char))
    .join('')
    .replace(/ +/g, ' ')
    .trim();
  return clean === '' ? null : clean;
};

/** `1920x1080`; "none" without a signal; null when the device can't tell (`*`). */
export const readSignal = (body: string): string | null => {
  if (body === '-') return 'none';
  return /^\d{1,5}x\d{1,5}$/i.test(body) ? body.toLowerCase() : null;
};

export const readHours = (body: string): number | null => (/^\d{1,5}$/.test(body) ? Number(body) : null);

/** PJLink has no command for degrees; some devices write them into INFO: `Temp: 41.5 C`. °C. */
export const readTemperature = (info: string): number | null => {
  const found = /\btemp(?:erature)?\b[^\d-]{0,12}(-?\d{1,3}(?:\.\d)?)(?! ?°?f\b)(?![\d.])/i.exec(info);
  return found === null ? null : Number(found[1]);
};
