import { useEffect, useState } from 'react';
import { z } from 'zod';
import { triggerSchema, type TriggerRecord } from '../../../../core/show/show.schema.ts';
import { useLink } from '../../use-link.ts';
import { askByName, offers } from '../named-verb.ts';
import type { RawInput } from '../inputs/use-input-log.ts';

/**
 * What the host makes of a message, where it has `input/learn`: it has heard the message itself, and knows what desks
 * mean by theirs. `dialect`: the desk's words act without a trigger.
 */
const learntSchema = z.looseObject({
  text: z.string(),
  at: z.string(),
  trigger: triggerSchema.nullable(),
  dialect: z.string().nullable().default(null),
  why: z.string().default(''),
});
const replySchema = z.looseObject({ messages: z.array(learntSchema) });
export type HostProposal = { trigger: TriggerRecord | null; dialect: string | null; why: string };

export const useHostProposal = ({ id, text, at }: RawInput): HostProposal | null => {
  const link = useLink();
  const [proposal, setProposal] = useState<HostProposal | null>(null);
  useEffect(() => {
    if (!offers('input/learn')) return undefined;
    let isOver = false;
    void askByName(link, 'input/learn', { id }).then((reply) => {
      const read = reply.ok ? replySchema.safeParse(reply.value) : null;
      const found = read?.data?.messages.findLast((each) => each.text === text && each.at === at);
      if (!isOver) setProposal(found ?? null);
    });
    return () => {
      isOver = true;
    };
  }, [link, id, text, at]);
  return proposal;
};
