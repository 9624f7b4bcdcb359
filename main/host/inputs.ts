import type { InputStatus, Topics } from '../../core/control/link.ts';
import type { OscMessage } from '../../core/control/osc/packet.ts';
import { messages } from '../../core/messages.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { TriggerRecord } from '../../core/show/show.schema.ts';

/**
 * Ways in that a desk uses: each is registered by the port that owns it, has a state light and a log of its last raw
 * messages, and can be disarmed ("ignore the desk"). Consoles are no inputs and are never disarmed.
 */
type RawInput = Topics['inputs'][number];
type Heard = { raw: RawInput; osc: OscMessage | null; kind: TriggerRecord['input'] };
type State = Pick<InputStatus, 'state' | 'detail'>;
/** A port's hold on its input. */
export interface Input {
  readonly id: string;
  /** Something came that is not worth a line: of a steady stream only changes are read. `at`: ISO UTC. */
  isHeard(at: string): void;
  /** `osc`: the message in OSC form, from which a trigger can be learned; null or left out: it had none. */
  heard(message: Omit<RawInput, 'id'>, osc?: OscMessage | null, kind?: TriggerRecord['input']): void;
  /** The light: what a person reads of the port beside its messages. */
  is(state: InputStatus['state'], detail?: string): void;
  isArmed(): boolean;
  /** The port is gone; whether it was armed is kept. */
  dispose(): void;
}
export interface Inputs {
  /** An id names one input: registering it again takes it over, log and all. */
  register(input: { id: string; kind: string }): Input;
  isArmed(id: string): boolean;
  arm(id: string, armed: boolean): Result<{ armed: boolean }>;
  disarmed(): string[];
  /** Last messages of all inputs, newest last. */
  recent(): RawInput[];
  /** The last 200 of one, newest last. */
  log(id: string): Result<RawInput[]>;
  /** The same with their OSC form. */
  heardOf(id: string): Result<Heard[]>;
  status(): InputStatus[];
}

const recentLength = 30;
const logLength = 200;

type Known = State & { kind: string; log: Heard[]; heardAt: string | null };

/** `onHeard`: something for people to read has come, or a light has changed. */
export const createInputs = (disarmed: readonly string[], onArm: () => void, onHeard: () => void): Inputs => {
  const off = new Set(disarmed);
  const known = new Map<string, Known>();
  let recent: RawInput[] = [];
  const unknown = (id: string) => fail('unknown-input', messages['unknown-input'].en, id);
  const isArmed = (id: string) => !off.has(id);
  return {
    register({ id, kind }) {
      const { log = [], heardAt = null } = known.get(id) ?? {};
      const input: Known = { kind, state: 'waiting', detail: '', log, heardAt };
      known.set(id, input);
      return {
        id,
        heard(message, osc = null, form = 'osc') {
          const raw = { id, ...message };
          input.heardAt = message.at;
          input.log.push({ raw, osc, kind: form });
          if (input.log.length > logLength) input.log.shift();
          recent = [...recent.slice(1 - recentLength), raw];
          onHeard();
        },
        isHeard(at) {
          input.heardAt = at;
        },
        is(state, detail = '') {
          if (input.state === state && input.detail === detail) return;
          input.state = state;
          input.detail = detail;
          onHeard();
        },
        isArmed: () => isArmed(id),
        dispose() {
          if (known.get(id) === input) known.delete(id);
          onHeard();
        },
      };
    },
    isArmed,
    arm(id, armed) {
      if (!known.has(id)) return unknown(id);
      if (armed) off.delete(id);
      else off.add(id);
      onArm();
      return ok({ armed });
    },
    disarmed: () => [...off],
    recent: () => recent,
    log(id) {
      const input = known.get(id);
      return input ? ok(input.log.map(({ raw }) => raw)) : unknown(id);
    },
    heardOf(id) {
      const input = known.get(id);
      return input ? ok([...input.log]) : unknown(id);
    },
    status: () =>
      [...known].map(([id, { kind, heardAt, state, detail }]) => ({
        id,
        kind,
        armed: isArmed(id),
        lastMessageAt: heardAt,
        state,
        detail,
      })),
  };
};
