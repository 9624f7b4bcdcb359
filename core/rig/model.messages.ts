import type { Message } from '../messages.ts';

/** Codes of the model that projectors are calibrated on, and of files that become one. */
const refused = (en: string, fr: string) => ({ status: 409, en, fr }) as const;

export const modelMessages = {
  'model-missing': refused(
    'There is no model to draw on. Open the façade, or give the rig a model.',
    'Aucun modèle sur lequel dessiner. Ouvrez la façade, ou donnez un modèle à l’installation.',
  ),
  'model-unseen': refused(
    'From its place this projector sees nothing of its region. Calibrate it again.',
    'De sa place, ce projecteur ne voit rien de sa région. Calibrez-le de nouveau.',
  ),
  'rig-model': refused(
    'The rig names a model that is missing or broken. Read the file again.',
    'L’installation nomme un modèle absent ou abîmé. Relisez le fichier.',
  ),
  'model-file': refused(
    'This is no glTF 2.0 file that can be read. Export it again as .glb.',
    'Ce n’est pas un fichier glTF 2.0 lisible. Exportez-le de nouveau en .glb.',
  ),
  'model-extension': refused(
    'The file is compressed. Export it without Draco, Meshopt or quantisation.',
    'Le fichier est compressé. Exportez-le sans Draco, Meshopt ni quantification.',
  ),
  'model-external': refused(
    'The file refers to other files. Export it as one .glb.',
    'Le fichier renvoie à d’autres fichiers. Exportez-le en un seul .glb.',
  ),
  'model-empty': refused(
    'The file has no mesh with triangles.',
    'Le fichier ne contient aucun maillage de triangles.',
  ),
  'model-too-large': refused(
    'The model has too many triangles. Simplify it.',
    'Le modèle a trop de triangles. Simplifiez-le.',
  ),
  'model-beside': refused(
    'The model lies beside the canvas. Check its unit and its origin.',
    'Le modèle est à côté du canevas. Vérifiez son unité et son origine.',
  ),
} as const satisfies Record<string, Message>;
