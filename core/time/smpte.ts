/**
 * SMPTE 12M time code as arithmetic: addresses of frames, counted at a nominal rate, run at the true one. The fractional
 * rates run at 1000/1001 of their count; drop frame leaves out the addresses :00 and :01 of each minute but every tenth,
 * so that 29.97 stays with the wall clock. Days wrap.
 */
export const rates = {
  '23.976': { nominal: 24, perSecond: 24_000 / 1001, isDrop: false },
  '24': { nominal: 24, perSecond: 24, isDrop: false },
  '25': { nominal: 25, perSecond: 25, isDrop: false },
  '29.97': { nominal: 30, perSecond: 30_000 / 1001, isDrop: false },
  '29.97df': { nominal: 30, perSecond: 30_000 / 1001, isDrop: true },
  '30': { nominal: 30, perSecond: 30, isDrop: false },
} as const;
export type TimecodeRate = keyof typeof rates;
export const timecodeRates = ['23.976', '24', '25', '29.97', '29.97df', '30'] as const;

export type Code = { hours: number; minutes: number; seconds: number; frames: number };

/** Addresses left out at a dropping minute, and what ten minutes of drop frame hold. */
const DROPPED = 2;
const TEN_MINUTES_DROP = 10 * 60 * 30 - 9 * DROPPED;

export const framesPerDay = (rate: TimecodeRate): number =>
  rates[rate].isDrop ? 6 * 24 * TEN_MINUTES_DROP : 24 * 3600 * rates[rate].nominal;

/** Whether the address exists: in range, and not one that drop frame leaves out. */
export const isCode = ({ hours, minutes, seconds, frames }: Code, rate: TimecodeRate): boolean => {
  const { nominal, isDrop } = rates[rate];
  const isWhole = [hours, minutes, seconds, frames].every((each) => Number.isInteger(each) && each >= 0);
  const isInRange = isWhole && hours < 24 && minutes < 60 && seconds < 60 && frames < nominal;
  return isInRange && !(isDrop && seconds === 0 && frames < DROPPED && minutes % 10 !== 0);
};

/** Frames since 00:00:00:00. */
export const framesOf = ({ hours, minutes, seconds, frames }: Code, rate: TimecodeRate): number => {
  const { nominal, isDrop } = rates[rate];
  const all = hours * 60 + minutes;
  const count = (all * 60 + seconds) * nominal + frames;
  return isDrop ? count - DROPPED * (all - Math.floor(all / 10)) : count;
};

/** The address of a frame, of any day before or after. */
export const codeOf = (frame: number, rate: TimecodeRate): Code => {
  const { nominal, isDrop } = rates[rate];
  const day = framesPerDay(rate);
  const wrapped = ((Math.floor(frame) % day) + day) % day;
  const count = isDrop ? wrapped + droppedBefore(wrapped) : wrapped;
  return {
    hours: Math.floor(count / (3600 * nominal)),
    minutes: Math.floor(count / (60 * nominal)) % 60,
    seconds: Math.floor(count / nominal) % 60,
    frames: count % nominal,
  };
};

/** Addresses that were left out before a frame: the first minute of each ten has all 1800, the others 1798. */
const droppedBefore = (frame: number): number => {
  const tens = Math.floor(frame / TEN_MINUTES_DROP);
  const rest = frame % TEN_MINUTES_DROP;
  const minutes = rest < 1800 ? 0 : 1 + Math.floor((rest - 1800) / 1798);
  return DROPPED * (9 * tens + minutes);
};

/** Seconds that a number of frames lasts. */
export const secondsOf = (frames: number, rate: TimecodeRate): number => frames / rates[rate].perSecond;

/** Seconds from one frame to another by the shorter way round the day. */
export const secondsBetween = (from: number, to: number, rate: TimecodeRate): number => {
  const day = framesPerDay(rate);
  const ahead = (((to - from) % day) + day) % day;
  return secondsOf(ahead > day / 2 ? ahead - day : ahead, rate);
};

const two = (value: number): string => String(value).padStart(2, '0');
/** `10:00:12:05`; drop frame with a semicolon before the frames, as the trade writes it. */
export const codeText = ({ hours, minutes, seconds, frames }: Code, rate: TimecodeRate): string =>
  `${two(hours)}:${two(minutes)}:${two(seconds)}${rates[rate].isDrop ? ';' : ':'}${two(frames)}`;

export const CODE_PATTERN = /^(\d{2}):(\d{2}):(\d{2})[:;.](\d{2})$/;
/** null: no code, or none that exists at this rate. */
export const readCode = (text: string, rate: TimecodeRate): Code | null => {
  const parts = CODE_PATTERN.exec(text);
  if (!parts) return null;
  const [hours = -1, minutes = -1, seconds = -1, frames = -1] = parts.slice(1).map(Number);
  const code = { hours, minutes, seconds, frames };
  return isCode(code, rate) ? code : null;
};
