import type { Message } from '../messages.ts';

/** What is said of desks: ports that don't open, desks that don't answer, messages that can't be sent. */
export const deskMessages = {
  'desk-port-busy': {
    status: 409,
    en: 'This OSC port is taken by another program. End it, or give the record another port.',
    fr: 'Ce port OSC est pris par un autre programme. Arrêtez-le, ou donnez un autre port à cette fiche.',
  },
  'desk-port-denied': {
    status: 403,
    en: 'This OSC port needs more rights. Give the record one above 1023.',
    fr: 'Ce port OSC demande plus de droits. Donnez à cette fiche un port au-dessus de 1023.',
  },
  'desk-host-unavailable': {
    status: 400,
    en: 'This is no address of this machine. Check the network cable, or give the record another host (0.0.0.0 is all).',
    fr: 'Ce n’est pas une adresse de cette machine. Vérifiez le câble réseau, ou donnez un autre hôte (0.0.0.0 : tous).',
  },
  'desk-port-failed': {
    status: 500,
    en: 'This OSC port did not open. It is tried again; check the record’s host and port.',
    fr: 'Ce port OSC ne s’ouvre pas. Nouvel essai à venir ; vérifiez l’hôte et le port de la fiche.',
  },
  'desk-sender-invalid': {
    status: 400,
    en: 'A sender of the list is no address and no network such as 192.168.1.0/24. Correct it: the port stays closed.',
    fr: 'Un émetteur de la liste n’est ni une adresse ni un réseau comme 192.168.1.0/24. Corrigez : le port reste fermé.',
  },
  'desk-unreachable': {
    status: 503,
    en: 'The desk does not pick up. It is called again for ever; check that it is on, its address, its port and that OSC over TCP is on.',
    fr: 'La console ne répond pas à l’appel. Elle est rappelée sans fin ; vérifiez qu’elle est allumée, son adresse, son port, et l’OSC par TCP.',
  },
  'desk-silent': {
    status: 503,
    en: 'The desk does not answer pings. Check its OSC settings: receive and transmit on, and this machine as its target.',
    fr: 'La console ne répond pas aux pings. Vérifiez ses réglages OSC : réception et émission actives, cette machine comme cible.',
  },
  'desk-unknown': {
    status: 404,
    en: 'The station has no desk of this name that is on. Add an osc or feedback record to the station, or correct the name.',
    fr: 'La station n’a pas de console active de ce nom. Ajoutez une fiche osc ou feedback, ou corrigez le nom.',
  },
  'desk-nobody': {
    status: 409,
    en: 'Nobody is there to hear it: no connection, and no sender so far. Give the record a reply address, or wait for the desk.',
    fr: 'Personne pour l’entendre : pas de connexion, aucun émetteur jusqu’ici. Donnez une adresse de réponse, ou attendez la console.',
  },
  'desk-flood': {
    status: 429,
    en: 'Too many messages to this desk in one second. Look for two programs that answer each other.',
    fr: 'Trop de messages vers cette console en une seconde. Cherchez deux programmes qui se répondent.',
  },
  'osc-args': {
    status: 400,
    en: 'The arguments can’t be read: words and numbers with commas between, a text with commas in quotes.',
    fr: 'Arguments illisibles : mots et nombres séparés par des virgules, un texte à virgules entre guillemets.',
  },
  'osc-types': {
    status: 400,
    en: 'The OSC types don’t fit the arguments: one letter an argument, i, f, s, T or F.',
    fr: 'Les types OSC ne vont pas avec les arguments : une lettre par argument, i, f, s, T ou F.',
  },
  'feedback-full': {
    status: 503,
    en: 'Too many subscribers. Unsubscribe one, or set up a feedback record for those that stay.',
    fr: 'Trop d’abonnés. Désabonnez-en un, ou créez une fiche feedback pour ceux qui restent.',
  },
  'feedback-unreachable': {
    status: 503,
    en: 'Feedback reaches nobody: its receiver does not pick up. It is called again for ever; check its address and port.',
    fr: 'Le retour n’atteint personne : le destinataire ne répond pas. Il est rappelé sans fin ; vérifiez adresse et port.',
  },
} as const satisfies Record<string, Message>;
