import type { Message } from '../../messages.ts';

/** What is said of projectors. None of it stops a show. */
const refused = (status: 400 | 404 | 409, en: string, fr: string) => ({ status, en, fr }) as const;
const broken = (en: string, fr: string) => ({ status: 500, en, fr }) as const;

export const projectorMessages = {
  'projector-unknown': refused(
    404,
    'The rig has no output of this name. Choose one of the list, or all.',
    'Aucune sortie de ce nom dans l’installation. Choisissez-en une de la liste, ou « all ».',
  ),
  'projector-missing': refused(
    409,
    'No projector is entered for this output. Give it the projector’s address on the control network.',
    'Aucun projecteur n’est inscrit pour cette sortie. Donnez l’adresse du projecteur sur le réseau de commande.',
  ),
  'projector-silent': broken(
    'The projector does not answer; the show goes on. Check its mains, its network cable and its address, and that no other controller holds it.',
    'Le projecteur ne répond pas ; le spectacle continue. Vérifiez son secteur, son câble réseau, son adresse, et qu’aucun autre contrôleur ne l’occupe.',
  ),
  'projector-held': broken(
    'The projector refuses the connection: another controller holds it, or PJLink is off in its menu. Let the other one go, or switch PJLink on.',
    'Le projecteur refuse la connexion : un autre contrôleur l’occupe, ou PJLink est coupé dans son menu. Libérez-le, ou activez PJLink.',
  ),
  'projector-garbled': broken(
    'What answers there does not speak PJLink. Check the address and the port (4352).',
    'Ce qui répond là ne parle pas PJLink. Vérifiez l’adresse et le port (4352).',
  ),
  'projector-password': broken(
    'The projector wants another password. Enter the one of its network menu.',
    'Le projecteur veut un autre mot de passe. Entrez celui de son menu réseau.',
  ),
  'projector-error': broken(
    'The projector reports an error. Look at it before it switches itself off.',
    'Le projecteur signale une erreur. Allez le voir avant qu’il ne s’éteigne.',
  ),
  'projector-passwords': broken(
    'The file of the projectors’ passwords can’t be read or written. Repair the station’s folder, then enter them again.',
    'Le fichier des mots de passe des projecteurs ne peut être lu ou écrit. Réparez le dossier de la station, puis entrez-les de nouveau.',
  ),
} as const satisfies Record<string, Message>;
