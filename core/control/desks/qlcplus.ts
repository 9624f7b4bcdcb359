import type { OscMessage } from '../osc/packet.ts';
import { nothing, level } from './dialect.ts';
import type { DeskVerb, DialectSays, DialectSettings, LevelState } from './dialect.ts';

/**
 * QLC+ sends levels, `/<universe−1>/dmx/<channel−1>` with 0–1, one message a changed channel. Eight channels in a row
 * are a fixture called Frise: a rise is a press, with hysteresis, so that a fader on its way or a noisy one presses
 * once. Blackout lasts as long as its channel is up. The master takes hold once it has been at full: a desk that opens
 * with all its faders down must not darken the wall.
 */
const buttons = ['go', 'back', 'pause', 'resume', 'stop', 'panic'] as const;
const blackoutChannel = 6;
const masterChannel = 7;
const taken = 'master';

export const qlcplus = (
  parts: readonly string[],
  message: OscMessage,
  settings: DialectSettings,
  state: LevelState,
): { says: DialectSays; state: LevelState } | null => {
  const [universe = '', word = '', channel = ''] = parts;
  if (parts.length !== 3 || word.toLowerCase() !== 'dmx') return null;
  if (!/^\d{1,5}$/.test(universe) || !/^\d{1,3}$/.test(channel)) return null;
  const value = level(message.args[0], 1);
  if (value === null) return null;
  const index = Number(channel) + 1 - settings.patch.channel;
  if (Number(universe) + 1 !== settings.patch.universe || index < 0 || index > masterChannel)
    return { says: nothing('no channel of ours'), state };
  if (index === masterChannel) return master(value, state);
  const key = String(index);
  const before = state.get(key) ?? false;
  const after = value >= settings.threshold || (before && value >= settings.threshold - settings.hysteresis);
  if (before === after) return { says: nothing('no edge'), state };
  const next = new Map(state).set(key, after);
  return { says: edge(index, after), state: next };
};

const edge = (index: number, isUp: boolean): DialectSays => {
  if (index === blackoutChannel) return one({ verb: 'blackout', args: { on: isUp } });
  const button = buttons[index];
  return isUp && button !== undefined ? one({ verb: button, args: {} }) : nothing('released');
};
const one = (wanted: DeskVerb): DialectSays => ({ kind: 'verbs', verbs: [wanted] });

const full = 0.99;
const master = (value: number, state: LevelState): { says: DialectSays; state: LevelState } => {
  const isTaken = state.get(taken) ?? false;
  if (!isTaken && value < full) return { says: nothing('the master takes hold once it is at full'), state };
  return {
    says: one({ verb: 'master', args: { level: value } }),
    state: isTaken ? state : new Map(state).set(taken, true),
  };
};
