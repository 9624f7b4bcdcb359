import { triggerFaults } from '../control/osc/trigger.ts';
import { layerTypes } from '../layers/registry.ts';
import type { Problem } from '../result.ts';
import { viewOf } from './check-context.ts';
import { verbProblems } from './check-verbs.ts';
import type { ShowDocument, TriggerRecord } from './show.schema.ts';

/** What is wrong with a trigger of this show, saved or not: an unknown verb, a cue that is not there, a bad template. */
export const triggerProblems = (document: ShowDocument, id: string, trigger: TriggerRecord): Problem[] => {
  const view = viewOf(document, { layerTypes, facade: null });
  const own = { ...trigger, id };
  const faults = triggerFaults([own]).map(({ message }) => ({
    code: 'record-shape',
    message,
    path: `${id}.address`,
  }));
  return [...faults, ...verbProblems({ ...view, cues: view.cues.map(withoutActions), triggers: [own] })];
};
/** Numbers are what is looked up; what cues do themselves is another question. */
const withoutActions = <C extends { actions: unknown[]; variants: unknown[] }>(cue: C): C => ({
  ...cue,
  actions: [],
  variants: [],
});
