import type { Message } from '../messages.ts';

/** What a host says at its start and of its disk, and what the `frise` command says. */
const wrong = (en: string, fr: string) => ({ status: 400, en, fr }) as const;
const broken = (en: string, fr: string) => ({ status: 500, en, fr }) as const;

export const startMessages = {
  'bad-flag': wrong(
    'A flag of the start is wrong. Correct it as the line says.',
    'Une option de démarrage est fausse. Corrigez-la comme indiqué.',
  ),
  'lan-off': wrong(
    'Frise listens on this machine only. Use 127.0.0.1 with a port.',
    'Frise n’écoute que cette machine. Utilisez 127.0.0.1 avec un port.',
  ),
  'start-failed': broken(
    'Frise could not start. Look at the station’s folder, or name another with --station.',
    'Frise n’a pas pu démarrer. Vérifiez le dossier de la station, ou indiquez-en un autre avec --station.',
  ),
  'archive-source': wrong(
    'This is no folder of a show that an archive can hold. Correct it as the line says.',
    'Ce n’est pas un dossier de spectacle qu’une archive peut contenir. Corrigez-le comme indiqué.',
  ),
  'archive-failed': broken(
    'The archive could not be written. Look at the disk and at the name.',
    'L’archive n’a pas pu être écrite. Vérifiez le disque et le nom.',
  ),
  'archive-refused': wrong(
    'This archive is no show that may be unpacked. Ask for another one.',
    'Cette archive n’est pas un spectacle que l’on peut ouvrir. Demandez-en une autre.',
  ),
  'archive-unreadable': broken(
    'The archive can’t be read. Copy it again.',
    'L’archive est illisible. Copiez-la de nouveau.',
  ),
  'archive-target': wrong(
    'The folder to unpack into holds something. Name one that is not there yet.',
    'Le dossier de destination n’est pas vide. Indiquez-en un qui n’existe pas encore.',
  ),
  'port-refused': broken(
    'The system refuses the port. Choose another address or port.',
    'Le système refuse le port. Choisissez une autre adresse ou un autre port.',
  ),
  'session-unsaved': broken(
    'The session can’t be written, so a crash would lose its place. Free or repair the disk.',
    'La session ne peut être écrite : un plantage perdrait sa place. Libérez ou réparez le disque.',
  ),
  'session-set-aside': broken(
    'The show could not go on where the host before left it and was opened black. Fire the cue at which it was.',
    'Le spectacle n’a pas pu reprendre où l’hôte précédent l’avait laissé ; ouvert au noir. Relancez l’effet où il en était.',
  ),
  'show-folder-gone': broken(
    'The show’s folder is gone; what was opened from it is played. Plug the disk in again.',
    'Le dossier du spectacle a disparu ; ce qui en avait été ouvert est joué. Rebranchez le disque.',
  ),
  'journal-unsaved': broken(
    'The journal can’t be written. Free or repair the disk.',
    'Le journal ne peut être écrit. Libérez ou réparez le disque.',
  ),
  'flag-missing': wrong(
    'A flag is missing. Add it as the line says.',
    'Une option manque. Ajoutez-la comme indiqué.',
  ),
  'flag-invalid': wrong(
    'A flag has a wrong value. Correct it as the line says.',
    'Une option a une valeur fausse. Corrigez-la comme indiqué.',
  ),
  'variant-unknown': wrong(
    'The show has no such version. Take one of those that the line names.',
    'Le spectacle n’a pas cette version. Prenez-en une de celles indiquées.',
  ),
  'new-size': wrong(
    'The wall’s size is no size. Write width and height in metres, as 40x12.',
    'La taille du mur n’en est pas une. Écrivez largeur et hauteur en mètres, comme 40x12.',
  ),
  'new-template': wrong(
    'A new show needs a template that there is, and the show that it takes from.',
    'Un nouveau spectacle demande un modèle existant, et le spectacle d’où il vient.',
  ),
  'new-folder': wrong(
    'The folder holds something already. Name another one.',
    'Le dossier contient déjà quelque chose. Nommez-en un autre.',
  ),
  'new-failed': broken(
    'The new show can’t be written. Look at the folder’s rights and the disk’s room.',
    'Le nouveau spectacle ne peut être écrit. Vérifiez les droits du dossier et la place du disque.',
  ),
  'sheet-failed': broken(
    'The cue sheet could not be drawn or printed. Look at the line, then try again.',
    'La feuille de conduite n’a pu être dessinée ou imprimée. Lisez la ligne, puis réessayez.',
  ),
  'engine-missing': broken(
    'No Chromium was found. Install one, or name it with FRISE_CHROMIUM.',
    'Aucun Chromium trouvé. Installez-en un, ou indiquez-le avec FRISE_CHROMIUM.',
  ),
  'engine-ended': broken(
    'The engine that draws gave up. Look at its words, then try again.',
    'Le moteur de rendu s’est arrêté. Lisez son message, puis réessayez.',
  ),
  'engine-silent': broken(
    'The engine started but never asked for its work. Try another one with FRISE_CHROMIUM.',
    'Le moteur de rendu a démarré sans demander son travail. Essayez-en un autre avec FRISE_CHROMIUM.',
  ),
  'render-cancelled': {
    status: 409,
    en: 'The render was called off; nothing was written.',
    fr: 'Le rendu a été interrompu ; rien n’a été écrit.',
  },
  'show-missing': wrong(
    'There is no show in this folder. Name the folder that show.json lies in.',
    'Aucun spectacle dans ce dossier. Indiquez celui qui contient show.json.',
  ),
  'output-missing': wrong(
    'The rig has no output of this name. Choose one that the line lists.',
    'Aucune sortie de ce nom dans l’installation. Choisissez-en une de la liste.',
  ),
  'viewpoint-missing': wrong(
    'The façade has no viewpoint of this name. Choose one that the line lists, or give --eye.',
    'Aucun point de vue de ce nom sur la façade. Choisissez-en un de la liste, ou donnez --eye.',
  ),
  'out-unwritable': broken(
    'The picture or film can’t be written. Name another --out, or free the disk.',
    'L’image ou le film ne peut être écrit. Indiquez un autre --out, ou libérez le disque.',
  ),
  'analysis-missing': wrong(
    'A sound that a clip follows was not measured. Run frise analyse on the folder.',
    'Un son que suit un clip n’est pas mesuré. Lancez frise analyse sur le dossier.',
  ),
  'analysis-unwritten': broken(
    'What was measured of a sound cannot be written. Look at disk and rights.',
    'La mesure d’un son ne peut être écrite. Vérifiez disque et droits.',
  ),
  'page-failed': broken(
    'The engine’s page could not do it. The message names the fault; try another engine with FRISE_CHROMIUM.',
    'La page du moteur n’y est pas arrivée. Le message nomme la faute ; essayez un autre moteur avec FRISE_CHROMIUM.',
  ),
  'render-failed': broken(
    'Nothing could be drawn. Check the show with `frise check`, then try again.',
    'Rien n’a pu être dessiné. Vérifiez le spectacle avec `frise check`, puis réessayez.',
  ),
} as const satisfies Record<string, Message>;
