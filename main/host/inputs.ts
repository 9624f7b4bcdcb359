import type { InputStatus, Topics } from '../../core/control/link.ts';
import { messages } from '../../core/messages.ts';
import { fail, ok, type Result } from '../../core/result.ts';

/** Ways in that a desk uses. Each can be disarmed ("ignore the desk"); consoles never are. */
type RawInput = Topics['inputs'][number];
export interface Inputs {
  isArmed(id: string): boolean;
  arm(id: string, armed: boolean): Result<{ armed: boolean }>;
  disarmed(): string[];
  heard(message: RawInput): void;
  /** Last messages of all inputs, newest last. */
  recent(): RawInput[];
  status(): InputStatus[];
}

const recentLength = 30;

export const createInputs = (
  ids: readonly string[],
  disarmed: readonly string[],
  onArm: () => void,
): Inputs => {
  const off = new Set(disarmed.filter((id) => ids.includes(id)));
  const last = new Map<string, string>();
  let recent: RawInput[] = [];
  return {
    isArmed: (id) => !off.has(id),
    arm(id, armed) {
      if (!ids.includes(id)) return fail('unknown-input', messages['unknown-input'].en, id);
      if (armed) off.delete(id);
      else off.add(id);
      onArm();
      return ok({ armed });
    },
    disarmed: () => [...off],
    heard(message) {
      last.set(message.id, message.at);
      recent = [...recent.slice(1 - recentLength), message];
    },
    recent: () => recent,
    status: () =>
      ids.map((id) => ({ id, kind: id, armed: !off.has(id), lastMessageAt: last.get(id) ?? null })),
  };
};
