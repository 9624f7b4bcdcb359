import { counted } from './counting.ts';
import { type CounterParameters, dayOf } from './counter.ts';
import { graphemesOf } from './graphemes.ts';
import { wordsIn } from './text.ts';

/**
 * What a counter shows at a time: characters from left to right, each with its strength. A figure is a number: 3.5 is
 * half-way from 3 to 4 on its drum. `blur`: figures that pass in a fiftieth of a second, for a drum too fast to read.
 */
type Figure = { figure: number; blur: number; strength: number; isBlank: boolean };
type Sign = { sign: string; strength: number };
export type Token = Figure | Sign;
type Times = { position: number; free: number };
type Language = 'fr' | 'en';

/** Every character that a counter may come to show: all are set beforehand, so that none waits. */
export const alphabetOf = (p: CounterParameters, language: Language): string[] => {
  const months = Array.from({ length: p.kind === 'date' ? 12 : 0 }, (_, month) =>
    dateText(month * 30 + 0.5 + month / 2, p.dateStyle, language),
  );
  const fixed = ['0123456789−:,.\u202f', wordsIn(p.before, language), wordsIn(p.after, language)];
  return [...new Set(graphemesOf([...fixed, ...months].join('')))];
};

const SHUTTER_S = 1 / 50;
/** Figures that lie on one another at most. */
const MOST_BLUR = 1.5;
/** Of one part in 10¹⁰: a value that stands on a figure is not taken for just below it. */
const GRAIN = 1e-10;

export const tokensOf = (p: CounterParameters, times: Times, language: Language): Token[] => {
  const core = coreOf(p, times, language);
  return [...signs(wordsIn(p.before, language)), ...core, ...signs(wordsIn(p.after, language))];
};

const coreOf = (p: CounterParameters, times: Times, language: Language): Token[] => {
  if (p.kind === 'date') return dateOf(p, counted(p, times), language);
  const at = (ahead: number): number => p.from + (p.to - p.from) * counted(p, times, ahead);
  if (p.kind === 'duration') return durationOf(at(0));
  return numberOf(p, at(0), Math.abs(at(SHUTTER_S) - at(0)), language);
};

const signs = (text: string): Sign[] => graphemesOf(text).map((sign) => ({ sign, strength: 1 }));
const still = (figure: number): Figure => ({ figure, blur: 0, strength: 1, isBlank: false });
/** Figures of a written text stand; the rest are signs. */
const written = (text: string): Token[] =>
  graphemesOf(text).map((sign) => (/\d/.test(sign) ? still(Number(sign)) : { sign, strength: 1 }));

/** Widest count of figures in front of the point, so that a number that grows keeps its place. */
const placesOf = (p: CounterParameters): number => {
  const most = Math.max(Math.abs(p.from), Math.abs(p.to));
  return Math.max(p.digits, String(Math.floor(most * (1 + GRAIN))).length);
};

const numberOf = (p: CounterParameters, value: number, pace: number, language: Language): Token[] => {
  const decimals = p.kind === 'year' ? 0 : p.decimals;
  const fine = Math.abs(value) * 10 ** decimals;
  const units = fine + Math.max(GRAIN, fine * GRAIN);
  const speed = p.roll > 0 ? pace * 10 ** decimals : 0;
  const own = Math.max(String(Math.floor(units)).length, decimals + p.digits);
  const tokens: Token[] = [];
  for (let place = placesOf(p) + decimals - 1; place >= 0; place -= 1) {
    const figure = figureAt(units, place, p.roll, speed);
    // A figure that isn't there yet comes in from a blank.
    const isThere = place < own;
    tokens.push({ ...figure, strength: isThere || figure.figure > 0 ? 1 : 0, isBlank: !isThere });
    const left = place - decimals;
    if (left === 0 && decimals > 0) tokens.push({ sign: language === 'fr' ? ',' : '.', strength: 1 });
    else if (p.kind === 'number' && p.grouped && left > 0 && left % 3 === 0)
      tokens.push({ sign: language === 'fr' ? '\u202f' : ',', strength: isThere ? 1 : 0 });
  }
  return value < 0 && units >= 1 ? [{ sign: '−', strength: 1 }, ...tokens] : tokens;
};

/**
 * The drum of a place. It rests, then rolls in the last share of its own turn: of a unit for the last place, while all
 * drums below go from 9 to 0 for the others. A drum too fast to be read never rests.
 */
const figureAt = (units: number, place: number, roll: number, speed: number): Figure => {
  const turns = units / 10 ** place;
  const whole = Math.floor(turns);
  const pace = Math.min(1, speed / 10 ** place);
  const share = roll / 10 ** place + (1 - roll / 10 ** place) * pace;
  const t = share > 0 ? Math.min(1, Math.max(0, (turns - whole - (1 - share)) / share)) : 0;
  const eased = t * t * (3 - 2 * t);
  const figure = (whole % 10) + eased + (t - eased) * pace;
  return { figure, blur: t > 0 ? Math.min(MOST_BLUR, speed / 10 ** place) : 0, strength: 1, isBlank: false };
};

const durationOf = (value: number): Token[] => {
  const all = Math.max(0, Math.floor(value + GRAIN));
  const two = (part: number): string => String(part).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  return written(`${hours > 0 ? `${hours}:` : ''}${hours > 0 ? two(minutes) : minutes}:${two(seconds)}`);
};

const styles = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  numeric: { day: '2-digit', month: '2-digit', year: 'numeric' },
} as const satisfies Record<CounterParameters['dateStyle'], Intl.DateTimeFormatOptions>;
/** Making a format takes long, and a counter asks in every frame. */
const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (style: CounterParameters['dateStyle'], language: Language): Intl.DateTimeFormat => {
  const key = `${style} ${language}`;
  const found =
    formats.get(key) ??
    new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { timeZone: 'UTC', ...styles[style] });
  formats.set(key, found);
  return found;
};
const dateText = (day: number, style: CounterParameters['dateStyle'], language: Language): string => {
  const text = formatOf(style, language).format(day * 86_400_000);
  // French writes the first of a month as an ordinal.
  return language === 'fr' && style === 'long' ? text.replace(/^1 /, '1er ') : text;
};
const dateOf = (p: CounterParameters, share: number, language: Language): Token[] => {
  const [from, to] = [dayOf(p.fromDate) ?? 0, dayOf(p.toDate) ?? 0];
  return written(dateText(Math.floor(from + (to - from) * share + GRAIN), p.dateStyle, language));
};
