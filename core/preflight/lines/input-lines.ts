import type { PreflightLine } from '../../control/safety.topics.ts';
import type { PreflightFacts } from '../facts.ts';
import { about, failing, lineOf, passing, unset, warning, type Verdict } from '../line.ts';

/** Ways in: the desk was heard, timecode is locked, nothing is ignored or broken. */
const secondsBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));

/** The input of this id, or the one of this kind that was heard last: a desk may have several ways in. */
const deskOf = (inputs: PreflightFacts['inputs'], desk: string) =>
  inputs.find(({ id }) => id === desk) ??
  inputs
    .filter(({ kind }) => kind === desk)
    .toSorted((a, b) => (b.lastMessageAt ?? '').localeCompare(a.lastMessageAt ?? ''))
    .at(0);
const desk = ({ settings, inputs, now }: PreflightFacts): Verdict => {
  if (settings.desk === '') return unset();
  const input = deskOf(inputs, settings.desk);
  if (!input) return failing('preflight-desk-unknown', { input: settings.desk }, 'preflight:main.desk');
  if (input.lastMessageAt === null) return failing('preflight-desk-never', {}, input.id);
  const age = secondsBetween(input.lastMessageAt, now);
  return age > settings.deskSeconds
    ? failing('preflight-desk', { age }, input.id)
    : passing(`${input.id}, ${age} s ago`, `${input.id}, il y a ${age} s`);
};

const timecode = ({ timecode: { source, state, code, rate } }: PreflightFacts): Verdict => {
  if (source === 'off' || state === 'off') return unset();
  if (state !== 'locked') return failing('preflight-timecode', { source, state });
  return passing([source.toUpperCase(), code ?? '', rate ?? ''].filter((part) => part !== '').join(' '));
};

const armed = ({ inputs }: PreflightFacts): Verdict => {
  const off = inputs.filter((input) => !input.armed).map(({ id }) => id);
  if (off.length > 0) return failing('preflight-disarmed', { inputs: off.join(', ') });
  return passing(inputs.map(({ id }) => id).join(', '));
};

const healthy = ({ inputs }: PreflightFacts): Verdict => {
  const broken = inputs.find(({ state }) => state === 'fault');
  if (broken) return failing('preflight-input-fault', { input: broken.id, what: broken.detail }, broken.id);
  return inputs.length === 0 ? unset() : passing(`${inputs.length}`);
};

const follower = ({ settings, spare, followers, followerAnswers }: PreflightFacts): Verdict => {
  if (spare !== null && spare.state !== 'main')
    return spare.state === 'following'
      ? passing(`follows ${spare.of}`, `suit ${spare.of}`)
      : failing('preflight-following', { address: spare.of, state: spare.state });
  if (followers.length > 0) return passing(followers.join(', '));
  if (settings.follower === '' || followerAnswers === null) return unset();
  const code = followerAnswers ? 'preflight-follower-idle' : 'preflight-follower';
  return failing(code, { address: settings.follower }, 'preflight:main.follower');
};

const network = ({ pairing }: PreflightFacts): Verdict => {
  if (!pairing.lan.on) return unset('the network is off', 'le réseau est coupé');
  if (pairing.lan.urls.length === 0) return failing('preflight-lan-addresses');
  if (pairing.open !== null) return warning('preflight-pairing-open', { role: pairing.open.role });
  const here = pairing.devices.filter(({ connected }) => connected).length;
  const all = pairing.devices.length;
  return passing(`${here} of ${all} paired devices here`, `${here} appareil(s) présents sur ${all}`);
};

export const inputLines = (facts: PreflightFacts): PreflightLine[] => [
  lineOf(about('desk', 'inputs', 'Desk heard', 'Pupitre entendu'), desk(facts)),
  lineOf(about('timecode', 'inputs', 'Timecode', 'Timecode'), timecode(facts)),
  lineOf(about('armed', 'inputs', 'Inputs armed', 'Entrées armées'), armed(facts)),
  lineOf(about('inputs', 'inputs', 'Inputs in order', 'Entrées en état'), healthy(facts)),
  lineOf(about('lan', 'inputs', 'Network and tablets', 'Réseau et tablettes'), network(facts)),
  lineOf(about('follower', 'inputs', 'Spare host', 'Machine de secours'), follower(facts)),
];
