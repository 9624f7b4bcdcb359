import { messages } from '../../../core/messages.ts';
import { fail, ok, type Result } from '../../../core/result.ts';

/** Larger edits than this don't come from a person. */
const mostBodyBytes = 1_000_000;

/**
 * A request's JSON body, of at most so many bytes; `content-type-refused`, `body-too-large`, `invalid-json`. No body at
 * all is an empty object: what presses a button (a Stream Deck, curl) often can't send one. Such a request may come
 * without a type; that opens nothing to a foreign page, since a browser names the page's origin with every POST.
 */
export const readJsonBody = async (request: Request, mostBytes = mostBodyBytes): Promise<Result<unknown>> => {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const refused = fail('content-type-refused', messages['content-type-refused'].en);
  if (type !== undefined && type !== 'application/json') return refused;
  const text = await readText(request, mostBytes);
  if (text === '') return ok({});
  if (type === undefined) return refused;
  if (text === null) return fail('body-too-large', messages['body-too-large'].en);
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail('invalid-json', messages['invalid-json'].en); // the parser's words help nobody
  }
};

/**
 * A body as bytes: `body-too-large`, or `upload-length` where the line broke before as much had come as was promised.
 */
export const readBytes = async (request: Request, mostBytes: number): Promise<Result<Uint8Array>> => {
  const tooLarge = fail('body-too-large', messages['body-too-large'].en);
  const promised = request.headers.get('content-length');
  if (Number(promised ?? 0) > mostBytes) return tooLarge;
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const reader = request.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.byteLength;
      if (size > mostBytes) {
        await reader?.cancel();
        return tooLarge;
      }
      parts.push(part.value);
    }
  } catch {
    return fail('upload-length', messages['upload-length'].en); // the sender has gone
  }
  if (promised !== null && Number(promised) !== size)
    return fail('upload-length', messages['upload-length'].en, 'Content-Length');
  return ok(Buffer.concat(parts));
};

/** A body that is too long is still read, up to so many times its limit, so that the sender hears the answer and no
 * broken line. */
const drainedTimes = 32;

/** null: too long. Counts what comes: a length in a header is only a promise. */
const readText = async (request: Request, mostBytes: number): Promise<string | null> => {
  const reader = request.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size <= mostBytes) text += decoder.decode(part.value, { stream: true });
    else text = '';
    if (size > mostBytes * drainedTimes) {
      await reader.cancel();
      break;
    }
  }
  return size > mostBytes ? null : text + decoder.decode();
};
