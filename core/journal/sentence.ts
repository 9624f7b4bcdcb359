import { isMessageCode, messages } from '../messages.ts';

/**
 * The journal is written once, in English, so that it reads the same for ever; what a person reads on the page is put
 * into French here, sentence by sentence. What has no rule (a device's or a system's own words) stays as it was said.
 */
type Rule = readonly [RegExp, string];
const VERBS: Record<string, string> = {
  go: 'GO',
  'cue/go': 'GO effet',
  back: 'retour',
  standby: 'prêt',
  pause: 'pause',
  resume: 'reprise',
  stop: 'stop',
  seek: 'positionnement',
  panic: 'panique',
  master: 'général',
  blackout: 'noir',
  freeze: 'figer',
  reset: 'remise à zéro',
  release: 'relâcher',
  'timeline/start': 'départ timeline',
  'timeline/stop': 'arrêt timeline',
  'input/arm': 'écoute',
  'lock/show': 'verrou du spectacle',
  'lock/rig': 'verrou de l’installation',
  'document/edit': 'modification',
  'document/undo': 'annulation',
  'document/redo': 'rétablissement',
  'preflight/run': 'contrôle',
};
const RULES: readonly Rule[] = [
  [/^show "(.*)" opened$/, 'spectacle « $1 » ouvert'],
  [/^show "(.*)" from the top$/, 'spectacle « $1 » depuis le début'],
  [/^opened black$/, 'ouvert au noir'],
  [/^came back after ([\d.]+) s \(.*\)$/, 'revenu après $1 s'],
  [/^ended$/, 'terminé'],
  [/^cue (\S+) by go$/, 'effet $1 par GO'],
  [/^cue (\S+) by follow$/, 'effet $1 enchaîné'],
  [/^cue (\S+) by pass$/, 'effet $1 au passage'],
  [/^cue (\S+) by (.+)$/, 'effet $1 par $2'],
  [/^cue (\S+): (\S+) came too late$/, 'effet $1 : $2 trop tard, laissé'],
  [/^cue (\S+): (\S+)$/, 'effet $1 : $2'],
  [/^holds before cue (\S+)$/, 'arrêt avant l’effet $1'],
  [/^(\S+) is at its end$/, '$1 est à sa fin'],
  [/^input (\S+): (.+)$/, 'entrée $1 : $2'],
  [/^output (\S+) is there$/, 'sortie $1 présente'],
  [/^output (\S+) is lost$/, 'sortie $1 perdue'],
  [/^over: (.*)$/, 'terminé : $1'],
  [/^(\d+) more lines of this kind were left out$/, '$1 autres lignes de ce genre omises'],
  [/^(\S+) (\S*) joined$/, 'page $1 $2 arrivée'],
  [/^(\S+) (\S*) left$/, 'page $1 $2 partie'],
  [/^pre-flight: broken off$/, 'contrôle interrompu'],
  [/^pre-flight: (\d+) of (\d+) lines fail$/, 'contrôle : $1 échec(s) sur $2 lignes'],
];
const STATES: Record<string, string> = {
  waiting: 'attend',
  ready: 'entendue',
  fault: 'en panne',
  off: 'éteinte',
  'waiting, ignored': 'attend, ignorée',
  'ready, ignored': 'entendue, ignorée',
  'fault, ignored': 'en panne, ignorée',
  'off, ignored': 'éteinte, ignorée',
};

const FROM = /^(\S+) from (\S+?)(: .*)?$/;
const tailOf = (tail: string | undefined): string =>
  (tail ?? '')
    .replace(/^: cue (\S+)$/, ' : effet $1')
    .replace(/^: on$/, ' : oui')
    .replace(/^: off$/, ' : non')
    .replace(/^: /, ' : ');

/** What was refused is told by its code. */
const refused = (kind: string, verb: string, who: string): string | null => {
  const code = kind.startsWith('refused:') ? kind.slice('refused:'.length) : '';
  return isMessageCode(code) ? `${VERBS[verb] ?? verb} par ${who} : ${messages[code].fr}` : null;
};

export const sentence = (language: 'fr' | 'en', { kind, text }: { kind: string; text: string }): string => {
  if (language === 'en') return text;
  for (const [pattern, french] of RULES) {
    if (!pattern.test(text)) continue;
    const told = text.replace(pattern, french);
    return told.replace(
      /^(entrée \S+ : )(.+)$/,
      (_whole, head: string, state: string) => head + (STATES[state] ?? state),
    );
  }
  const [, verb = '', who = '', tail] = FROM.exec(text) ?? [];
  if (verb === '') return text;
  return refused(kind, verb, who) ?? `${VERBS[verb] ?? verb} par ${who}${tailOf(tail)}`;
};
