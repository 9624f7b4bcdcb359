import type { Message } from '../messages.ts';

/** Levels over the network and the schedule: what people read in the health list. */
export const levelsMessages = {
  'dmx-port-busy': {
    status: 409,
    en: 'The port is taken by another program. End it, give this machine another address, or set “share” where both hear broadcasts.',
    fr: 'Le port est pris par un autre programme. Arrêtez-le, écoutez à une autre adresse, ou activez « share » si les deux reçoivent des diffusions.',
  },
  'dmx-port-denied': {
    status: 403,
    en: 'The system does not allow this port. Choose one above 1023, or give the program the right.',
    fr: 'Le système refuse ce port. Prenez-en un au-dessus de 1023, ou donnez le droit au programme.',
  },
  'dmx-host-unavailable': {
    status: 409,
    en: 'This is no address of this machine. Write one of its network cards, or 0.0.0.0 for all.',
    fr: 'Cette adresse n’est pas à cette machine. Mettez celle d’une carte réseau, ou 0.0.0.0 pour toutes.',
  },
  'dmx-sender-invalid': {
    status: 400,
    en: 'The list of senders names no address or network. Correct it in the station’s settings.',
    fr: 'La liste des émetteurs contient autre chose qu’une adresse ou un réseau. Corrigez-la dans les réglages.',
  },
  'dmx-multicast': {
    status: 409,
    en: 'A universe’s multicast could not be joined: only what is sent to this host is heard. Check the network card and the address.',
    fr: 'Impossible de rejoindre le multicast d’un univers : seul ce qui est envoyé à cette machine est reçu. Vérifiez la carte réseau et l’adresse.',
  },
  'dmx-port-failed': {
    status: 409,
    en: 'The port did not open. Check the address and the network card.',
    fr: 'Le port ne s’est pas ouvert. Vérifiez l’adresse et la carte réseau.',
  },
  'dmx-universe': {
    status: 400,
    en: 'There is no such universe: Art-Net has 0 to 32767, sACN 1 to 63999.',
    fr: 'Cet univers n’existe pas : 0 à 32767 en Art-Net, 1 à 63999 en sACN.',
  },
  'dmx-port-twice': {
    status: 400,
    en: 'Two records listen at one address and port. Give both one record with all universes.',
    fr: 'Deux fiches écoutent à la même adresse. N’en gardez qu’une, avec tous les univers.',
  },
  'dmx-patch': {
    status: 400,
    en: 'This patch lacks something or goes beyond its range. Correct the named field.',
    fr: 'Ce patch est incomplet ou sort de sa plage. Corrigez le champ indiqué.',
  },
  'schedule-zone': {
    status: 400,
    en: 'There is no such time zone. Write one such as “Europe/Paris”.',
    fr: 'Ce fuseau horaire n’existe pas. Écrivez par exemple « Europe/Paris ».',
  },
  'dmx-patch-refused': {
    status: 409,
    en: 'What a patched fader asks for was refused. Correct the patch; it is tried again after the next change of show or settings.',
    fr: 'Ce qu’un fader patché demande a été refusé. Corrigez le patch ; un nouvel essai suit la prochaine modification.',
  },
  'schedule-file': {
    status: 500,
    en: 'What has fired is not remembered, so a restart might repeat it. Check the disk and the station’s folder.',
    fr: 'Ce qui a été lancé n’est pas mémorisé : un redémarrage pourrait le répéter. Vérifiez le disque et le dossier de station.',
  },
  'schedule-refused': {
    status: 409,
    en: 'A scheduled action was refused. Do it by hand, and correct the schedule.',
    fr: 'Une action programmée a été refusée. Faites-la à la main et corrigez l’horaire.',
  },
  'schedule-missed': {
    status: 409,
    en: 'A scheduled action was passed over by a step of the clock. Do it by hand if it is still wanted.',
    fr: 'L’horloge a sauté par-dessus une action programmée. Faites-la à la main si elle est encore voulue.',
  },
} as const satisfies Record<string, Message>;
