import { hostname } from 'node:os';
import { connect } from 'node:tls';
import { z } from 'zod';
import { messages } from '../../../core/messages.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { reasonOf } from '../store/files.ts';
import { ask, textOf } from './http.ts';

/** Pairs this spare as a tablet is paired: by the PIN that the main host's console shows. */
const answerSchema = z.union([
  z.object({ ok: z.literal(true), value: z.object({ token: z.string().min(1) }) }),
  z.object({ ok: z.literal(false), code: z.string(), message: z.string(), path: z.string() }),
]);

export const pairWith = async (
  url: string,
  ca: string | null,
  pin: string,
): Promise<Result<{ token: string }>> => {
  try {
    const reply = await ask(
      { url, token: null, ca },
      {
        method: 'POST',
        path: '/api/pair',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ pin, name: `spare ${hostname()}`.slice(0, 40) }),
      },
    );
    const answer = answerSchema.parse(JSON.parse(await textOf(reply)));
    return answer.ok ? ok(answer.value) : fail(answer.code, answer.message, '--follow-pin');
  } catch (error) {
    return fail('follow-unreachable', `${messages['follow-unreachable'].en} (${reasonOf(error)})`, url);
  }
};

export type Shown = { pem: string; fingerprint: string };

/** The certificate that a host shows now, whoever made it: the one moment in which it is trusted. */
export const certificateOf = (url: string): Promise<Shown> =>
  new Promise((done, failed) => {
    const { hostname: host, port } = new URL(url);
    const socket = connect({
      host: host.replace(/^\[|\]$/g, ''),
      port: Number(port || 443),
      rejectUnauthorized: false,
      timeout: 8000,
    });
    socket.once('error', failed);
    socket.once('timeout', () => socket.destroy(new Error('nothing heard')));
    socket.once('secureConnect', () => {
      const { raw, fingerprint256 } = socket.getPeerCertificate();
      socket.end();
      const base64 = raw
        .toString('base64')
        .replaceAll(/(.{64})/g, '$1\n')
        .trimEnd();
      const pem = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
      done({ pem, fingerprint: fingerprint256 });
    });
  });
