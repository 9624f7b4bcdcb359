import { z } from 'zod';
import type { Conversion } from '../../../../core/media/convert.ts';
import { fail, ok, type Result } from '../../../../core/result.ts';
import { verbs } from '../../../../core/control/verbs.ts';
import { after } from '../../../link/clock.ts';
import type { ConsoleLink } from '../../console-link.ts';

/** A file to the host, piece by piece (docs/media-upload.md). A break of the line is waited out some times. */
export type Sent = { path: string; hash: string; medium: string | null; relinked: boolean };
type Options = {
  link: Pick<ConsoleLink, 'verb'>;
  file: File;
  /** It goes to the host's converter and not into the show. */
  convert?: Conversion['what'];
  signal: AbortSignal;
  /** Share, 0–1. */
  progress: (share: number) => void;
};
const triesAPiece = 5;
const cancelled = () => fail('upload-cancelled', '');

export const sendFile = async (options: Options): Promise<Result<Sent>> => {
  const sent = await sendPieces(options);
  if (!sent.ok) return sent;
  const finished = await options.link.verb('media/finish', { upload: sent.value });
  return finished.ok ? ok(verbs['media/finish'].out.parse(finished.value)) : finished;
};

/** @returns the upload's id: all of the file is at the host. */
export const sendPieces = async ({
  link,
  file,
  convert,
  signal,
  progress,
}: Options): Promise<Result<string>> => {
  const asked = { name: file.name, bytes: file.size, ...(convert ? { convert } : {}) };
  const begun = await link.verb('media/begin', asked);
  if (!begun.ok) return begun;
  const { upload, piece } = verbs['media/begin'].out.parse(begun.value);
  for (let at = 0; at < file.size;) {
    const part = file.slice(at, Math.min(file.size, at + piece));
    const sent = await sendPiece(`/api/media/${upload}?at=${at}`, part, signal);
    if (!sent.ok) {
      // Whatever became of it, the host is told at once rather than after ten minutes.
      await link.verb('media/cancel', { upload });
      return sent;
    }
    at += part.size;
    progress(at / file.size);
  }
  return ok(upload);
};

const sendPiece = async (url: string, body: Blob, signal: AbortSignal): Promise<Result<null>> => {
  for (let tries = 1; ; tries += 1) {
    if (signal.aborted) return cancelled();
    try {
      const headers = { 'Content-Type': 'application/octet-stream' };
      const reply = await fetch(url, { method: 'PUT', headers, body, signal });
      return readReply(await reply.json());
    } catch (error) {
      if (signal.aborted) return cancelled();
      if (tries === triesAPiece)
        return fail('upload-line', error instanceof Error ? error.message : String(error));
      await again(tries);
    }
  }
};

const answerSchema = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), code: z.string(), message: z.string(), path: z.string() }),
]);
const readReply = (answer: unknown): Result<null> => {
  const read = answerSchema.safeParse(answer);
  if (!read.success) return fail('upload-line', read.error.message);
  return read.data.ok ? ok(null) : fail(read.data.code, read.data.message, read.data.path);
};

const again = (tries: number): Promise<void> =>
  new Promise((done) => {
    after(500 * tries, done);
  });
