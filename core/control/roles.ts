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

/** Asking for these without the token is refused rather than granted less: the asker would wonder later. */
export const needsToken = (role: Role): boolean => role === 'owner' || role === 'shell';

export const mayUse = (granted: readonly Role[], allowed: readonly Role[]): boolean =>
  allowed.some((role) => granted.includes(role));
