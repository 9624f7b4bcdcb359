import type { Conversion } from '../../../../core/media/convert.ts';
import { verbs } from '../../../../core/control/verbs.ts';
import { fail, ok, type Result } from '../../../../core/result.ts';
import { after } from '../../../link/clock.ts';
import type { ConsoleLink } from '../../console-link.ts';
import type { Copied } from './close-keys.ts';
import { sendPieces } from './send.ts';

/**
 * A file that no page decodes → what the host's ffmpeg makes of it, as a file of this page, which then comes into the
 * show as any other. Codes: those of an upload, and `convert-missing`, `convert-busy`, `convert-failed`.
 */
type Options = {
  link: Pick<ConsoleLink, 'verb'>;
  file: File;
  what: Conversion['what'];
  signal: AbortSignal;
  sending(share: number): void;
  converting(share: number): void;
};
const lookMs = 400;

export const convertHere = async ({
  link,
  file,
  what,
  signal,
  sending,
  converting,
}: Options): Promise<Result<Copied>> => {
  const sent = await sendPieces({ link, file, convert: what, signal, progress: sending });
  if (!sent.ok) return sent;
  const upload = sent.value;
  const remove = async (): Promise<void> => void (await link.verb('media/cancel', { upload }));
  const made = await madeOf({ link, upload, signal, converting });
  if (made.ok) return ok({ file: made.value, remove });
  await remove();
  return made;
};

type Asked = Pick<Options, 'link' | 'signal' | 'converting'> & { upload: string };
const madeOf = async ({ link, upload, signal, converting }: Asked): Promise<Result<File>> => {
  const begun = await link.verb('media/convert', { upload });
  if (!begun.ok) return begun;
  for (;;) {
    if (signal.aborted) return fail('upload-cancelled', '');
    const told = await link.verb('media/converted', { upload });
    if (!told.ok) return told;
    const { isDone, share, name } = verbs['media/converted'].out.parse(told.value);
    converting(share);
    if (isDone) return fetched(`/api/media/${upload}/converted`, name, signal);
    await new Promise<void>((done) => {
      after(lookMs, done);
    });
  }
};

const fetched = async (url: string, name: string, signal: AbortSignal): Promise<Result<File>> => {
  try {
    const reply = await fetch(url, { signal });
    if (!reply.ok) return fail('upload-line', `${url}: ${reply.status}`);
    return ok(new File([await reply.blob()], name));
  } catch (error) {
    if (signal.aborted) return fail('upload-cancelled', '');
    return fail('upload-line', error instanceof Error ? error.message : String(error));
  }
};
