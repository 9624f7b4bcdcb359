import type { PreflightLine } from '../../control/safety.topics.ts';
import type { PreflightFacts } from '../facts.ts';
import { about, failing, lineOf, passing, unset, warning, type Verdict } from '../line.ts';

/** The sound: its device, a level, the clock that it leads. */
const noSound = (): Verdict => unset('the show has no sound', 'le spectacle n’a pas de son');

const device = ({ sound }: PreflightFacts): Verdict => {
  const { leader, state, problems, isLoading } = sound;
  if (leader === null) return sound.hasSound ? failing('preflight-no-sound', {}, '/audio') : noSound();
  const [problem] = problems;
  if (state === 'suspended' || state === 'closed')
    return failing('preflight-sound-state', { state }, '/audio');
  if (problem) return failing('preflight-sound-problem', { what: problem.message }, problem.path);
  if (isLoading || state === 'loading') return warning('preflight-sound-loading', {}, '/audio');
  return passing(sound.device ?? 'default device', sound.device ?? 'carte par défaut');
};

const level = ({ sound, settings }: PreflightFacts): Verdict => {
  if (sound.peak !== null) return passing(`${sound.peak.toFixed(0)} dBFS`);
  if (!settings.soundLevel) return unset('not asked for', 'non demandé');
  return failing('preflight-silent', {}, '/audio');
};

const clock = ({ sound, clock: { source, locked } }: PreflightFacts): Verdict => {
  if (sound.leader === null || !sound.isPlaying) return unset('no sound plays', 'aucun son ne joue');
  if (source === 'machine' || !locked) return failing('preflight-clock-lock', { source }, '/audio');
  return passing(`locked to ${source}`, `calée sur ${source}`);
};

export const soundLines = (facts: PreflightFacts): PreflightLine[] => [
  lineOf(about('sound', 'sound', 'Sound device', 'Carte son'), device(facts)),
  lineOf(about('sound-level', 'sound', 'Level heard', 'Niveau entendu'), level(facts)),
  lineOf(about('sound-clock', 'sound', 'Clock locked', 'Horloge calée'), clock(facts)),
];
