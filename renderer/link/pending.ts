import { messages, type MessageCode } from '../../core/messages.ts';
import { fail, type Result } from '../../core/result.ts';
import { after } from './clock.ts';

/**
 * Verbs that wait for their answer. When the line is lost they fail: whether they ran is unknown, and a GO that is sent
 * again by itself could fire twice.
 */
type Reply = Result<unknown>;
export interface Pending {
  wait(id: string): Promise<Reply>;
  settle(id: string, reply: Reply): void;
  failAll(): void;
}
const answerWithinMs = 10_000;

export const lost = (code: MessageCode = 'link-lost'): Reply => fail(code, messages[code].en);

export const createPending = (): Pending => {
  const waiting = new Map<string, (reply: Reply) => void>();
  const settle = (id: string, reply: Reply) => {
    waiting.get(id)?.(reply);
    waiting.delete(id);
  };
  return {
    settle,
    wait: (id) =>
      new Promise((resolve) => {
        const cancel = after(answerWithinMs, () => settle(id, lost()));
        waiting.set(id, (reply) => {
          cancel();
          resolve(reply);
        });
      }),
    failAll() {
      for (const id of waiting.keys()) settle(id, lost());
    },
  };
};
