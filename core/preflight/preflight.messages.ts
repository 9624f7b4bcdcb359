import type { Message } from '../messages.ts';

/** What a line of the pre-flight says when it does not pass: what is wrong and what to do. Words in braces are filled in. */
const line = (en: string, fr: string) => ({ status: 409, en, fr }) as const;

export const preflightMessages = {
  'preflight-show': line(
    '{count} problem(s) in the documents, the first: {what} Correct what Health names, then run this line again.',
    '{count} problème(s) dans les documents, le premier : {what} Corrigez ce que l’État nomme, puis relancez cette ligne.',
  ),
  'preflight-unsaved': line('Not everything is on the disk: {what}', 'Tout n’est pas sur le disque : {what}'),
  'preflight-media': line(
    '{count} of {total} files, the first {file}: {what}',
    '{count} fichier(s) sur {total}, le premier {file} : {what}',
  ),
  'preflight-decode': line(
    '{file} can’t be decoded: {what}. Convert it (H.264 or VP9, Ogg Opus or WAV, PNG or JPEG) and put it in its place.',
    '{file} ne se décode pas : {what}. Convertissez-le (H.264 ou VP9, Ogg Opus ou WAV, PNG ou JPEG) et remettez-le en place.',
  ),
  'preflight-untried': line(
    '{count} file(s) were tried by no page, the first {file}. Open an output (pictures) and the sound page, then run this line again.',
    '{count} fichier(s) essayés par aucune page, le premier {file}. Ouvrez une sortie (images) et la page son, puis relancez cette ligne.',
  ),
  'preflight-facade': line(
    'The rig was lined up on a canvas of {rig} m, the show’s measures {show} m. Open the rig of this façade, or line up again.',
    'L’installation a été calée sur une toile de {rig} m, celle du spectacle mesure {show} m. Ouvrez l’installation de cette façade, ou recalez.',
  ),
  'preflight-no-outputs': line(
    'The rig has no output. Add one under Calibrate.',
    'L’installation n’a aucune sortie. Ajoutez-en une dans Calage.',
  ),
  'preflight-display-absent': line(
    '{name} waits for its display {display}. Switch it on and plug it in, or give the output another one under Calibrate.',
    '{name} attend son écran {display}. Allumez-le et branchez-le, ou donnez un autre écran à la sortie dans Calage.',
  ),
  'preflight-display-moved': line(
    '{name} is on {display}, which lies elsewhere than when it was assigned. If the picture is right, assign it anew under Calibrate; if not, put cables and screen order back.',
    '{name} est sur {display}, qui n’est plus à la place où il a été attribué. Si l’image est juste, attribuez-le de nouveau dans Calage ; sinon remettez les câbles et l’ordre des écrans.',
  ),
  'preflight-display-guessed': line(
    '{name} is on {display} by order alone. Look whether it is the right one and assign it under Calibrate.',
    '{name} est sur {display} par le seul ordre des écrans. Vérifiez que c’est le bon et attribuez-le dans Calage.',
  ),
  'preflight-display-window': line(
    '{name} is in a window, not on a display of its own. Plug its display in, or start without --windowed.',
    '{name} est dans une fenêtre, pas sur son écran. Branchez son écran, ou démarrez sans --windowed.',
  ),
  'preflight-display-size': line(
    '{display} shows {is}, the rig says {wanted} for {name}. Set the display’s resolution, or correct the output under Calibrate.',
    '{display} affiche {is}, l’installation dit {wanted} pour {name}. Réglez la définition de l’écran, ou corrigez la sortie dans Calage.',
  ),
  'preflight-display-refresh': line(
    '{display} runs at {is} Hz, the rig says {wanted} Hz for {name}. Set the display’s refresh rate.',
    '{display} est à {is} Hz, l’installation dit {wanted} Hz pour {name}. Réglez la fréquence de l’écran.',
  ),
  'preflight-display-scale': line(
    '{display} is scaled to {percent} %, so pixels of {name} are smeared. Set scaling to 100 % in the system’s display settings.',
    '{display} est à l’échelle {percent} %, les pixels de {name} bavent. Mettez l’échelle à 100 % dans les réglages d’affichage du système.',
  ),
  'preflight-display-unknown': line(
    'Nobody tells which display {name} is on: its page is in a browser. Look at the picture: right projector, full screen, 100 %.',
    'Personne ne dit sur quel écran est {name} : sa page est dans un navigateur. Regardez l’image : bon projecteur, plein écran, 100 %.',
  ),
  'preflight-output-lost': line(
    '{name} is not connected. Open /output/{key} on its machine; look at its display and cable.',
    '{name} n’est pas connectée. Ouvrez /output/{key} sur sa machine ; vérifiez son écran et son câble.',
  ),
  'preflight-output-broke': line(
    '{name} was lost while it was watched. Look at its machine and graphics driver; the journal says when.',
    '{name} a été perdue pendant l’observation. Vérifiez sa machine et son pilote graphique ; le journal dit quand.',
  ),
  'preflight-output-error': line('{name}: {what}', '{name} : {what}'),
  'preflight-vsync': line(
    '{name} late: {late} frames in {seconds} s, {fps} fps on {refresh} Hz: graphics driver has vsync off, see “Late frames” in docs/technician.md.',
    '{name} en retard : {late} images en {seconds} s, {fps} i/s sur {refresh} Hz : la synchro verticale du pilote graphique est coupée, voir « Late frames » dans docs/technician.md.',
  ),
  'preflight-late': line(
    '{name} late: {late} frames in {seconds} s: graphics driver has vsync off, or another program uses the machine, see “Late frames” in docs/technician.md.',
    '{name} en retard : {late} images en {seconds} s : la synchro verticale du pilote est coupée, ou un autre programme occupe la machine, voir « Late frames » dans docs/technician.md.',
  ),
  'preflight-slow': line(
    '{name} slow: {fps} of {refresh} fps, {late} late in {seconds} s: more than this machine can draw. Lower the rig’s density or the display’s refresh rate, close other programs, see “Late frames” in docs/technician.md.',
    '{name} trop lente : {fps} i/s sur {refresh}, {late} en retard en {seconds} s : plus que cette machine ne peut dessiner. Baissez la densité de l’installation ou la fréquence, fermez les autres programmes, voir « Late frames » dans docs/technician.md.',
  ),
  'preflight-software': line(
    '{name} is drawn without a graphics card ({renderer}). Install the graphics driver, or switch hardware acceleration on.',
    '{name} est dessinée sans carte graphique ({renderer}). Installez le pilote graphique, ou activez l’accélération matérielle.',
  ),
  'preflight-texture': line(
    '{name} needs pictures of {wanted} px, its graphics card draws {most} px at most. Lower the rig’s density, or use another card.',
    '{name} demande des images de {wanted} px, sa carte graphique en dessine {most} au plus. Baissez la densité de l’installation, ou changez de carte.',
  ),
  'preflight-page-scale': line(
    'The page of {name} is scaled to {percent} %. Set the browser’s zoom and the system’s scaling to 100 %.',
    'La page de {name} est à l’échelle {percent} %. Mettez le zoom du navigateur et l’échelle du système à 100 %.',
  ),
  'preflight-hdr': line(
    'The display of {name} is in HDR, which changes every level. Switch HDR off in the system’s display settings.',
    'L’écran de {name} est en HDR, ce qui change tous les niveaux. Coupez le HDR dans les réglages d’affichage du système.',
  ),
  'preflight-untold': line(
    'The page of {name} has not told what it draws with. Reload it, then run this line again.',
    'La page de {name} n’a pas dit avec quoi elle dessine. Rechargez-la, puis relancez cette ligne.',
  ),
  'preflight-no-sound': line(
    'The show has sound and no sound page is open. Open /audio on the machine with the sound device.',
    'Le spectacle a du son et aucune page son n’est ouverte. Ouvrez /audio sur la machine de la carte son.',
  ),
  'preflight-sound-state': line(
    'The sound device is not running ({state}). Press “Start sound” on the sound page.',
    'La carte son ne tourne pas ({state}). Appuyez sur « Démarrer le son » sur la page son.',
  ),
  'preflight-sound-problem': line('Sound: {what}', 'Son : {what}'),
  'preflight-sound-loading': line(
    'Sounds are still being read. Wait, then run this line again.',
    'Les sons sont encore en lecture. Attendez, puis relancez cette ligne.',
  ),
  'preflight-silent': line(
    'No level at the sound device. Play a cue with sound while the pre-flight runs; look at the mixer.',
    'Aucun niveau à la carte son. Lancez un effet sonore pendant le contrôle ; vérifiez la console son.',
  ),
  'preflight-camera-unmapped': line(
    'The show asks for the live input “{input}”, and this machine has no device for it. Choose one under Connections → Cameras.',
    'Le spectacle demande l’entrée vidéo « {input} », sans périphérique sur cette machine. Choisissez-en un dans Connexions → Caméras.',
  ),
  'preflight-camera-missing': line(
    '“{input}” is “{device}”, which is not there. Plug it in, or choose another under Connections → Cameras.',
    '« {input} » est « {device} », qui n’est pas là. Branchez-le, ou choisissez-en un autre dans Connexions → Caméras.',
  ),
  'preflight-camera-problem': line('Live input: {what}', 'Entrée vidéo : {what}'),
  'preflight-camera-unknown': line(
    'No output has said which cameras there are. Open an output on this machine and allow it the camera, then run this line again.',
    'Aucune sortie n’a dit quelles caméras sont là. Ouvrez une sortie sur cette machine et autorisez-lui la caméra, puis relancez cette ligne.',
  ),
  'preflight-clock-lock': line(
    'Sound plays and does not lead the clock (source: {source}). Look at the sound page and its device.',
    'Le son joue et ne mène pas l’horloge (source : {source}). Vérifiez la page son et sa carte.',
  ),
  'preflight-desk': line(
    'Desk not heard for {age} s. Ask the desk to send a test message; look at its address, the cable and the allow-list.',
    'Pupitre muet depuis {age} s. Demandez un message d’essai au pupitre ; vérifiez son adresse, le câble et la liste d’accès.',
  ),
  'preflight-desk-never': line(
    'Desk never heard since the start. Ask the desk to send a test message; look at its address, the cable and the allow-list.',
    'Pupitre jamais entendu depuis le démarrage. Demandez un message d’essai ; vérifiez son adresse, le câble et la liste d’accès.',
  ),
  'preflight-desk-unknown': line(
    'There is no input “{input}”, which preflight:main names as the desk. Correct the station’s settings.',
    'Il n’y a pas d’entrée « {input} », que preflight:main désigne comme pupitre. Corrigez les réglages de la station.',
  ),
  'preflight-timecode': line(
    'Timecode ({source}) is not locked: {state}. Start the source, look at its cable and level.',
    'Le timecode ({source}) n’est pas calé : {state}. Démarrez la source, vérifiez câble et niveau.',
  ),
  'preflight-disarmed': line(
    'Ignored: {inputs}. Arm them on the Run page, or leave them if that is meant.',
    'Ignorées : {inputs}. Réarmez-les sur la page Conduite, ou laissez si c’est voulu.',
  ),
  'preflight-input-fault': line(
    '{input} is broken: {what}. Look at its cable and settings.',
    '{input} est en panne : {what}. Vérifiez câble et réglages.',
  ),
  'preflight-projector-silent': line(
    'The projector of {name} at {address} does not answer. Look at its mains, network cable and PJLink setting.',
    'Le projecteur de {name} à {address} ne répond pas. Vérifiez secteur, câble réseau et réglage PJLink.',
  ),
  'preflight-projector-off': line(
    'The projector of {name} is {power}. Switch it on and wait until it is warm.',
    'Le projecteur de {name} : {power}. Allumez-le et attendez qu’il soit chaud.',
  ),
  'preflight-projector-shut': line(
    'The shutter of {name} is closed. Open it under Calibrate.',
    'L’obturateur de {name} est fermé. Ouvrez-le dans Calage.',
  ),
  'preflight-projector-hot': line(
    'The projector of {name} reports heat ({what}). Free its air vents and look at its filter.',
    'Le projecteur de {name} signale une chauffe ({what}). Dégagez ses grilles et vérifiez son filtre.',
  ),
  'preflight-projector-fault': line(
    'The projector of {name} reports: {what}. Look at the device.',
    'Le projecteur de {name} signale : {what}. Regardez l’appareil.',
  ),
  'preflight-disk': line(
    '{free} GB free in the station’s folder, {wanted} GB are asked for. Free the disk.',
    '{free} Go libres dans le dossier de la station, il en faut {wanted}. Libérez le disque.',
  ),
  'preflight-disk-unknown': line(
    'The free disk space can’t be read. Look at the disk of the station’s folder.',
    'L’espace disque ne se lit pas. Vérifiez le disque du dossier de la station.',
  ),
  'preflight-memory': line(
    '{free} MB of memory free, {wanted} MB are asked for. Close other programs.',
    '{free} Mo de mémoire libres, il en faut {wanted}. Fermez les autres programmes.',
  ),
  'preflight-sleep': line(
    'The machine or its displays go to sleep by themselves. Switch sleep off in the system’s power settings.',
    'La machine ou ses écrans se mettent en veille. Coupez la veille dans les réglages d’alimentation.',
  ),
  'preflight-sleep-unknown': line(
    'This system does not say whether it sleeps. Look at its power settings: never sleep, never switch displays off.',
    'Ce système ne dit pas s’il se met en veille. Vérifiez l’alimentation : jamais de veille, écrans jamais éteints.',
  ),
  'preflight-screensaver': line(
    'The screensaver or the lock screen comes on by itself. Switch it off in the system’s settings.',
    'L’économiseur ou le verrouillage se déclenche seul. Coupez-le dans les réglages du système.',
  ),
  'preflight-screensaver-unknown': line(
    'This system does not say whether a screensaver is on. Look at its settings: no screensaver, no lock screen.',
    'Ce système ne dit pas si l’économiseur est actif. Vérifiez : ni économiseur, ni verrouillage.',
  ),
  'preflight-night-light': line(
    'Night light tints the picture. Switch it off in the system’s display settings.',
    'L’éclairage nocturne teinte l’image. Coupez-le dans les réglages d’affichage.',
  ),
  'preflight-night-light-unknown': line(
    'This system does not say whether night light is on. Look at its display settings: night light off, also by schedule.',
    'Ce système ne dit pas si l’éclairage nocturne est actif. Vérifiez : coupé, aussi par horaire.',
  ),
  'preflight-desktop': line(
    'The desktop is not plain black. Should Frise ever be gone for a moment, the public sees it: no picture, black, no icons (docs/show-machine.md).',
    'Le bureau n’est pas noir uni. Si Frise disparaissait un instant, le public le verrait : sans image, noir, sans icônes (docs/show-machine.md).',
  ),
  'preflight-notifications': line(
    'The desktop shows notifications: one may lie over the picture. Switch them off, or “Do not disturb” on.',
    'Le bureau affiche des notifications : l’une d’elles peut couvrir l’image. Coupez-les, ou activez « Ne pas déranger ».',
  ),
  'preflight-updates': line(
    'The system installs updates by itself, and may start anew for them. Pause them for the run of the show (docs/show-machine.md).',
    'Le système installe seul ses mises à jour, et peut redémarrer pour elles. Suspendez-les le temps du spectacle (docs/show-machine.md).',
  ),
  'preflight-login': line(
    'After a power cut this machine waits for a password. Let the show’s account log in by itself (docs/show-machine.md).',
    'Après une coupure, cette machine attend un mot de passe. Ouvrez automatiquement la session du spectacle (docs/show-machine.md).',
  ),
  'preflight-autostart': line(
    'After a power cut Frise does not start by itself. Enable what the package brings for it (docs/show-machine.md).',
    'Après une coupure, Frise ne démarre pas seul. Activez ce que le paquet fournit pour cela (docs/show-machine.md).',
  ),
  'preflight-clock': line(
    'The machine’s clock is not synchronised: a start by the clock and the journal’s times may be wrong. Switch network time on.',
    'L’horloge de la machine n’est pas synchronisée : un départ à heure fixe et les heures du journal peuvent être faux. Activez l’heure réseau.',
  ),
  'preflight-clock-unknown': line(
    'This system does not say whether its clock is synchronised. Compare it with a phone.',
    'Ce système ne dit pas si son horloge est synchronisée. Comparez avec un téléphone.',
  ),
  'preflight-gpu': line(
    'The application draws without a graphics card ({what}). Install the graphics driver, or switch hardware acceleration on.',
    'L’application dessine sans carte graphique ({what}). Installez le pilote graphique, ou activez l’accélération matérielle.',
  ),
  'preflight-unlocked': line(
    'Show lock is off: anyone may still edit. Switch it on when the last change is made.',
    'Le verrou du spectacle est ouvert : on peut encore modifier. Verrouillez après la dernière retouche.',
  ),
  'preflight-rig-unlocked': line(
    'Rig lock is off: a touch may still move a projector’s picture. Switch it on when the line-up is done.',
    'Le verrou de l’installation est ouvert : un doigt peut encore déplacer une image. Verrouillez après le calage.',
  ),
  'preflight-frozen': line(
    'The wall is frozen: it shows nothing of what plays. Thaw it.',
    'Le mur est figé : rien de ce qui joue ne se voit. Dégelez-le.',
  ),
  'preflight-pattern': line(
    'Test pictures stand on {outputs}. Take them off under Calibrate.',
    'Des mires sont affichées sur {outputs}. Retirez-les dans Calage.',
  ),
  'preflight-dark': line(
    'The wall is held down: {what}. Bring it up on the Run page.',
    'Le mur est retenu : {what}. Remontez-le sur la page Conduite.',
  ),
  'preflight-pairing-open': line(
    'Pairing is open for a {role}. Close it in the settings when the tablet is in.',
    'L’appairage est ouvert ({role}). Fermez-le dans les réglages quand la tablette est connue.',
  ),
  'preflight-lan-addresses': line(
    'The network is on and this machine has no address there. Plug the cable in or join the Wi-Fi.',
    'Le réseau est ouvert et cette machine n’y a pas d’adresse. Branchez le câble ou rejoignez le Wi-Fi.',
  ),
  'preflight-follower-idle': line(
    'The spare at {address} answers and does not follow. Start it there with --follow and this machine’s address.',
    'La machine de secours {address} répond sans suivre. Lancez-la avec --follow et l’adresse de cette machine.',
  ),
  'preflight-follower': line(
    'The spare at {address} does not answer. Look at its machine and the network.',
    'La machine de secours à {address} ne répond pas. Vérifiez-la, ainsi que le réseau.',
  ),
  'preflight-following': line(
    'This spare does not follow {address}: {state}. Look at the other machine and the network.',
    'Cette machine de secours ne suit pas {address} : {state}. Vérifiez l’autre machine et le réseau.',
  ),
} as const satisfies Record<string, Message>;
export type PreflightCode = keyof typeof preflightMessages;
