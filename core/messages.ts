import { mpcdiMessages } from './rig/mpcdi/mpcdi.messages.ts';
import { displayMessages } from './rig/display.messages.ts';
import { lightMessages } from './rig/light.messages.ts';
import { modelMessages } from './rig/model.messages.ts';
import { poseMessages } from './rig/pose.messages.ts';
import { versionMessages } from './rig/version.messages.ts';
import { warpMessages } from './rig/warp.messages.ts';
import { lineUpMessages } from './control/line-up.messages.ts';
import { startMessages } from './control/start.messages.ts';
import { oscMessages } from './control/osc/osc.messages.ts';
import { pageMessages } from './control/page.messages.ts';
import { pairingMessages } from './control/pairing.messages.ts';
import { projectorMessages } from './control/pjlink/projector.messages.ts';
import { cameraMessages } from './control/camera.messages.ts';
import { cueMessages } from './control/cue.messages.ts';
import { diskMessages } from './control/disk.messages.ts';
import { draftMessages } from './control/draft.messages.ts';
import { deskMessages } from './control/desk.messages.ts';
import { exportMessages } from './control/export.messages.ts';
import { historyMessages } from './control/history.messages.ts';
import { levelsMessages } from './control/levels.messages.ts';
import { releasesMessages } from './control/releases.messages.ts';
import { remoteMessages } from './control/remote.messages.ts';
import { safetyMessages } from './control/safety.messages.ts';
import { soundMessages } from './control/sound.messages.ts';
import { timecodeMessages } from './control/timecode.messages.ts';
import { preflightMessages } from './preflight/preflight.messages.ts';
import { mediaMessages } from './media/media.messages.ts';
import { documentMessages } from './show/document.messages.ts';
import { keysMessages } from './show/keys-edit/keys.messages.ts';
import { presetsMessages } from './show/presets/presets.messages.ts';
import { timelineMessages } from './show/timeline-edit/timeline.messages.ts';

/**
 * Every refusal's code, once: what it means to a person and what to do next. A code is never reused for something
 * else, and none is removed: consoles of an older version may still show it. `status` is the HTTP answer. What a part of
 * the program alone can say stands with that part.
 */
export type Message = {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 416 | 429 | 500 | 503;
  en: string;
  fr: string;
};

