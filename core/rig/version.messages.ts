import type { Message } from '../messages.ts';

/** Versions of the rig. */
export const versionMessages = {
  'rig-version-missing': {
    status: 404,
    en: 'There is no such version of the rig. Open the list again: old ones thin out.',
    fr: 'Cette version de l’installation n’existe pas. Rouvrez la liste : les anciennes s’éclaircissent.',
  },
  'rig-version-unwritable': {
    status: 500,
    en: 'The rig’s versions can’t be kept or read. Free or repair the disk; the rig itself is safe.',
    fr: 'Les versions de l’installation ne peuvent être gardées ou lues. Libérez ou réparez le disque ; l’installation elle-même est sauve.',
  },
} as const satisfies Record<string, Message>;
