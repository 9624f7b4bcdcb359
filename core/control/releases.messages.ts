import type { Message } from '../messages.ts';

/** What a look for a newer version may end with. The show has nothing to do with it. */
export const releasesMessages = {
  'releases-no-feed': {
    status: 409,
    en: 'This station does not know where to ask for a newer version. Under Settings, enter the address of the releases.',
    fr: 'Cette station ne sait pas où demander une version plus récente. Dans Réglages, saisissez l’adresse des versions.',
  },
  'releases-unreachable': {
    status: 503,
    en: 'The address of the releases does not answer. Check it and the network, then look again.',
    fr: 'L’adresse des versions ne répond pas. Vérifiez-la ainsi que le réseau, puis cherchez de nouveau.',
  },
  'releases-unreadable': {
    status: 503,
    en: 'The address of the releases answers with something else than a release. Enter the one that tells the newest release as JSON.',
    fr: 'L’adresse des versions répond autre chose qu’une version. Saisissez celle qui donne la dernière version en JSON.',
  },
} as const satisfies Record<string, Message>;
