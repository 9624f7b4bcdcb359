import type { Handlers } from '../../core/control/dispatcher.ts';
import type { ProjectorStatus } from '../../core/control/link.ts';
import { fail, type Result } from '../../core/result.ts';

/** The rig's projectors by PJLink (main/ports/pjlink): their state, and what they are told to do. */
export interface Projectors {
  handlers: Pick<
    Handlers,
    'projector/power' | 'projector/shutter' | 'projector/input' | 'projector/password'
  >;
  status(): ProjectorStatus[];
  dispose(): void;
}

const later = (): Result<never> => fail('not-built', 'This is not built yet.');

export const createProjectors = (): Projectors => ({
  handlers: {
    'projector/power': later,
    'projector/shutter': later,
    'projector/input': later,
    'projector/password': later,
  },
  status: () => [],
  dispose: () => undefined,
});
