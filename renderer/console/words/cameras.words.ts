import type { WordTable } from './table.ts';

/** Live inputs: which device each is, on this machine. */
export const camerasWords = {
  partCameras: ['Caméras', 'Cameras'],
  camerasNone: [
    'Ni le spectacle ni cette machine ne nomment une entrée vidéo. Un clip « Entrée vidéo » en demande une.',
    'Neither the show nor this machine names a live input. A clip of the layer “Live input” asks for one.',
  ],
  camerasWhat: [
    'Le spectacle nomme ses entrées vidéo ; ici vous dites quel périphérique c’est sur cette machine. Sans cela, rien n’est ouvert.',
    'The show names its live inputs; here you say which device that is on this machine. Without it nothing is opened.',
  ],
  cameraInShow: ['dans le spectacle', 'in the show'],
  cameraNotInShow: ['pas dans ce spectacle', 'not in this show'],
  cameraDevice: ['Périphérique', 'Device'],
  cameraNoDevice: ['— aucun —', '— none —'],
  cameraGone: ['{device} (absent)', '{device} (not there)'],
  cameraSize: ['Demandé', 'Asked for'],
  cameraAnySize: ['ce qu’il préfère', 'what it likes'],
  cameraOwnSize: ['{width} × {height} à {rate}', '{width} × {height} at {rate}'],
  cameraMap: ['Choisir un périphérique', 'Choose a device'],
  cameraForget: ['Retirer', 'Remove'],
  cameraAsk: ['Demander leurs noms au navigateur', 'Ask the browser for their names'],
  cameraUnknown: [
    'Le navigateur ne dit pas les noms des caméras tant qu’aucune n’est permise.',
    'The browser tells no cameras’ names until one is allowed.',
  ],
  cameraFar: [
    'L’image se regarde sur la machine du spectacle ; d’ici vous choisissez parmi ce que ses sorties voient.',
    'The picture can be looked at on the show machine; from here you choose among what its outputs see.',
  ],
  cameraShow: ['Voir l’image', 'Show the picture'],
  cameraHide: ['Fermer l’image', 'Close the picture'],
  cameraPicture: ['Image de {input}', 'Picture of {input}'],
  cameraComes: ['Reçu : {width} × {height}, {rate} i/s', 'Comes: {width} × {height}, {rate} fps'],
  cameraOpening: ['S’ouvre…', 'Opening…'],
  cameraOnWall: [
    'Aux sorties : {width} × {height}, {rate} i/s',
    'At the outputs: {width} × {height}, {rate} fps',
  ],
  cameraWallOpening: ['S’ouvre aux sorties', 'Opening at the outputs'],
  cameraWallFault: ['EN DÉFAUT aux sorties', 'FAULT at the outputs'],
  cameraWallIdle: ['Fermé : aucun clip ne la montre maintenant', 'Closed: no clip shows it now'],
  cameraUnmapped: ['Sans périphérique sur cette machine', 'No device on this machine'],
  cameraNew: ['Autre entrée vidéo', 'Another live input'],
  cameraAdd: ['Ajouter', 'Add'],
  inputKnown: ['Noms déjà employés', 'Names in use'],
  inputTake: ['Prendre un nom déjà employé…', 'Take a name in use…'],
  inputIs: ['Ici : {device}', 'Here: {device}'],
  inputIsNone: [
    'Ici : aucun périphérique. Connexions → Caméras.',
    'Here: no device yet. Connections → Cameras.',
  ],
  inputUnnamed: ['Sans nom, le clip reste vide.', 'Without a name the clip stays empty.'],
} as const satisfies WordTable;
