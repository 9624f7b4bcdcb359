import type { Message } from '../messages.ts';

/** The door to the network and the devices that come through it (docs/security.md). */
export const pairingMessages = {
  'pairing-needed': {
    status: 401,
    en: 'This device is not paired, or was thrown out. Open the address that the console shows and type its PIN.',
    fr: 'Cet appareil n’est pas appairé, ou a été exclu. Ouvrez l’adresse affichée par la console et saisissez son code.',
  },
  'device-revoked': {
    status: 401,
    en: 'The owner has thrown this device out. Ask for a new PIN.',
    fr: 'Le propriétaire a exclu cet appareil. Demandez un nouveau code.',
  },
  'pin-wrong': {
    status: 403,
    en: 'This is not the PIN on the console. Look and type it again.',
    fr: 'Ce n’est pas le code affiché par la console. Vérifiez et saisissez-le de nouveau.',
  },
  'pair-closed': {
    status: 409,
    en: 'No pairing is open. Have “Pair a tablet” pressed on the console, then type the new PIN.',
    fr: 'Aucun appairage n’est ouvert. Faites appuyer sur « Appairer une tablette » à la console, puis saisissez le nouveau code.',
  },
  'pair-exhausted': {
    status: 429,
    en: 'Pairing was closed after five wrong PINs. Look who is at the network, then open it again.',
    fr: 'L’appairage s’est fermé après cinq codes faux. Voyez qui est sur le réseau, puis rouvrez-le.',
  },
  'pair-locked': {
    status: 429,
    en: 'Too many wrong PINs from here. Wait, then try the PIN on the console.',
    fr: 'Trop de codes faux depuis cet appareil. Patientez, puis saisissez le code de la console.',
  },
  'pair-too-many': {
    status: 409,
    en: 'As many devices are paired as Frise keeps. Throw one out that is no longer used.',
    fr: 'Le nombre maximal d’appareils est atteint. Excluez-en un qui ne sert plus.',
  },
  'unknown-device': {
    status: 404,
    en: 'No device of this id is paired. The list may have changed: look again.',
    fr: 'Aucun appareil appairé de cet identifiant. La liste a pu changer : vérifiez.',
  },
  'lan-is-off': {
    status: 409,
    en: 'Frise is not on the network, so no tablet would find it. Switch the network on first.',
    fr: 'Frise n’est pas sur le réseau : aucune tablette ne le trouverait. Activez d’abord le réseau.',
  },
  'lan-no-address': {
    status: 409,
    en: 'This machine has no network address. Plug in the cable or join the Wi-Fi; Frise follows by itself.',
    fr: 'Cette machine n’a pas d’adresse réseau. Branchez le câble ou rejoignez le Wi-Fi ; Frise suit tout seul.',
  },
  'lan-port-refused': {
    status: 500,
    en: 'A network address can’t be listened on. End the program that holds its port, or look at the cable.',
    fr: 'Une adresse réseau ne peut être écoutée. Arrêtez le programme qui tient son port, ou vérifiez le câble.',
  },
  'lan-page-refused': {
    status: 403,
    en: 'Outputs, sound and renders are not offered over the network yet. Open them on the show’s own machine.',
    fr: 'Les sorties, le son et les rendus ne sont pas encore offerts par le réseau. Ouvrez-les sur la machine du spectacle.',
  },
  'pairing-unsaved': {
    status: 500,
    en: 'The paired devices can’t be written: after a restart new ones are forgotten and those thrown out are back. Free or repair the disk.',
    fr: 'Les appareils appairés ne peuvent être écrits : après un redémarrage, les nouveaux sont oubliés et les exclus reviennent. Libérez ou réparez le disque.',
  },
  'pairing-unreadable': {
    status: 500,
    en: 'The list of paired devices was unreadable and has been set aside. The network is off; pair the tablets again.',
    fr: 'La liste des appareils appairés était illisible et a été mise de côté. Le réseau est coupé ; appairez de nouveau les tablettes.',
  },
} as const satisfies Record<string, Message>;
