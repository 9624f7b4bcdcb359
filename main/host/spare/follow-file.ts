import path from 'node:path';
import { z } from 'zod';
import { readIfThere, writeDurably } from '../store/files.ts';

/** What the station keeps of the host that it follows: where its mirror lies, and how it is let in. Mode 600. */
const fileSchema = z.object({
  format: z.literal('frise-follow'),
  schema: z.literal(1),
  url: z.string(),
  /** Of a paired device; null: none was needed. */
  token: z.string().nullable(),
  /** PEM of the certificate shown at pairing; null: http. */
  ca: z.string().nullable(),
  /** The mirror: its folder below `shows/`, and the paths in it; null: nothing was mirrored yet. */
  mirror: z.object({ folder: z.string(), facade: z.string(), rig: z.string() }).nullable(),
  /** Made the main host by hand: stays it. */
  taken: z.boolean(),
});
export type FollowState = Omit<z.infer<typeof fileSchema>, 'format' | 'schema'>;

const fileOf = (station: string) => path.join(station, 'follow.json');

/** What is kept of this very host; of another one nothing counts. A file that can't be understood is none. */
export const readFollow = async (station: string, url: string): Promise<FollowState> => {
  const nothing: FollowState = { url, token: null, ca: null, mirror: null, taken: false };
  const text = await readIfThere(fileOf(station));
  if (text === null) return nothing;
  try {
    const parsed = fileSchema.safeParse(JSON.parse(text));
    return parsed.success && parsed.data.url === url ? parsed.data : nothing;
  } catch {
    return nothing; // torn or written by hand: it is asked for anew
  }
};

export const writeFollow = (station: string, state: FollowState): Promise<void> =>
  writeDurably(
    fileOf(station),
    `${JSON.stringify({ format: 'frise-follow', schema: 1, ...state }, null, 2)}\n`,
    0o600,
  );
