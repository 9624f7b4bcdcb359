import type { RenderOptions } from '../../cli/render/request.ts';
import type { ExportWish } from '../../../core/control/export.verbs.ts';
import { messages } from '../../../core/messages.ts';
import { fail, ok, type Result } from '../../../core/result.ts';

/** Codes: `export-picture`, `export-format`, `export-times`. `duration`: of the main timeline, seconds. */
export const checkWish = (wish: ExportWish, duration: number): Result<null> => {
  const { format, from, to } = wish;
  if (wish.viewpoint !== null && wish.output !== null)
    return fail('export-picture', messages['export-picture'].en, 'viewpoint');
  if ((format === 'png') !== (to === null))
    return fail('export-format', messages['export-format'].en, 'format');
  if (from > duration || (to !== null && (to <= from || to > duration)))
    return fail('export-times', messages['export-times'].en, to === null ? 'from' : 'to');
  return ok(null);
};

export const framesOf = ({ from, to, fps }: ExportWish): number =>
  to === null ? 1 : Math.max(1, Math.round((to - from) * fps));

/** As `frise render` is told. */
export const optionsOf = (wish: ExportWish, out: string): RenderOptions => {
  const { output, viewpoint, from, to, fps, width, height, isMute, language } = wish;
  return {
    ...(viewpoint !== null
      ? { view: 'public', ...(viewpoint === '' ? {} : { viewpoint }) }
      : output === null
        ? { canvas: true }
        : { output }),
    ...(to === null
      ? { at: String(from) }
      : { from: String(from), to: String(to), fps: String(fps), ...(isMute ? { mute: true } : {}) }),
    ...(language === null ? {} : { lang: language }),
    size: `${width}x${height}`,
    out,
  };
};

/** `usine-extraordinaire canvas 0-30s 960x253.mp4`: what it is, to whom it is sent. */
export const fileNameOf = (title: string, wish: ExportWish): string => {
  const { output, viewpoint, from, to, width, height, format } = wish;
  const time = to === null ? `${from}s` : `${from}-${to}s`;
  const words = [
    title,
    viewpoint === '' ? 'public' : (viewpoint ?? output ?? 'façade'),
    time,
    `${width}x${height}`,
  ].join(' ');
  return `${words.replaceAll(/[\\/:*?"<>|\s]+/g, ' ').trim()}.${format}`;
};
