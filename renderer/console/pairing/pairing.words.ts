import type { Language, WordTable } from '../words/table.ts';

/** Words of the network door: the owner's panel and the page that a tablet sees first. French first. */
const table = {
  title: ['Tablettes et réseau', 'Tablets and network'],
  network: ['Réseau', 'Network'],
  networkOn: ['ouvert aux appareils appairés', 'open to paired devices'],
  networkOff: ['coupé — cette machine seule', 'off — this machine alone'],
  noAddress: [
    'Aucune adresse réseau : branchez le câble ou rejoignez le Wi-Fi.',
    'No network address: plug in the cable or join the Wi-Fi.',
  ],
  addresses: ['Adresses', 'Addresses'],
  plainHttp: [
    'Sans chiffrement : n’ouvrez le réseau que sur un Wi-Fi protégé par mot de passe.',
    'Not encrypted: open it on a Wi-Fi with a password only.',
  ],
  role: ['Rôle de l’appareil', 'Role of the device'],
  technician: ['Technicien', 'Technician'],
  technicianCan: ['cale les projecteurs, modifie l’installation', 'lines up projectors, edits the rig'],
  operator: ['Opérateur', 'Operator'],
  operatorCan: ['conduit le spectacle', 'runs the show'],
  designer: ['Concepteur', 'Designer'],
  designerCan: ['modifie le spectacle', 'edits the show'],
  viewer: ['Spectateur', 'Viewer'],
  viewerCan: ['regarde, ne touche à rien', 'looks, touches nothing'],
  pair: ['Appairer une tablette', 'Pair a tablet'],
  scan: ['1. Scannez ce code, ou tapez l’adresse :', '1. Scan this code, or type the address:'],
  typePin: ['2. Saisissez ce code sur la tablette :', '2. Type this PIN on the tablet:'],
  qr: ['Code QR de l’adresse {url}', 'QR code of the address {url}'],
  left: ['encore {time}', '{time} left'],
  cancel: ['Annuler', 'Cancel'],
  paired: ['{name} est appairé.', '{name} is paired.'],
  expired: ['Le code a expiré. Ouvrez-en un nouveau.', 'The PIN has expired. Open a new one.'],
  devices: ['Appareils appairés', 'Paired devices'],
  noDevices: [
    'Aucun appareil. Choisissez un rôle, puis « Appairer une tablette ».',
    'No device. Choose a role, then “Pair a tablet”.',
  ],
  connected: ['connecté', 'connected'],
  seen: ['vu {when}', 'seen {when}'],
  neverSeen: ['jamais vu', 'never seen'],
  throwOut: ['Exclure', 'Throw out'],
  throwOutSure: ['Sûr ? Exclure {name}', 'Sure? Throw out {name}'],
  ownerOnly: [
    'Le propriétaire seul ouvre le réseau et appaire. Son jeton se trouve dans la ligne « ready » affichée au démarrage de Frise.',
    'The owner alone opens the network and pairs. The token stands in the ready line that Frise prints at its start.',
  ],
  ownerToken: ['Jeton du propriétaire', 'Owner token'],
  beOwner: ['Devenir propriétaire', 'Become the owner'],
  onStation: [
    'Le réseau et les appareils se règlent sur la machine du spectacle.',
    'Network and devices are set on the show’s own machine.',
  ],
  ownerRefused: [
    'Jeton du propriétaire refusé : cette page continue sans ses droits.',
    'The owner token was refused: this page goes on without its rights.',
  ],
  close: ['Fermer', 'Close'],
  pairTitle: ['Appairer cet appareil', 'Pair this device'],
  pairHint: [
    'Sur la console du spectacle : Réglages → Appairer une tablette. Saisissez ici le code à six chiffres.',
    'On the show’s console: Settings → Pair a tablet. Type its six digits here.',
  ],
  name: ['Nom de cet appareil', 'Name of this device'],
  defaultName: ['Tablette', 'Tablet'],
  pin: ['Code', 'PIN'],
  pinSoFar: ['Code : {count} chiffres sur 6', 'PIN: {count} of 6 digits'],
  erase: ['Effacer', 'Erase'],
  enter: ['Valider', 'Enter'],
  waiting: ['Un instant…', 'One moment…'],
  tryAgainIn: ['Réessayez dans {seconds} s.', 'Try again in {seconds} s.'],
  noAnswer: [
    'Frise ne répond pas. Vérifiez le Wi-Fi, puis validez de nouveau.',
    'Frise does not answer. Look at the Wi-Fi, then press Enter again.',
  ],
  already: ['Déjà appairé : ouvrir la console', 'Already paired: open the console'],
  language: ['English', 'Français'],
} as const satisfies WordTable;
export type PairingWord = keyof typeof table;

export const pairingWord = (
  language: Language,
  key: PairingWord,
  values: Record<string, string | number> = {},
): string =>
  table[key][language === 'fr' ? 0 : 1].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
