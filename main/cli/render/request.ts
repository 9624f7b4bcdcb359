import path from 'node:path';
import { lensSchema, type World } from '../../../core/facade/viewpoint.ts';
import { patternSchema, type PublicView, type RenderJob } from '../../../core/render/job.ts';
import { CANVAS_PATTERNS } from '../../../core/render/pattern-names.ts';
import { fail, ok, type Result } from '../../../core/result.ts';

/** The flags of `frise render`, as typed, and what they ask for. Every refusal names its flag. */
export type RenderOptions = {
  canvas?: boolean;
  output?: string;
  rig?: string;
  at?: string;
  from?: string;
  to?: string;
  fps?: string;
  size?: string;
  out: string;
  mute?: boolean;
  lang?: string;
  variant?: string;
  view?: string;
  viewpoint?: string;
  eye?: string;
  look?: string;
  lens?: string;
  pattern?: string;
};
export type Wish = Omit<RenderJob, 'show' | 'facade' | 'rig' | 'analyses'>;
const LARGEST = 8192;

export const readWish = (o: RenderOptions): Result<Wish> => {
  const target = readTarget(o);
  if (!target.ok) return target;
  const size = readSize(o.size);
  if (!size.ok) return size;
  const pattern = o.pattern === undefined ? null : patternSchema.safeParse(o.pattern);
  if (pattern && !pattern.success)
    return refuse('--pattern', `${o.pattern}: it is ${CANVAS_PATTERNS.join(', ')} or grey-0 to grey-100.`);
  const moment = readMoment(o);
  if (!moment.ok) return moment;
  return ok({ ...target.value, ...size.value, pattern: pattern?.data ?? null, ...moment.value });
};
const refuse = (flag: string, message: string) => fail('flag-invalid', `${flag} ${message}`, '');
const missing = (message: string) => fail('flag-missing', message);

const readTarget = (o: RenderOptions): Result<Pick<Wish, 'output' | 'language' | 'variant' | 'view'>> => {
  const view = readView(o);
  if (!view.ok) return view;
  if (view.value === null && (o.output === undefined) === !o.canvas)
    return missing('Say what to draw: either --canvas or --output ID, or --view public.');
  if (o.lang !== undefined && o.lang !== 'fr' && o.lang !== 'en')
    return refuse('--lang', `${o.lang}: it is fr or en.`);
  return ok({
    output: o.output ?? null,
    language: o.lang ?? null,
    variant: o.variant ?? null,
    view: view.value,
  });
};

const readView = (o: RenderOptions): Result<PublicView | null> => {
  const { view, viewpoint = null, output } = o;
  if (view !== undefined && view !== 'canvas' && view !== 'public')
    return refuse('--view', `${view}: it is canvas or public.`);
  if (view !== 'public') {
    const extra = (['viewpoint', 'eye', 'look', 'lens'] as const).find((flag) => o[flag] !== undefined);
    return extra ? missing(`--${extra} says from where the public looks: add --view public.`) : ok(null);
  }
  if (output !== undefined)
    return refuse('--output', `${output}: the public sees the wall, not one projector; leave it out.`);
  const eye = readPlace(o.eye, '--eye');
  if (!eye.ok) return eye;
  const target = readPlace(o.look, '--look');
  if (!target.ok) return target;
  const lens = o.lens === undefined ? null : lensSchema.safeParse(Number(o.lens));
  if (lens && !lens.success) return refuse('--lens', `${o.lens}: it is 6 to 400 millimetres.`);
  if (eye.value && eye.value[2] <= 0)
    return refuse('--eye', `${o.eye}: Z is metres before the façade, above 0.`);
  return ok({ viewpoint, eye: eye.value, target: target.value, lens: lens?.data ?? null });
};
const readPlace = (text: string | undefined, flag: string): Result<World | null> => {
  if (text === undefined) return ok(null);
  const [x, y, z, ...rest] = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (x !== undefined && y !== undefined && z !== undefined && rest.length === 0)
    if ([x, y, z].every(Number.isFinite)) return ok([x, y, z]);
  return refuse(flag, `${text}: write it as ${flag} 117.5,1.6,80 (metres: right, up, towards the public).`);
};

const readSize = (text: string | undefined): Result<Pick<Wish, 'width' | 'height'>> => {
  if (text === undefined) return ok({ width: null, height: null });
  const [, width, height] = (/^(\d{1,4})x(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (!width || !height || width > LARGEST || height > LARGEST)
    return refuse('--size', `${text}: write it as --size 1280x720, at most ${LARGEST}x${LARGEST}.`);
  return ok({ width, height });
};

const seconds = (text: string | undefined, flag: string): Result<number | null> => {
  if (text === undefined) return ok(null);
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return ok(value);
  return refuse(flag, `${text} is no number of seconds; write it as ${flag} 12.5`);
};

type Moment = Pick<Wish, 'still' | 'film'>;
const readMoment = (o: RenderOptions): Result<Moment> => {
  const [at, from, to] = [seconds(o.at, '--at'), seconds(o.from, '--from'), seconds(o.to, '--to')];
  if (!at.ok) return at;
  if (!from.ok) return from;
  if (!to.ok) return to;
  const isFilm = [o.from, o.to, o.fps].some((flag) => flag !== undefined) || o.mute === true;
  if (!isFilm) return readStill(o, at.value);
  if (at.value !== null)
    return refuse('--at', 'draws a still and --from, --to a film; leave one of them out.');
  if (to.value === null) return missing('A film needs its end: --from S --to S.');
  return readFilm(o, from.value ?? 0, to.value);
};

const readStill = (o: RenderOptions, at: number | null): Result<Moment> => {
  if (at === null && o.pattern === undefined)
    return missing('Say when: --at S for a still, or --from S --to S for a film.');
  if (path.extname(o.out).toLowerCase() !== '.png')
    return refuse('--out', `${o.out}: a still is a .png; for a film add --from S --to S.`);
  return ok({ still: { at: at ?? 0 }, film: null });
};

const containers: Readonly<Record<string, NonNullable<Wish['film']>['container']>> = {
  '.webm': 'webm',
  '.mp4': 'mp4',
  '.png': 'png',
  '.zip': 'png',
};
const readFilm = (o: RenderOptions, from: number, to: number): Result<Moment> => {
  const extension = path.extname(o.out).toLowerCase();
  const container = containers[extension];
  if (container === undefined)
    return refuse('--out', `${o.out}: a film is a .webm, an .mp4, numbered .png or a .zip of them.`);
  const fps = Number(o.fps ?? 25);
  if (!(fps > 0 && fps <= 240)) return refuse('--fps', `${o.fps}: it is a number above 0, at most 240.`);
  if (to <= from) return refuse('--to', `${to} must be later than --from ${from}.`);
  return ok({ still: null, film: { from, to, fps, mute: o.mute ?? false, container } });
};