export const messages = {
  ...documentMessages,
  ...timelineMessages,
  ...keysMessages,
  ...presetsMessages,
  ...displayMessages,
  ...lightMessages,
  ...lineUpMessages,
  ...oscMessages,
  ...pageMessages,
  ...pairingMessages,
  ...projectorMessages,
  ...modelMessages,
  ...poseMessages,
  ...startMessages,
  ...warpMessages,
  ...mpcdiMessages,
  ...versionMessages,
  ...cueMessages,
  ...deskMessages,
  ...exportMessages,
  ...timecodeMessages,
  ...levelsMessages,
  ...soundMessages,
  ...safetyMessages,
  ...preflightMessages,
  ...remoteMessages,
  ...releasesMessages,
  ...draftMessages,
  ...mediaMessages,
  ...diskMessages,
  ...historyMessages,
  ...cameraMessages,
  'invalid-input': {
    status: 400,
    en: 'The request has a wrong or missing value. Correct the named field.',
    fr: 'Une valeur est fausse ou manque. Corrigez le champ indiqué.',
  },
  'invalid-json': {
    status: 400,
    en: 'The body is not JSON. Send one JSON object.',
    fr: 'Le corps n’est pas du JSON. Envoyez un objet JSON.',
  },
  'malformed-message': {
    status: 400,
    en: 'The message is not one of the protocol. See docs/protocol.md.',
    fr: 'Ce message n’est pas du protocole. Voir docs/protocol.md.',
  },
  'hello-expected': {
    status: 400,
    en: 'Say hello first.',
    fr: 'Dites d’abord bonjour (hello).',
  },
  'protocol-mismatch': {
    status: 400,
    en: 'This page speaks another version of the protocol. Reload it.',
    fr: 'Cette page parle une autre version du protocole. Rechargez-la.',
  },
  'token-needed': {
    status: 401,
    en: 'This needs the owner token. It stands in the ready line that the host prints at its start.',
    fr: 'Il faut le jeton du propriétaire. Il se trouve dans la ligne « ready » affichée au démarrage.',
  },
  'host-refused': {
    status: 403,
    en: 'The Host header names another machine. Use http://127.0.0.1 with the port.',
    fr: 'L’en-tête Host désigne une autre machine. Utilisez http://127.0.0.1 avec le port.',
  },
  'origin-refused': {
    status: 403,
    en: 'A page of another site may not control the show.',
    fr: 'Une page d’un autre site ne peut pas piloter le spectacle.',
  },
  'role-refused': {
    status: 403,
    en: 'Your role does not allow this. Ask the owner for the right.',
    fr: 'Votre rôle ne le permet pas. Demandez ce droit au propriétaire.',
  },
  'unknown-verb': {
    status: 404,
    en: 'There is no such verb. The list is in docs/protocol.md.',
    fr: 'Ce verbe n’existe pas. La liste est dans docs/protocol.md.',
  },
  'not-found': {
    status: 404,
    en: 'There is nothing at this address.',
    fr: 'Il n’y a rien à cette adresse.',
  },
  'unknown-input': {
    status: 404,
    en: 'There is no input of this name. The status lists them.',
    fr: 'Aucune entrée de ce nom. L’état en donne la liste.',
  },
  'unknown-cue': {
    status: 409,
    en: 'The show has no cue of this number.',
    fr: 'Le spectacle n’a pas d’effet de ce numéro.',
  },
  'unknown-timeline': {
    status: 409,
    en: 'The show has no timeline of this name.',
    fr: 'Le spectacle n’a pas de timeline de ce nom.',
  },
  'unknown-clip': {
    status: 409,
    en: 'The show has no clip of this name.',
    fr: 'Le spectacle n’a pas de clip de ce nom.',
  },
  'method-refused': {
    status: 405,
    en: 'This address is read with GET; verbs are sent with POST.',
    fr: 'Cette adresse se lit avec GET ; les verbes s’envoient avec POST.',
  },
  'body-too-large': {
    status: 413,
    en: 'The message is larger than the host takes. Send less at a time.',
    fr: 'Le message dépasse la taille admise. Envoyez-en moins à la fois.',
  },
  'content-type-refused': {
    status: 415,
    en: 'Send the body with Content-Type: application/json.',
    fr: 'Envoyez le corps avec Content-Type: application/json.',
  },
  'range-refused': {
    status: 416,
    en: 'The file is shorter than the range asked for.',
    fr: 'Le fichier est plus court que la plage demandée.',
  },
  'rate-limited': {
    status: 429,
    en: 'Too many requests. Wait a second.',
    fr: 'Trop de requêtes. Attendez une seconde.',
  },
  'input-disarmed': {
    status: 409,
    en: 'This input is disarmed; its message was ignored. Arm it on the console.',
    fr: 'Cette entrée est désarmée ; son message est ignoré. Réarmez-la sur la console.',
  },
  'request-id-reused': {
    status: 409,
    en: 'This request id was used for another request. Give every request its own.',
    fr: 'Cet identifiant a servi à une autre requête. Donnez à chacune le sien.',
  },
  guard: {
    status: 409,
    en: 'Too soon after the last GO: the press was dropped by the double-GO guard.',
    fr: 'Trop tôt après le dernier GO : appui écarté par la garde anti double GO.',
  },
  retrigger: {
    status: 409,
    en: 'This cue was fired a moment ago and may not fire again yet.',
    fr: 'Cet effet vient de partir et ne peut pas encore repartir.',
  },
  'stale-standby': {
    status: 409,
    en: 'Standby has changed since you saw it; nothing was fired. Look and press again.',
    fr: 'Le prochain effet a changé depuis ; rien n’est parti. Regardez et appuyez de nouveau.',
  },
  'no-standby': {
    status: 409,
    en: 'No cue is in standby. Choose one, or reset.',
    fr: 'Aucun effet en attente. Choisissez-en un, ou réinitialisez.',
  },
  'no-previous': {
    status: 409,
    en: 'There is no cue before this one.',
    fr: 'Aucun effet avant celui-ci.',
  },
  'no-place': {
    status: 409,
    en: 'This cue has no place on a timeline and cannot be in standby. Fire it directly.',
    fr: 'Cet effet n’a pas de place sur une timeline. Lancez-le directement.',
  },
  disarmed: {
    status: 409,
    en: 'This cue is disarmed.',
    fr: 'Cet effet est désarmé.',
  },
  panic: {
    status: 409,
    en: 'Not during panic. GO, resume or reset leaves it.',
    fr: 'Pas pendant la panique. GO, reprise ou réinitialisation en sortent.',
  },
  'beyond-end': {
    status: 409,
    en: 'This position is beyond the end of the timeline.',
    fr: 'Cette position dépasse la fin de la timeline.',
  },
  invalid: {
    status: 400,
    en: 'A value is a number, a word, true or false, or a list of numbers.',
    fr: 'Une valeur est un nombre, un mot, vrai ou faux, ou une liste de nombres.',
  },
  'too-many': {
    status: 503,
    en: 'Too many pages are connected. Close some.',
    fr: 'Trop de pages sont connectées. Fermez-en.',
  },
  'link-lost': {
    status: 503,
    en: 'The host was lost before it answered. Check what happened, then press again.',
    fr: 'L’hôte a été perdu avant sa réponse. Vérifiez, puis appuyez de nouveau.',
  },
  'verb-failed': {
    status: 500,
    en: 'The host failed while doing this; the show goes on. The journal names the fault.',
    fr: 'L’hôte a échoué ; le spectacle continue. Le journal nomme la faute.',
  },
  'station-in-use': {
    status: 409,
    en: 'Another Frise uses this station folder. End it, or start with --station and another folder.',
    fr: 'Un autre Frise utilise ce dossier de station. Arrêtez-le, ou prenez un autre dossier avec --station.',
  },
  'port-taken': {
    status: 409,
    en: 'The port is taken by another program. End it, or start with another port (0 picks a free one).',
    fr: 'Le port est pris par un autre programme. Arrêtez-le, ou choisissez un autre port (0 : libre).',
  },
} as const satisfies Record<string, Message>;

export type MessageCode = keyof typeof messages;
export const isMessageCode = (code: string): code is MessageCode => Object.hasOwn(messages, code);

/** HTTP status of a refusal; a code that only the engine knows is a refusal by state. */
export const statusOfCode = (code: string): Message['status'] =>
  isMessageCode(code) ? messages[code].status : 409;
