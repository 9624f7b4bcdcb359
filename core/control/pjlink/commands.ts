/**
 * PJLink's commands (JBMIA, PJLink specification class 1, v1.04, and class 2, v2.00) and what may stand behind each.
 * A line is `%`, the class, four letters, a blank, the parameter and CR. Class 2 knows more inputs: a device of it is
 * asked for them with a class 2 header.
 */
const setting = (values: RegExp, isPerClass = false) => ({ class: 1, values, isPerClass }) as const;
const query = (of: 1 | 2, values = /^\?$/) => ({ class: of, values, isPerClass: false }) as const;

export const INPUT_CODE = /^[1-6][0-9A-Z]$/;
export const COMMANDS = {
  POWR: setting(/^[01?]$/),
  INPT: setting(/^(?:[1-6][0-9A-Z]|\?)$/, true),
  AVMT: setting(/^(?:[123][01]|\?)$/),
  ERST: query(1),
  LAMP: query(1),
  INST: setting(/^\?$/, true),
  NAME: query(1),
  INF1: query(1),
  INF2: query(1),
  INFO: query(1),
  CLSS: query(1),
  SNUM: query(2),
  SVER: query(2),
  INNM: query(2, /^\?[1-6][0-9A-Z]$/),
  IRES: query(2),
  RRES: query(2),
  FILT: query(2),
  RLMP: query(2),
  RFIL: query(2),
  SVOL: query(2, /^[01]$/),
  MVOL: query(2, /^[01]$/),
  FREZ: query(2, /^[01?]$/),
} as const;
export type PjlinkCommand = keyof typeof COMMANDS;
export const isPjlinkCommand = (text: string): text is PjlinkCommand => Object.hasOwn(COMMANDS, text);

export type PjlinkClass = 1 | 2;
export type Ask = { command: PjlinkCommand; parameter: string };

/** The line without its CR, `%1POWR 1`; null: the command does not exist in this class or with this parameter. */
export const encodeAsk = ({ command, parameter }: Ask, device: PjlinkClass): string | null => {
  const entry = COMMANDS[command];
  if (entry.class > device || !entry.values.test(parameter)) return null;
  return `%${entry.isPerClass ? device : entry.class}${command} ${parameter}`;
};
