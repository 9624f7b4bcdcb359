import type { Language } from './table.ts';

/**
 * What a field is for, in French: English is what its schema says. A field that is not here shows the schema's words,
 * which is better than none.
 */
const french: Readonly<Record<string, string>> = {
  'station.name': 'comment les consoles appellent cette machine ; vide : son nom de réseau',
  'osc.name': 'comment on l’appelle ; vide : le nom de la fiche',
  'osc.isOn': 'le port est ouvert ou non',
  'osc.protocol':
    'datagrammes, TCP avec une longueur int32 devant chaque paquet (OSC 1.0), ou TCP avec SLIP (OSC 1.1)',
  'osc.side':
    'serveur : écoute à l’adresse et au port. client : se connecte au pupitre et y revient toujours',
  'osc.host': 'serveur : l’adresse de cette machine qui écoute, 0.0.0.0 pour toutes. client : le pupitre',
  'osc.port': 'port d’écoute (0 : un port libre) ou du pupitre ; Eos : 3032, en SLIP 3037',
  'osc.senders':
    'qui peut parler à un serveur : adresses et réseaux comme 192.168.1.0/24 ; aucun : cette machine seule',
  'osc.native': 'les adresses /frise/… sont servies sur ce port',
  'osc.dialects': 'vocabulaires qui agissent sans déclencheur du spectacle',
  'osc.prefix': 'ce que le pupitre peut mettre devant ses adresses ; sans lui, elles sont prises aussi',
  'osc.cueList':
    'liste de cues, playback ou séquence écouté ; vide : tous, mais alors aucun fader ne conduit le master',
  'osc.qlcplus': 'où commencent les huit canaux de QLC+',
  'osc.universe': 'univers QLC+, à partir de 1',
  'osc.channel': 'premier de huit canaux : go, back, pause, reprise, stop, panique, noir, master',
  'osc.threshold': 'niveau, 0–1, à partir duquel un canal QLC+ est pressé',
  'osc.hysteresis': 'niveau sous le seuil auquel il est relâché',
  'osc.duplicateMs': 'temps pendant lequel le même paquet est un doublon, ignoré ; 0 : jamais',
  'osc.duplicatesFrom': 'n’importe qui : aussi d’une autre adresse, pour un pupitre sur deux réseaux',
  'osc.retrigger':
    'temps entre deux déclenchements d’un même message de vocabulaire ; ceux du spectacle ont le leur',
  'osc.replyHost': 'UDP : où vont les réponses et osc/send ; vide : au dernier expéditeur',
  'osc.replyPort':
    'UDP : port où le pupitre entend les réponses, 0 : celui de l’expéditeur. client : port où cette machine entend, 0 : n’importe',
  'osc.keepAlive': 'temps entre les pings d’un client Eos ; 0 : aucun',
  'feedback.name': 'comment on l’appelle ; vide : le nom de la fiche',
  'feedback.isOn': 'informé ou non',
  'feedback.protocol': 'comme pour un port OSC',
  'feedback.host': 'qui est informé',
  'feedback.port': 'port où il écoute',
  'feedback.prefix': 'devant chaque adresse',
  'feedback.rate': 'au plus tant de mises à jour par seconde',
  'sound.device': 'nom du périphérique tel que le système le montre ; vide : celui par défaut',
  'sound.channels': 'sorties à ouvrir ; 0 : toutes celles du périphérique',
  'sound.masterDb': 'niveau de tout le son',
  'sound.ceilingDb': 'le limiteur ne laisse rien passer au-dessus',
  'sound.latencyMs': 'le son est entendu d’autant plus tard que l’image ; négatif : plus tôt',
  'sound-input.on': 'le son en direct est écouté ou non',
  'sound-input.device': 'nom du périphérique tel que le système le montre ; vide : celui par défaut',
  'sound-input.gainDb': 'gain avant tout le reste',
  'sound-input.band':
    'où l’on cherche les attaques : partout, sous 200 Hz, de 200 à 2000 Hz, au-dessus de 2000 Hz',
  'sound-input.thresholdDb': 'une attaque doit être plus forte que cela dans sa bande',
  'sound-input.riseDb': 'une attaque doit dépasser d’autant le dernier quart de seconde',
  'sound-input.holdOffMs': 'pas de deuxième attaque pendant ce temps',
  'sound-input.silenceDb': 'en dessous il n’y a plus de signal : le câble est débranché',
  'preflight.desk': 'nom de l’entrée qui doit avoir été entendue ; vide : pas de pupitre',
  'preflight.deskSeconds': 'temps depuis son dernier message, au plus',
  'preflight.frameSeconds': 'temps pendant lequel les sorties sont observées',
  'preflight.lateFrames': 'images en retard pendant ce temps qui passent encore',
  'preflight.soundLevel': 'un niveau doit être entendu à la sortie son',
  'preflight.diskGb': 'à laisser libre dans le dossier de la station',
  'preflight.memoryMb': 'mémoire à laisser libre',
  'preflight.showMachine':
    'non : un portable de répétition, où rendu logiciel et fenêtres ne donnent que des avertissements',
  'preflight.follower': 'adresse de la machine de secours, http://192.168.1.21:8090 ; vide : aucune',
  'lan.https': 'le réseau est servi en HTTPS avec un certificat de cette station',
  'lan.names': 'autres noms sous lesquels cette machine est atteinte, en minuscules',
  'trigger.input': 'ce qui n’est pas de l’OSC est écrit dans sa forme : /note/1/60, /universe/1/12, /onset',
  'trigger.address': '{cue} prend une partie de l’adresse, * les prend toutes',
  'trigger.threshold': 'dans l’unité du premier argument',
  'trigger.hysteresis': 'il faut redescendre d’autant sous le seuil pour déclencher à nouveau',
  'trigger.minInterval': 'temps entre deux déclenchements',
  'trigger.scale': 'les nombres du message vont d’une plage à l’autre, et pas plus loin',
};
/** Where the schema says nothing, or too little for a form. */
const english: Readonly<Record<string, string>> = {
  'trigger.input': 'what is no OSC is written in its form: /note/1/60, /universe/1/12, /onset',
  'trigger.address': '{cue} takes a part of the address, * takes any',
  'trigger.threshold': 'in the unit of the first argument',
  'trigger.hysteresis': 'how far below the threshold it must fall to fire again',
  'trigger.minInterval': 'seconds between two firings',
};

export const fieldHint = (language: Language, kind: string, key: string, note: string): string => {
  const id = `${kind}.${key}`;
  const own = language === 'fr' ? french : english;
  return Object.hasOwn(own, id) ? (own[id] ?? note) : note;
};
