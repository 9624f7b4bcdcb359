import type { Handlers } from '../../../core/control/dispatcher.ts';
import { triggerFrom } from '../../../core/control/osc/trigger-from.ts';
import { ok } from '../../../core/result.ts';
import type { Inputs } from '../inputs.ts';

/** The last messages of an input with what each could be bound to. */
export const createLearn =
  (inputs: Inputs): Handlers['input/learn'] =>
  ({ id }) => {
    const log = inputs.heardOf(id);
    if (!log.ok) return log;
    return ok({
      messages: log.value.map(({ raw, osc, kind }) => {
        const { text, from, at, verdict } = raw;
        const said = { text, from, at, verdict };
        if (osc === null) return { ...said, trigger: null, dialect: null, why: 'it could not be read' };
        return { ...said, ...triggerFrom(osc, kind) };
      }),
    });
  };
