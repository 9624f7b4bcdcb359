/** The sound page's words: the show's language chooses, for nobody works at this page. */
export type Language = 'fr' | 'en';
const en = {
  title: 'Sound',
  waiting: 'Waiting for the host',
  heldBack: 'Sound is held back by the browser',
  loading: (done: number, total: number) => `Loading ${done} of ${total} s`,
  ready: 'Sound is ready',
  start: 'Start sound',
  device: 'Device',
  byDefault: 'Default device',
  names: 'Show the devices’ names',
  silent: 'Level: silent',
  level: (decibels: string) => `Level: ${decibels} dB`,
};
export type PanelWords = typeof en;
const fr: PanelWords = {
  title: 'Son',
  waiting: 'En attente de l’hôte',
  heldBack: 'Le navigateur retient le son',
  loading: (done, total) => `Chargement : ${done} s sur ${total}`,
  ready: 'Le son est prêt',
  start: 'Lancer le son',
  device: 'Périphérique',
  byDefault: 'Périphérique par défaut',
  names: 'Montrer les noms des périphériques',
  silent: 'Niveau : silence',
  level: (decibels) => `Niveau : ${decibels} dB`,
};
export const panelWords: Readonly<Record<Language, PanelWords>> = { fr, en };
