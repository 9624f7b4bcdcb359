import type { Message } from '../messages.ts';

/** What is said of live inputs. The clip is transparent meanwhile, and the show goes on. */
const gone = (en: string, fr: string) => ({ status: 503, en, fr }) as const;

export const cameraMessages = {
  'live-input-unmapped': gone(
    'A clip shows a live input that this machine has no device for; it stays empty. Under Connections → Cameras, say which camera or capture card it is.',
    'Un clip montre une entrée vidéo sans périphérique sur cette machine ; il reste vide. Dans Connexions → Caméras, dites quelle caméra ou carte d’acquisition c’est.',
  ),
  'live-input-insecure': gone(
    'This page can’t open a camera: over the network browsers give none, and Frise asks for none. Open the page on the show machine itself (http://localhost).',
    'Cette page ne peut pas ouvrir de caméra : par le réseau les navigateurs n’en donnent pas, et Frise n’en demande pas. Ouvrez la page sur la machine du spectacle (http://localhost).',
  ),
  'live-input-refused': gone(
    'A live input is not allowed to the page that draws. Allow the camera in the browser or in the system’s privacy settings, then load the output again.',
    'Une entrée vidéo n’est pas autorisée à la page qui dessine. Autorisez la caméra dans le navigateur ou dans la confidentialité du système, puis rechargez la sortie.',
  ),
  'live-input-missing': gone(
    'A live input’s device is not there. Plug it in; the picture comes by itself. Or choose another under Connections → Cameras.',
    'Le périphérique d’une entrée vidéo n’est pas là. Branchez-le, l’image viendra d’elle-même. Ou choisissez-en un autre dans Connexions → Caméras.',
  ),
  'live-input-busy': gone(
    'A live input’s device can’t be opened: another program may hold it. Close that program; it is tried again every two seconds.',
    'Le périphérique d’une entrée vidéo ne s’ouvre pas : un autre programme l’occupe peut-être. Fermez-le ; un nouvel essai a lieu toutes les deux secondes.',
  ),
  'live-input-lost': gone(
    'A live input’s device was unplugged; its clips are empty. Plug it in again; the picture comes back by itself.',
    'Le périphérique d’une entrée vidéo a été débranché ; ses clips sont vides. Rebranchez-le, l’image reviendra d’elle-même.',
  ),
  'live-input-silent': gone(
    'No picture comes from a live input; its clips are empty. Check the cable and the source; the picture comes back by itself.',
    'Plus d’image d’une entrée vidéo ; ses clips sont vides. Vérifiez le câble et la source ; l’image reviendra d’elle-même.',
  ),
} as const satisfies Record<string, Message>;
export type CameraFault = keyof typeof cameraMessages;
