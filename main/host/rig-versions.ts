import type { Handlers } from '../../core/control/dispatcher.ts';
import { fail, type Result } from '../../core/result.ts';

/** The rig as it was: versions kept beside its log, to look at, to compare and to go back to. */
export interface RigVersions {
  handlers: Pick<Handlers, 'rig/versions' | 'rig/version' | 'rig/mark' | 'rig/restore'>;
}

const later = (): Result<never> => fail('not-built', 'This is not built yet.');

export const createRigVersions = (): RigVersions => ({
  handlers: { 'rig/versions': later, 'rig/version': later, 'rig/mark': later, 'rig/restore': later },
});
