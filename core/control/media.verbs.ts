import { z } from 'zod';
import { CONVERSIONS } from '../media/convert.ts';

/** Files for the show: asked for, sent in pieces over HTTP (docs/media-upload.md), finished. */
const nothing = z.object({});
const upload = z.string().regex(/^[0-9a-f]{32}$/, 'must be the id of an upload');
const designer = ['designer', 'owner'] as const;

/** Largest file that is taken, bytes. */
export const MOST_MEDIA_BYTES = 64 * 2 ** 30;
/** Largest piece, bytes; a page sends smaller ones. */
export const MOST_PIECE_BYTES = 8 * 2 ** 20;

export const mediaVerbs = {
  /**
   * Room for one file. Its pieces go to `PUT /api/media/<upload>?at=<bytes>`. `convert`: it is not for the show itself but
   * for `media/convert`, and may be of any kind that a converter of films reads.
   */
  'media/begin': {
    in: z.strictObject({
      name: z.string().min(1).max(1000),
      bytes: z.number().int().positive(),
      convert: z.enum(CONVERSIONS).optional(),
    }),
    out: z.object({ upload, piece: z.number() }),
    roles: designer,
    effect: 'edit',
    stable: false,
  },
  /**
   * The whole file is there: it is taken into the show's folder. `medium`: a record that has this very file already, or
   * had it and misses it; null: none, and the page puts one with `path` and `hash`.
   */
  'media/finish': {
    in: z.strictObject({
      upload,
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    }),
    out: z.object({
      path: z.string(),
      hash: z.string(),
      medium: z.string().nullable(),
      /** The file of that record was missing and is back. */
      relinked: z.boolean(),
    }),
    roles: designer,
    effect: 'edit',
    stable: false,
  },
  /** Which converter this machine has; null: none. */
  'media/converter': {
    in: z.strictObject({}),
    out: z.object({ ffmpeg: z.string().nullable() }),
    roles: designer,
    effect: 'read',
    stable: false,
  },
  /** The whole file is there: ffmpeg makes of it what `media/begin` said. One at a time; `media/cancel` ends it. */
  'media/convert': {
    in: z.strictObject({ upload }),
    out: nothing,
    roles: designer,
    effect: 'edit',
    stable: false,
  },
  /** `share` 0–1. What comes of it is at `/api/media/<upload>/converted` until `media/cancel`. */
  'media/converted': {
    in: z.strictObject({ upload }),
    out: z.object({ isDone: z.boolean(), share: z.number(), name: z.string() }),
    roles: designer,
    effect: 'read',
    stable: false,
  },
  'media/cancel': {
    in: z.strictObject({ upload }),
    out: nothing,
    roles: designer,
    effect: 'edit',
    stable: false,
  },
} as const;
