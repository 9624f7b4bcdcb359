import { isVerb, type VerbName } from '../../../core/control/verbs.ts';

/** A verb that this host's table may not have: its control is shown only where it can do something. */
export const hasVerb = (name: string): name is VerbName => isVerb(name);

export const FREEZE: string = 'freeze';
export const CHASE: string = 'timecode/chase';
