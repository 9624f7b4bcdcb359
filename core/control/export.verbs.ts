import { z } from 'zod';

/** Films, stills and numbered pictures of the show, drawn on this machine beside everything else and fetched from `/export/<id>`. */
const position = z.number().finite().nonnegative();
const side = z.number().int().min(16).max(8192);
const roles = ['operator', 'designer', 'technician', 'owner'] as const;

export const exportWishSchema = z.strictObject({
  /** An output's name: its picture, corrected. null: the whole canvas. */
  output: z.string().max(80).nullable().default(null),
  /** Key of one of the façade's viewpoints: the building at night from there; "": from its first. null: as the line above says. */
  viewpoint: z.string().max(80).nullable().default(null),
  /** Seconds on the main timeline: of a still `from` alone, of a film up to `to`. */
  from: position,
  to: position.nullable().default(null),
  fps: z.number().min(1).max(120).default(25),
  width: side,
  height: side,
  /** zip: numbered PNG pictures. */
  format: z.enum(['png', 'mp4', 'webm', 'zip']),
  isMute: z.boolean().default(false),
  language: z.enum(['fr', 'en']).nullable().default(null),
});
export type ExportWish = z.output<typeof exportWishSchema>;

export const exportVerbs = {
  /** Puts a film or a still on the list. It is drawn while nothing plays. */
  'export/start': {
    in: exportWishSchema,
    out: z.object({ id: z.string() }),
    roles,
    effect: 'station',
    stable: false,
  },
  /** Ends one that waits or is drawn, or takes one that is done off the list, with its file. */
  'export/remove': {
    in: z.strictObject({ id: z.string().max(80) }),
    out: z.object({}),
    roles,
    effect: 'station',
    stable: false,
  },
} as const;
