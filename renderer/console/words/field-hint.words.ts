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
  'dmx.isOn': 'le port est ouvert ou non',
  'dmx.host':
    'adresse de cette machine qui écoute ; 0.0.0.0 pour tous les réseaux, ce qu’il faut aux pupitres qui diffusent l’Art-Net',
  'dmx.port': 'port UDP ; aucun : 6454 pour Art-Net, 5568 pour sACN ; 0 : un port libre',
  'dmx.universes': 'univers tels que dans les paquets : adresses de port Art-Net 0–32767, sACN 1–63999',
  'dmx.senders':
    'qui peut parler : adresses, réseaux (10.0.0.0/24), « loopback » ; aucun : cette machine seule',
  'dmx.merge':
    'de deux pupitres sur un univers, le niveau le plus haut compte, ou celui qui a bougé en dernier',
  'dmx.onLoss': 'niveaux d’un univers dont personne n’a parlé depuis 3 s : gardés, ou zéro',
  'dmx.multicast': 'sACN : entend aussi ce qui est envoyé à tous',
  'dmx.share':
    'laisse un autre programme de cette machine prendre aussi le port ; ce qui est adressé à un seul n’atteint que l’un des deux',
  'dmx-patch.from': 'nom de l’entrée DMX ; vide : toutes',
  'dmx-patch.channel': '1–512 ; en 16 bits le grossier, le fin suit',
  'dmx-patch.to': 'ce que le canal conduit ; déclencheurs : la forme sous laquelle ils l’entendent',
  'dmx-patch.clip': 'pour un clip : son nom',
  'dmx-patch.param': 'pour un clip : le nom du paramètre',
  'dmx-patch.range': 'valeur en bas et en haut du fader, dans l’unité de ce qui est conduit ; peut descendre',
  'dmx-patch.pickup': 'le fader prend la main quand il a rejoint la valeur présente, pour que rien ne saute',
  'schedule.time': 'heure du jour telle que la montrent les horloges du fuseau',
  'schedule.zone': 'fuseau IANA comme « Europe/Paris » ; vide : celui de cette machine',
  'schedule.days': 'jours de la semaine',
  'schedule.date': 'ce jour seul (2026-07-14), quels que soient les jours cochés',
  'schedule.missedWithin': 'retard au démarrage auquel le départ se fait encore ; 0 : jamais',
  'timecode.source': 'ce qui est écouté',
  'timecode.rate': 'images par seconde du code ; df : drop frame',
  'timecode.chase': 'main suit dès le démarrage de la station',
  'timecode.startCode': 'le code auquel main est à 0 s',
  'timecode.trimMs': 'main est d’autant en avance sur le code ; négatif : en retard',
  'timecode.latencyMs': 'retard avec lequel le code arrive, pour chaque source',
  'timecode.freewheelSeconds': 'temps pendant lequel main continue sans code',
  'timecode.ending': 'ce que fait main après cela',
  'timecode.fadeSeconds': 'durée de ce fondu',
  'timecode.go': 'GO pendant que main suit : refusé, ou il quitte le suivi',
  'timecode.device': 'nom de l’entrée audio du LTC, ou une partie ; vide : celle par défaut',
  'timecode.channel': 'son canal, à partir de 1',
  'midi.on': 'le MIDI est écouté ou non',
  'midi.device': 'nom de l’entrée MIDI, ou une partie ; vide : toutes',
  'midi.mscDevice': 'numéro d’appareil MSC ; aucun : tous',
  'midi.mscFormat': 'format de commande MSC (1 lumière, 16 son, 48 vidéo) ; aucun : tous',
  'timecode-out.ltc': 'LTC sur une sortie audio pendant que main tourne',
  'timecode-out.ltcDevice': 'nom de la sortie audio, ou une partie ; vide : celle par défaut',
  'timecode-out.ltcChannel': 'son canal, à partir de 1',
  'timecode-out.ltcLevel': 'niveau du LTC, sous la pleine échelle',
  'timecode-out.mtc': 'MTC sur une sortie MIDI pendant que main tourne',
  'timecode-out.mtcDevice': 'nom de la sortie MIDI, ou une partie ; vide : la première',
  'timecode-out.rate': 'images par seconde ; df : drop frame',
  'timecode-out.startCode': 'le code qui sort quand main est à 0 s',
  'trigger.input': 'ce qui n’est pas de l’OSC est écrit dans sa forme : /note/1/60, /universe/1/12, /onset',
  'trigger.address': '{cue} prend une partie de l’adresse, * les prend toutes',
  'trigger.threshold': 'dans l’unité du premier argument',
  'trigger.hysteresis': 'il faut redescendre d’autant sous le seuil pour déclencher à nouveau',
  'trigger.minInterval': 'secondes entre deux déclenchements',
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
