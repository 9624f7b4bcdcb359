import type { Message } from '../messages.ts';

/**
 * Codes that documents and their store give, in both languages. A problem's own `message` is nearer to the case; these
 * words say what the code means wherever there is none.
 */
const wrong = (en: string, fr: string) => ({ status: 400, en, fr }) as const;
const refused = (en: string, fr: string) => ({ status: 409, en, fr }) as const;
const gone = (en: string, fr: string) => ({ status: 404, en, fr }) as const;
const broken = (en: string, fr: string) => ({ status: 500, en, fr }) as const;

export const documentMessages = {
  'json-syntax': wrong('The file is not sound JSON.', 'Le fichier n’est pas du JSON valide.'),
  'document-shape': wrong('This is no Frise document.', 'Ce n’est pas un document Frise.'),
  'document-format': wrong(
    'Another kind of document was expected.',
    'Un autre type de document était attendu.',
  ),
  'document-missing': gone('The document is missing.', 'Le document manque.'),
  'document-unreadable': broken('The document cannot be read.', 'Le document est illisible.'),
  'schema-too-new': refused(
    'Made with a newer Frise. Update this one.',
    'Fait avec un Frise plus récent. Mettez à jour.',
  ),
  'schema-too-old': refused('A draft that was never released.', 'Une ébauche jamais publiée.'),
  'root-missing': wrong('The main record is missing or broken.', 'La fiche principale manque ou est fausse.'),
  'root-count': wrong('There must be exactly one main record.', 'Il faut exactement une fiche principale.'),
  'record-id': wrong(
    'An id is kind:name, in a–z, 0–9 and -.',
    'Un identifiant est genre:nom, en a–z, 0–9 et -.',
  ),
  'record-kind': wrong('No such kind of record here.', 'Ce genre de fiche n’existe pas ici.'),
  'record-shape': wrong('A value is wrong or missing.', 'Une valeur est fausse ou manque.'),
  'record-key': wrong(
    'A key is not known. Check its spelling.',
    'Une clé est inconnue. Vérifiez l’orthographe.',
  ),
  'record-missing': gone('There is no such record any more.', 'Cette fiche n’existe plus.'),
  'edit-contradiction': wrong(
    'One record is both put and removed.',
    'Une fiche est à la fois posée et retirée.',
  ),
  'edit-failed': broken(
    'The edit failed; nothing was changed.',
    'La modification a échoué ; rien n’a changé.',
  ),
  'order-owner': wrong(
    'A list of something that does not exist.',
    'Une liste de quelque chose qui n’existe pas.',
  ),
  'order-dangling': wrong(
    'A list names something that does not exist.',
    'Une liste nomme une fiche absente.',
  ),
  'order-double': wrong('Something stands twice in the lists.', 'Une fiche est deux fois dans les listes.'),
  'order-missing': wrong(
    'Something stands in no list, so it is never drawn.',
    'Une fiche hors des listes : jamais dessinée.',
  ),
  'follow-parameter': wrong(
    'A clip can only follow with a number of its layer.',
    'Un clip ne peut suivre que par un nombre de son calque.',
  ),
  'follow-clip': wrong(
    'What is followed must be a sound clip of the same timeline.',
    'On ne suit qu’un clip sonore de la même timeline.',
  ),
  'follow-value': wrong(
    'The parameter does not take what it would follow to.',
    'Le paramètre n’accepte pas les valeurs ainsi suivies.',
  ),
  'layer-unknown': wrong('No such layer type.', 'Ce type de calque n’existe pas.'),
  'layer-parameter': wrong('A layer’s parameter is wrong.', 'Un paramètre de calque est faux.'),
  'keyframe-order': wrong(
    'Keyframes must be in the order of time.',
    'Les images clés doivent suivre le temps.',
  ),
  'effect-unknown': wrong('No such effect type.', 'Ce type d’effet n’existe pas.'),
  'effect-id': wrong('Two effects of a clip have one name.', 'Deux effets d’un clip portent le même nom.'),
  'effect-layer': wrong('A clip without a picture has effects.', 'Un clip sans image a des effets.'),
  'effect-parameter': wrong('An effect’s parameter is wrong.', 'Un paramètre d’effet est faux.'),
  'group-timeline': wrong(
    'A group plays a timeline that is not there, or itself. Choose another.',
    'Un groupe joue une timeline absente, ou lui-même. Choisissez-en une autre.',
  ),
  'effect-mask': wrong(
    'A mask has nothing to mask with. Choose a clip of this timeline or elements.',
    'Un masque n’a rien pour masquer. Choisissez un clip de cette timeline ou des éléments.',
  ),
  'keyframe-parameter': wrong('Keyframes of an unknown parameter.', 'Images clés d’un paramètre inconnu.'),
  'keyframe-value': wrong(
    'A keyframe has a value that does not fit.',
    'Une image clé a une valeur impossible.',
  ),
  'clip-media': wrong(
    'A clip names media that is not in the show.',
    'Un clip nomme un média absent du spectacle.',
  ),
  'clip-order': wrong('Clips must be in the order of their starts.', 'Les clips doivent suivre leur début.'),
  'clip-overlap': refused(
    'Two clips of one track overlap. Move one.',
    'Deux clips d’une piste se chevauchent. Déplacez-en un.',
  ),
  'region-element': wrong('The façade has no such element.', 'La façade n’a pas cet élément.'),
  'show-main': wrong('The show’s main timeline is missing.', 'La timeline principale manque.'),
  'cue-none': wrong('No cue lies on the main timeline.', 'Aucun effet sur la timeline principale.'),
  'cue-number-double': refused('This cue number is taken.', 'Ce numéro d’effet est pris.'),
  'cue-timeline': wrong(
    'A cue lies on a timeline that is missing.',
    'Un effet est sur une timeline absente.',
  ),
  'cue-position': wrong('A cue lies behind the end.', 'Un effet est après la fin.'),
  'cue-arrive-place': wrong(
    'Only a cue with a place can hold or loop.',
    'Seul un effet placé peut attendre ou boucler.',
  ),
  'cue-loop-from': wrong('A loop must start before its cue.', 'Une boucle doit commencer avant son effet.'),
  'cue-follow': wrong('The cue to follow is missing.', 'L’effet à enchaîner manque.'),
  'cue-follow-circle': wrong(
    'Cues follow each other in a circle without time.',
    'Des effets s’enchaînent en rond, sans durée.',
  ),
  'cue-entry': wrong('A cue enters behind the end.', 'Un effet entre après la fin.'),
  'cue-quantise': wrong('No tempo to wait for.', 'Aucun tempo à attendre.'),
  'verb-unknown': wrong('No such verb.', 'Ce verbe n’existe pas.'),
  'verb-not-allowed': wrong(
    'This verb is not for cues and triggers.',
    'Ce verbe n’est pas permis aux effets.',
  ),
  'verb-args': wrong('A verb’s argument is wrong.', 'Un argument du verbe est faux.'),
  'verb-target': wrong(
    'A verb names something that is not in the show.',
    'Un verbe nomme une chose absente.',
  ),
  'path-outside': wrong('A path leads out of the show folder.', 'Un chemin sort du dossier du spectacle.'),
  'path-data': wrong('This is no SVG path.', 'Ce n’est pas un tracé SVG.'),
  'path-tolerance': wrong('The tolerance must be above 0.', 'La tolérance doit être positive.'),
  'facade-plane': wrong('An element lies on a plane that is missing.', 'Un élément est sur un plan absent.'),
  'facade-outline': wrong('An element’s outline is broken or open.', 'Un contour est faux ou ouvert.'),
  'facade-detail': wrong('An element’s detail is no path.', 'Un détail n’est pas un tracé.'),
  'facade-hash': refused(
    'The façade is not the one that the show names.',
    'La façade n’est pas celle du spectacle.',
  ),
  'rig-grid': wrong('A warp grid has the wrong number of points.', 'Une grille a un nombre de points faux.'),
  'rig-region': wrong('An output’s region misses the canvas.', 'La région d’une sortie manque la toile.'),
  'rig-name': wrong('Two outputs have one name.', 'Deux sorties ont le même nom.'),
  'undo-nothing': refused('Nothing of yours to undo.', 'Rien de vous à annuler.'),
  'redo-nothing': refused('Nothing of yours to redo.', 'Rien de vous à rétablir.'),
  'undo-touched': refused(
    'Someone has changed this since; not undone.',
    'Quelqu’un a changé ceci depuis ; non annulé.',
  ),
  'redo-touched': refused(
    'Someone has changed this since; not redone.',
    'Quelqu’un a changé ceci depuis ; non rétabli.',
  ),
  'store-write': broken(
    'Not saved, so not done. Check the disk.',
    'Non enregistré, donc non fait. Vérifiez le disque.',
  ),
  'store-closed': refused('The host is closing. Try again.', 'L’hôte se ferme. Réessayez.'),
  'set-aside': broken(
    'A document could not be read and was set aside.',
    'Un document illisible a été mis de côté.',
  ),
  'backup-opened': broken('The last good backup was opened.', 'La dernière bonne sauvegarde a été ouverte.'),
  'log-damaged': broken(
    'The log is damaged. Check the last edits.',
    'Le journal est abîmé. Vérifiez les dernières modifications.',
  ),
  'log-entry': broken(
    'An edit of the log does not fit any more.',
    'Une modification du journal ne convient plus.',
  ),
  'edited-outside': refused('Changed outside Frise.', 'Modifié hors de Frise.'),
  'origin-changed': refused(
    'The bundled show has changed; the copy is played.',
    'L’original a changé ; la copie est jouée.',
  ),
  'listener-failed': broken(
    'A part of the host failed after an edit.',
    'Une partie de l’hôte a échoué après une modification.',
  ),
  'media-unknown': gone('No such media record.', 'Cette fiche de média n’existe pas.'),
  'media-missing': gone('A media file is missing. Copy it in.', 'Un fichier manque. Copiez-le.'),
  'media-unreadable': broken('A media file cannot be read.', 'Un fichier est illisible.'),
  'media-hash': refused('A media file is not the one that was meant.', 'Un fichier n’est pas celui prévu.'),
  'file-missing': gone('A file is missing.', 'Un fichier manque.'),
  'file-unreadable': broken('A file cannot be read.', 'Un fichier est illisible.'),
  'folder-missing': gone('This is no folder.', 'Ce n’est pas un dossier.'),
  'folder-unreadable': broken('The folder cannot be read.', 'Le dossier est illisible.'),
  'repaired-list': refused('A list of nothing was removed.', 'Une liste sans objet a été retirée.'),
  'repaired-entry': refused('An entry was dropped.', 'Une entrée a été retirée.'),
  'repaired-missing': refused(
    'Something was in no list and was added.',
    'Une fiche hors liste a été ajoutée.',
  ),
  'repaired-clips': refused('Clips were sorted.', 'Des clips ont été triés.'),
  'repaired-keys': refused('Keyframes were sorted.', 'Des images clés ont été triées.'),
} as const satisfies Record<string, Message>;
