import { z } from 'zod';
import { pairedRoleSchema } from '../../../core/control/technician.verbs.ts';
import { fail, ok, type Problem, type Result } from '../../../core/result.ts';
import type { DeviceKey } from '../pairing/keys.ts';

/** Shows the host the PIN. `waitSeconds`: how long it wants to hear no more from this device. */
export type Refusal = Problem & { waitSeconds: number };
export type Answer = { ok: true; value: DeviceKey } | ({ ok: false } & Refusal);
export type Ask = (pin: string, name: string) => Promise<Answer>;

const answerSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.object({
      token: z.string(),
      device: z.object({ name: z.string(), role: pairedRoleSchema }),
    }),
  }),
  z.object({ ok: z.literal(false), code: z.string(), message: z.string(), path: z.string() }),
]);

export const askHost: Ask = async (pin, name) => {
  const reply = await fetch('/api/pair', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ pin, name }),
  }).then(read, noAnswer);
  return reply;
};

const read = async (response: Response): Promise<Answer> => {
  const told = await parsed(response);
  if (!told.ok) return { ...told, waitSeconds: 0 };
  const answer = told.value;
  if (!answer.ok) return { ...answer, waitSeconds: Number(response.headers.get('Retry-After')) || 0 };
  const { token, device } = answer.value;
  return { ok: true, value: { token, name: device.name, role: device.role } };
};

const parsed = async (response: Response): Promise<Result<z.infer<typeof answerSchema>>> => {
  try {
    const answer = answerSchema.safeParse(await response.json());
    return answer.success ? ok(answer.data) : lost();
  } catch {
    return lost(); // no JSON: something between the tablet and the host answered
  }
};

const lost = () => fail('link-lost', '');
const noAnswer = (): Answer => ({ ...lost(), waitSeconds: 0 });
