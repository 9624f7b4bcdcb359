import { endingOf } from './media-type.ts';

/**
 * What to do with a file that can't be decoded here: the command that makes one of it which can. A film becomes H.264,
 * or VP9 where it has an alpha channel, with a key frame every half second, so that it can be scrubbed.
 */
export type Conversion = { what: 'h264' | 'vp9-alpha' | 'wav' | 'png'; command: string };
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

/** A name as one word of a shell, also of the one of Windows; never an option. */
const word = (name: string): string =>
  `"${(name.startsWith('-') ? `./${name}` : name).replaceAll(/(["\\$`])/g, '\\$1')}"`;
const named = (name: string, ending: string): string => {
  const base = name.replace(/\.[^.]+$/, '');
  const own = `${base}.${ending}`;
  return word(own === name ? `${base}-frise.${ending}` : own);
};

export const conversionsOf = (name: string): Conversion[] => {
  const from = `ffmpeg -i ${word(name)}`;
  switch (sortOf(name)) {
    case 'film':
      return [
        {
          what: 'h264',
          command: `${from} -c:v libx264 -preset slow -crf 16 -pix_fmt yuv420p -g 12 -c:a aac -b:a 320k -movflags +faststart ${named(name, 'mp4')}`,
        },
        {
          what: 'vp9-alpha',
          command: `${from} -c:v libvpx-vp9 -crf 20 -b:v 0 -pix_fmt yuva420p -g 12 -c:a libopus -b:a 256k ${named(name, 'webm')}`,
        },
      ];
    case 'sound':
      return [{ what: 'wav', command: `${from} -c:a pcm_s24le ${named(name, 'wav')}` }];
    case 'picture':
      return [{ what: 'png', command: `${from} -frames:v 1 ${named(name, 'png')}` }];
    case null:
      return [];
  }
};
