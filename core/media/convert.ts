import { endingOf } from './media-type.ts';

/**
 * What to do with a file that can't be decoded here: the command that makes one of it which can. A film becomes H.264,
 * or VP9 where it has an alpha channel, with a key frame every half second, so that it can be scrubbed.
 */
export type Conversion = { what: (typeof CONVERSIONS)[number]; command: string };
type Sort = 'film' | 'sound' | 'picture';

const SORTS: Readonly<Record<Sort, readonly string[]>> = {
  film: 'mp4 m4v mov webm mkv avi mxf mpg mpeg m2v m2ts mts ts wmv flv dv ogv 3gp gif'.split(' '),
  sound: 'wav mp3 ogg opus m4a flac aif aiff aifc caf wma ac3 mp2 w64 bwf'.split(' '),
  picture: 'png jpg jpeg webp avif tif tiff bmp psd exr hdr dpx tga heic heif jp2'.split(' '),
};
/** null: nothing that a converter of films could make anything of. */
export const sortOf = (name: string): Sort | null => {
  const ending = endingOf(name);
  return (['film', 'sound', 'picture'] as const).find((sort) => SORTS[sort].includes(ending)) ?? null;
};

export const CONVERSIONS = ['h264', 'vp9-alpha', 'wav', 'png'] as const;

/** What ffmpeg is asked for between the file that it reads and the one that it writes; the latter's ending. */
export const CODING: Readonly<Record<Conversion['what'], { options: string; ending: string }>> = {
  h264: {
    options:
      '-c:v libx264 -preset slow -crf 16 -pix_fmt yuv420p -g 12 -c:a aac -b:a 320k -movflags +faststart',
    ending: 'mp4',
  },
  'vp9-alpha': {
    options: '-c:v libvpx-vp9 -crf 20 -b:v 0 -pix_fmt yuva420p -g 12 -c:a libopus -b:a 256k',
    ending: 'webm',
  },
  wav: { options: '-c:a pcm_s24le', ending: 'wav' },
  png: { options: '-frames:v 1', ending: 'png' },
};
const OFFERED: Readonly<Record<Sort, readonly Conversion['what'][]>> = {
  film: ['h264', 'vp9-alpha'],
  sound: ['wav'],
  picture: ['png'],
};

/** What can be made of a file of this name. */
export const offersOf = (name: string): readonly Conversion['what'][] => {
  const sort = sortOf(name);
  return sort === null ? [] : OFFERED[sort];
};

/** What comes of it is called after the file, and never the same. */
export const convertedName = (name: string, what: Conversion['what']): string => {
  const { ending } = CODING[what];
  const base = name.replace(/\.[^.]+$/, '');
  const own = `${base}.${ending}`;
  return own === name ? `${base}-frise.${ending}` : own;
};

/** A name as one word of a shell, also of the one of Windows; never an option. */
const word = (name: string): string =>
  `"${(name.startsWith('-') ? `./${name}` : name).replaceAll(/(["\\$`])/g, '\\$1')}"`;

export const conversionsOf = (name: string): Conversion[] =>
  offersOf(name).map((what) => ({
    what,
    command: `ffmpeg -i ${word(name)} ${CODING[what].options} ${word(convertedName(name, what))}`,
  }));
