import type { WordTable } from './table.ts';

/** Newer versions of Frise, on Settings. */
export const releasesWords = {
  releases: ['Nouvelles versions', 'Newer versions'],
  releasesOwn: ['Cette station : Frise {version}.', 'This station runs Frise {version}.'],
  releasesCheck: ['Chercher une fois par jour', 'Look once a day'],
  releasesOn: ['oui, jamais pendant le spectacle', 'yes, never during a show'],
  releasesOff: ['non', 'no'],
  releasesFeed: ['Adresse des versions (JSON, https)', 'Address of the releases (JSON, https)'],
  releasesLook: ['Chercher maintenant', 'Look now'],
  releasesLooking: ['Recherche…', 'Looking…'],
  releasesNewer: ['Frise {version} est parue.', 'Frise {version} is out.'],
  releasesCurrent: ['Aucune version plus récente (vu à {time}).', 'Nothing newer (looked at {time}).'],
  releasesNote: [
    'Frise ne s’installe jamais de lui-même : c’est vous qui décidez, hors des jours de spectacle.',
    'Frise never installs anything by itself: that is yours to decide, and not on a show day.',
  ],
} as const satisfies WordTable;
