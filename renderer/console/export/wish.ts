import type { ExportWish } from '../../../core/control/export.verbs.ts';
import type { CompiledOutput } from '../../../core/rig/rig.document.ts';

/** What a person has chosen so far; `width` in pixels, times in seconds. */
export type Choice = Pick<ExportWish, 'output' | 'viewpoint' | 'fps' | 'isMute' | 'language'> & {
  isFilm: boolean;
  from: number;
  to: number;
  width: number;
  container: 'mp4' | 'webm' | 'zip';
};
export const WIDTHS = [640, 960, 1280, 1920, 3840] as const;
export const RATES = [12.5, 25, 30, 50, 60] as const;

/** From the public's place: as films and screens are. */
const FILM = { width: 16, height: 9 };
/** Film encoders take even sides. */
const even = (value: number): number => Math.max(16, 2 * Math.round(value / 2));

/** Pixels; as high as the picture is at this width. */
export const heightOf = (
  width: number,
  canvas: { width: number; height: number },
  output: Pick<CompiledOutput, 'width' | 'height'> | null,
  isPublic = false,
): number => {
  const { width: own, height } = isPublic ? FILM : (output ?? canvas);
  return even((width * height) / own);
};

/** null: the times are none. `duration` of the show, seconds. */
export const wishOf = (choice: Choice, height: number, duration: number): ExportWish | null => {
  const { isFilm, from, to, width, container, output, viewpoint, fps, isMute, language } = choice;
  const isInside = from >= 0 && from <= duration && (!isFilm || (to > from && to <= duration));
  if (!isInside || !(width >= 16 && width <= 8192) || height > 8192) return null;
  const rest = {
    output,
    viewpoint,
    fps,
    isMute: isFilm && (isMute || container === 'zip'),
    language,
    from,
    width: even(width),
    height,
  };
  return isFilm ? { ...rest, to, format: container } : { ...rest, to: null, format: 'png' };
};

/** `1.4 MB`, as file managers count. */
export const sizeText = (bytes: number, language: 'fr' | 'en'): string => {
  const [value, unit] = bytes >= 1e6 ? [bytes / 1e6, 'M'] : [bytes / 1e3, 'k'];
  const digits = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(value);
  return `${digits} ${unit}${language === 'fr' ? 'o' : 'B'}`;
};

/** `4 min 05 s`. */
export const leftText = (seconds: number): string => {
  const whole = Math.max(1, Math.ceil(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
};
