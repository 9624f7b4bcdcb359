import type { Message } from '../../messages.ts';
import type { OscFaultCode } from './cursor.ts';

/** What the OSC port says: a packet that can't be read (`osc-…`, nothing of it is used), an address, a failed verb. */
const unreadable = (en: string, fr: string) => ({ status: 400, en, fr }) as const;
const faults = {
  'osc-empty': unreadable(
    'The OSC packet is empty. Check what the sender sends.',
    'Le paquet OSC est vide. Vérifiez ce qu’envoie l’émetteur.',
  ),
  'osc-size': unreadable(
    'The OSC packet’s length is no multiple of 4. Check the sender, and that no other protocol comes to this port.',
    'La longueur du paquet OSC n’est pas un multiple de 4. Vérifiez l’émetteur, et qu’aucun autre protocole n’arrive sur ce port.',
  ),
  'osc-address': unreadable(
    'An OSC address starts with / and has no blanks. Correct it at the sender.',
    'Une adresse OSC commence par / et n’a pas d’espaces. Corrigez-la chez l’émetteur.',
  ),
  'osc-tags': unreadable(
    'The OSC type tags are missing or don’t start with a comma. Set the sender to OSC 1.0 with type tags.',
    'Les types OSC manquent ou ne commencent pas par une virgule. Réglez l’émetteur sur OSC 1.0 avec types.',
  ),
  'osc-tag-unknown': unreadable(
    'An OSC argument has an unknown type. Send numbers, texts, true or false.',
    'Un argument OSC a un type inconnu. Envoyez des nombres, des textes, vrai ou faux.',
  ),
  'osc-truncated': unreadable(
    'The OSC packet is cut off. Send less at a time, or look at the network.',
    'Le paquet OSC est coupé. Envoyez-en moins à la fois, ou vérifiez le réseau.',
  ),
  'osc-padding': unreadable(
    'The OSC packet is filled with something else than zeros. Check the sender’s OSC library.',
    'Le remplissage du paquet OSC n’est pas fait de zéros. Vérifiez la bibliothèque OSC de l’émetteur.',
  ),
  'osc-blob': unreadable(
    'An OSC blob is longer than its packet. Check the sender’s OSC library.',
    'Un blob OSC dépasse son paquet. Vérifiez la bibliothèque OSC de l’émetteur.',
  ),
  'osc-character': unreadable(
    'An OSC text is no sound UTF-8. Send plain text.',
    'Un texte OSC n’est pas de l’UTF-8 valide. Envoyez du texte simple.',
  ),
  'osc-array': unreadable(
    'An OSC array is not closed, or closed twice. Check the sender’s OSC library.',
    'Un tableau OSC n’est pas fermé, ou l’est deux fois. Vérifiez la bibliothèque OSC de l’émetteur.',
  ),
  'osc-trailing': unreadable(
    'Something is left over behind the OSC arguments. Check the sender’s OSC library.',
    'Il reste des octets après les arguments OSC. Vérifiez la bibliothèque OSC de l’émetteur.',
  ),
  'osc-depth': unreadable(
    'OSC bundles or arrays are nested too deep. Send them flat.',
    'Des bundles ou tableaux OSC sont trop imbriqués. Envoyez-les à plat.',
  ),
  'osc-limit': unreadable(
    'The OSC packet has too many messages or arguments. Send less at a time.',
    'Le paquet OSC contient trop de messages ou d’arguments. Envoyez-en moins à la fois.',
  ),
  'osc-timetag-order': unreadable(
    'An inner OSC bundle is due before its outer one. Correct the time tags at the sender.',
    'Un bundle OSC intérieur est dû avant l’extérieur. Corrigez les dates chez l’émetteur.',
  ),
} as const satisfies Record<OscFaultCode, Message>;

/** Why the port didn't open. */
const ports = {
  'port-busy': {
    status: 409,
    en: 'The OSC port is taken by another program. Close it, or choose another with --osc HOST:PORT.',
    fr: 'Le port OSC est pris par un autre programme. Fermez-le, ou choisissez-en un autre avec --osc HOST:PORT.',
  },
  'port-denied': {
    status: 403,
    en: 'The OSC port needs more rights. Choose one above 1023.',
    fr: 'Le port OSC demande plus de droits. Choisissez-en un au-dessus de 1023.',
  },
  'host-unavailable': {
    status: 400,
    en: 'This is no address of this machine. Correct --osc HOST:PORT.',
    fr: 'Ce n’est pas une adresse de cette machine. Corrigez --osc HOST:PORT.',
  },
  'port-failed': {
    status: 500,
    en: 'The OSC port did not open. Choose another with --osc HOST:PORT.',
    fr: 'Le port OSC ne s’ouvre pas. Choisissez-en un autre avec --osc HOST:PORT.',
  },
  'sender-invalid': {
    status: 400,
    en: 'A sender is an address or a network, such as 192.168.1.20 or 192.168.1.0/24. Correct the list.',
    fr: 'Un émetteur est une adresse ou un réseau, comme 192.168.1.20 ou 192.168.1.0/24. Corrigez la liste.',
  },
} as const satisfies Record<string, Message>;

export const oscMessages = {
  ...faults,
  ...ports,
  'unknown-address': {
    status: 404,
    en: 'There is no such OSC address. The list is in docs/protocol.md.',
    fr: 'Cette adresse OSC n’existe pas. La liste est dans docs/protocol.md.',
  },
  failed: {
    status: 500,
    en: 'The host failed while doing this; the show goes on. The journal names the fault.',
    fr: 'L’hôte a échoué ; le spectacle continue. Le journal nomme la faute.',
  },
} as const satisfies Record<string, Message>;
