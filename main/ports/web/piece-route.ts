import type { Context } from 'hono';
import { MOST_PIECE_BYTES } from '../../../core/control/media.verbs.ts';
import { messages } from '../../../core/messages.ts';
import { fail, type Result } from '../../../core/result.ts';
import type { Uploads } from '../../host/media/uploads.ts';
import { readBytes } from './body.ts';

/**
 * `PUT /api/media/<upload>?at=<bytes>`: the next piece of a file. The upload's id is what the sender shows; a stranger,
 * who has none, is answered before a byte is read.
 */
const type = 'application/octet-stream';

export const pieceRoute = async (
  c: Context,
  uploads: Pick<Uploads, 'has' | 'append'>,
): Promise<Result<{ received: number }>> => {
  const id = c.req.param('upload') ?? '';
  if (!uploads.has(id)) return fail('upload-unknown', messages['upload-unknown'].en, 'upload');
  // No form and no foreign page can send this type without being asked first.
  if (c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase() !== type)
    return fail('content-type-refused', `A piece is ${type}.`, 'Content-Type');
  const at = c.req.query('at') ?? '';
  if (!/^\d{1,15}$/.test(at)) return fail('upload-place', messages['upload-place'].en, 'at');
  const bytes = await readBytes(c.req.raw, MOST_PIECE_BYTES);
  return bytes.ok ? uploads.append(id, Number(at), bytes.value) : bytes;
};
