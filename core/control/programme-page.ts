/**
 * What an address of the clean feed asks for: `/programme?size=1920x1080&fps=30&lang=en&sound=0&view=canvas`, or
 * `?view=public&viewpoint=porch`. A value
 * that makes no sense is left out, so that a typing error in a stream's scene never leaves it without a picture.
 */
export type ProgrammePage = {
  /** Pixels; `height` null: as the canvas has it. null: as large as the window. */
  size: { width: number; height: number | null } | null;
  /** Frames a second at most. */
  fps: number;
  /** null: the show's own. */
  language: 'fr' | 'en' | null;
  hasSound: boolean;
  view: 'canvas' | 'public';
  /** One of the façade's, for the public's view; null: its first. */
  viewpoint: string | null;
};
const largest = 8192;

const sizeOf = (text: string | null): ProgrammePage['size'] => {
  const match = /^(\d{2,4})x(\d{2,4})?$/.exec(text ?? '');
  const width = Number(match?.[1]);
  const height = match?.[2] === undefined ? null : Number(match[2]);
  if (!match || width < 16 || width > largest || (height !== null && (height < 16 || height > largest)))
    return null;
  return { width, height };
};

/** `read`: a value of the address's query, or null. */
export const programmePageOf = (read: (name: string) => string | null): ProgrammePage => {
  const fps = Number(read('fps'));
  const language = read('lang');
  return {
    size: sizeOf(read('size')),
    fps: Number.isFinite(fps) && fps >= 1 && fps <= 60 ? fps : 60,
    language: language === 'fr' || language === 'en' ? language : null,
    hasSound: read('sound') !== '0',
    view: read('view') === 'public' ? 'public' : 'canvas',
    viewpoint: read('viewpoint'),
  };
};

/** Pixels of the whole canvas (metres) in the size that was asked for, or in the room of the window. */
export const programmeSize = (
  { size }: Pick<ProgrammePage, 'size'>,
  canvas: { width: number; height: number },
  room: { width: number; height: number },
): { width: number; height: number } => {
  const height = size?.height ?? (size === null ? room.height : (size.width * canvas.height) / canvas.width);
  const wanted = { width: size?.width ?? room.width, height };
  const ratio = Math.min(wanted.width / canvas.width, wanted.height / canvas.height);
  return {
    width: Math.max(1, Math.round(canvas.width * ratio)),
    height: Math.max(1, Math.round(canvas.height * ratio)),
  };
};

/** Pixels of the public's view: the size that was asked for, 16:9 where only a width was, or the window's. */
export const publicSize = (
  { size }: Pick<ProgrammePage, 'size'>,
  room: { width: number; height: number },
): { width: number; height: number } =>
  size === null ? room : { width: size.width, height: size.height ?? Math.round((size.width * 9) / 16) };
