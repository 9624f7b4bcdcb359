import type { Message } from '../messages.ts';

/** Spare, notes and the certificate of the network. */
export const remoteMessages = {
  following: {
    status: 409,
    en: 'This host is a spare and follows another: it is muted and changes nothing. Work at the main host, or take over here.',
    fr: 'Cet hôte est un secours et en suit un autre : il est muet et ne change rien. Travaillez sur l’hôte principal, ou prenez la main ici.',
  },
  'not-following': {
    status: 409,
    en: 'This host was not started as a spare. Start it with --follow and the main host’s address.',
    fr: 'Cet hôte n’a pas été démarré en secours. Démarrez-le avec --follow et l’adresse de l’hôte principal.',
  },
  'follow-unreachable': {
    status: 503,
    en: 'The host to follow does not answer, and nothing of it is kept here yet. Start it, look at the address, then start the spare again.',
    fr: 'L’hôte à suivre ne répond pas, et rien de lui n’est encore gardé ici. Démarrez-le, vérifiez l’adresse, puis relancez le secours.',
  },
  'follow-unpaired': {
    status: 401,
    en: 'This spare is not paired with the host that it follows. There, open Settings, switch the network on and pair a device as “viewer”; then start here once with --follow-pin and its PIN.',
    fr: 'Ce secours n’est pas appairé avec l’hôte suivi. Là-bas, ouvrez Réglages, activez le réseau et appairez un appareil « spectateur » ; puis démarrez ici une fois avec --follow-pin et son code.',
  },
  'follow-lost': {
    status: 503,
    en: 'The main host is not heard. The outputs of this spare go on through holds and loops; take over here if it stays away.',
    fr: 'L’hôte principal ne répond plus. Les sorties du secours continuent ; prenez la main ici s’il ne revient pas.',
  },
  'follow-other-show': {
    status: 409,
    en: 'The main host has opened another show. Start the spare again, so that it mirrors that one.',
    fr: 'L’hôte principal a ouvert un autre spectacle. Relancez le secours pour qu’il suive celui-ci.',
  },
  'follow-refused': {
    status: 409,
    en: 'A document of the main host can’t be taken over here. Bring both to the same version of Frise.',
    fr: 'Un document de l’hôte principal ne peut être repris ici. Mettez les deux à la même version de Frise.',
  },
  'follow-version': {
    status: 409,
    en: 'Main host and spare are of different versions of Frise: pictures may differ. Bring both to the same one.',
    fr: 'L’hôte principal et le secours n’ont pas la même version de Frise : les images peuvent différer. Mettez-les à jour.',
  },
  'follow-certificate': {
    status: 401,
    en: 'The main host shows another certificate than the one that this spare was paired with. If it was made anew on purpose, pair the spare again.',
    fr: 'L’hôte principal présente un autre certificat que celui de l’appairage. S’il a été refait exprès, appairez le secours de nouveau.',
  },
  'spare-two-mains': {
    status: 409,
    en: 'Two main hosts: the one that this spare followed answers again. End one of them, or let this one follow again.',
    fr: 'Deux hôtes principaux : celui que ce secours suivait répond de nouveau. Arrêtez l’un d’eux, ou remettez celui-ci en secours.',
  },
  'spare-media': {
    status: 503,
    en: 'A media file of the main host could not be fetched. It is tried again; look at that file on the main host.',
    fr: 'Un média de l’hôte principal n’a pu être copié. Nouvel essai à suivre ; vérifiez ce fichier sur l’hôte principal.',
  },
  'unknown-note': {
    status: 404,
    en: 'There is no such note. Someone may have removed it.',
    fr: 'Cette note n’existe pas. Elle a peut-être été retirée.',
  },
  'note-not-yours': {
    status: 403,
    en: 'This note is someone else’s. Its author, or who runs the show, removes it.',
    fr: 'Cette note est de quelqu’un d’autre. Son auteur, ou la régie, peut la retirer.',
  },
  'notes-full': {
    status: 409,
    en: 'As many notes are kept as Frise takes. Export them, then remove old ones.',
    fr: 'Le nombre maximal de notes est atteint. Exportez-les, puis retirez les anciennes.',
  },
  'notes-unsaved': {
    status: 500,
    en: 'The notes can’t be written. Free or repair the disk.',
    fr: 'Les notes ne peuvent être écrites. Libérez ou réparez le disque.',
  },
  'https-needed': {
    status: 403,
    en: 'This station is served over HTTPS on the network. Use the same address with https://.',
    fr: 'Sur le réseau, cette station est servie en HTTPS. Utilisez la même adresse avec https://.',
  },
  'certificate-failed': {
    status: 500,
    en: 'The certificate can’t be made or read, so the network stays closed. Look at the file, or remove it to have a new one.',
    fr: 'Le certificat ne peut être créé ou lu : le réseau reste fermé. Vérifiez le fichier, ou supprimez-le pour en refaire un.',
  },
} as const satisfies Record<string, Message>;
