import type { PairedRole } from './technician.verbs.ts';
import type { Role } from './verbs.ts';

/**
 * Who may do what (DESIGN §6): `viewer` < `operator`, `designer`, `technician` (each its own rights) < `owner`.
 * `shell` is Electron's main process: it reports displays and may do nothing else.
 */
const loopback: readonly Role[] = ['viewer', 'operator', 'designer', 'technician'];

/** What a client on this machine gets. `isOwner`: it showed the owner token. A viewer stays a viewer by choice. */
export const grantedOnLoopback = (asked: Role, isOwner: boolean): readonly Role[] => {
  switch (asked) {
    case 'viewer':
      return ['viewer'];
    case 'operator':
    case 'designer':
    case 'technician':
      return loopback;
    case 'owner':
      return isOwner ? [...loopback, 'owner'] : loopback;
    case 'shell':
      return isOwner ? ['viewer', 'shell'] : ['viewer'];
  }
};

/** What a device of the LAN gets: the role that it was paired with, alone. One that asks for less gets less. */
export const grantedToDevice = (asked: Role, paired: PairedRole): readonly Role[] =>
  asked === 'viewer' || paired === 'viewer' ? ['viewer'] : ['viewer', paired];

/** Asking for these without the token is refused rather than granted less: the asker would wonder later. */
export const needsToken = (role: Role): boolean => role === 'owner' || role === 'shell';

export const mayUse = (granted: readonly Role[], allowed: readonly Role[]): boolean =>
  allowed.some((role) => granted.includes(role));

const editors = {
  show: ['designer', 'owner'],
  draft: ['designer', 'owner'],
  rig: ['technician', 'owner'],
  station: ['owner'],
} as const satisfies Record<string, readonly Role[]>;

/** The show is the designer's, the rig the technician's, the station the owner's: the verbs are the same. */
export const mayEdit = (granted: readonly Role[], document: keyof typeof editors): boolean =>
  mayUse(granted, editors[document]);
