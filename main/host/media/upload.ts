import { createHash } from 'node:crypto';
import { open, readFile, unlink, type FileHandle } from 'node:fs/promises';
import { isSigned, SIGNED_BYTES, typeOf } from '../../../core/media/media-type.ts';
import { svgFault } from '../../../core/media/svg-safety.ts';
import { messages } from '../../../core/messages.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { hasCode, reasonOf } from '../store/files.ts';

/**
 * One file on its way in: pieces are appended one after another to a file beside the show, hashed as they come. A piece
 * counts whole or not at all, so a line that broke is taken up where it was. What is refused for good is removed.
 */
export interface Upload {
  readonly name: string;
  readonly bytes: number;
  readonly received: number;
  /** Codes: `upload-place`, `upload-length`, `media-unlike`, `media-disk-full`, `media-write`. */
  append(at: number, data: Uint8Array): Promise<Result<{ received: number }>>;
  /** The file's hash once all is there and right. Codes: `upload-unfinished`, `upload-hash`, `media-unlike`, `media-svg`. */
  close(sha256: string | null): Promise<Result<{ file: string; hash: string }>>;
  remove(): Promise<void>;
}
type Options = {
  file: string;
  name: string;
  bytes: number;
  /** It is for a converter, which looks itself what it is; nothing is asked of its name and first bytes. */
  isRaw?: boolean;
};

/** Larger drawings are read by no page. */
const mostSvgBytes = 32 * 2 ** 20;

export const openUpload = async ({ file, name, bytes, isRaw = false }: Options): Promise<Result<Upload>> => {
  let handle: FileHandle;
  try {
    handle = await open(file, 'wx', 0o644);
  } catch (error) {
    return writeFault(error);
  }
  const hash = createHash('sha256');
  let head = new Uint8Array();
  let received = 0;
  let isOpen = true;
  const shut = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await handle.close();
  };
  const remove = async (): Promise<void> => {
    await shut();
    await unlink(file).catch(() => undefined); // it is there no more
  };
  return ok({
    name,
    bytes,
    get received() {
      return received;
    },
    async append(at, data) {
      if (!isOpen) return refusal('upload-unknown');
      // Its answer was lost, and the page sent it again.
      if (at < received && at + data.length === received) return ok({ received });
      if (at !== received)
        return fail('upload-place', `${messages['upload-place'].en} (at ${received})`, 'at');
      if (data.length === 0 || at + data.length > bytes) return refusal('upload-length');
      if (head.length < SIGNED_BYTES) head = Uint8Array.from([...head, ...data.subarray(0, SIGNED_BYTES)]);
      if (!isRaw && head.length >= SIGNED_BYTES && !isSigned(name, head))
        return refusal('media-unlike', name);
      try {
        await writeAll(handle, data, at);
      } catch (error) {
        return writeFault(error);
      }
      hash.update(data);
      received += data.length;
      return ok({ received });
    },
    async close(sha256) {
      if (!isOpen) return refusal('upload-unknown');
      if (received !== bytes) return refusal('upload-unfinished');
      const hex = hash.digest('hex');
      try {
        await handle.sync();
        await shut();
        if (sha256 !== null && sha256 !== hex) return refusal('upload-hash');
        const fault = isRaw ? null : await contentFault(file, name, bytes, head);
        return fault ?? ok({ file, hash: hex });
      } catch (error) {
        return writeFault(error);
      }
    },
    remove,
  });
};

const refusal = (code: keyof typeof messages, path = '') => fail(code, messages[code].en, path);

/** A short write leaves the rest to be written. */
const writeAll = async (handle: FileHandle, data: Uint8Array, at: number): Promise<void> => {
  for (let done = 0; done < data.length;) {
    const { bytesWritten } = await handle.write(data, done, data.length - done, at + done);
    done += bytesWritten;
  }
};

export const writeFault = (error: unknown) =>
  hasCode(error, 'ENOSPC') || hasCode(error, 'EDQUOT')
    ? refusal('media-disk-full')
    : fail('media-write', `${messages['media-write'].en} (${reasonOf(error)})`);

const contentFault = async (file: string, name: string, bytes: number, head: Uint8Array) => {
  if (!isSigned(name, head)) return refusal('media-unlike', name);
  if (typeOf(name)?.kind !== 'svg') return null;
  if (bytes > mostSvgBytes) return refusal('media-too-large', name);
  const fault = svgFault(await readFile(file, 'utf8'));
  return fault === null ? null : refusal(fault === 'no-svg' ? 'media-unlike' : 'media-svg', name);
};
