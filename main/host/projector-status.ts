import type { ProjectorStatus } from '../../core/control/link.ts';
import type { Faults } from '../../core/control/pjlink/values.ts';
import { messages } from '../../core/messages.ts';
import type { Problem } from '../../core/result.ts';
import type { DeviceStatus, LinkFault } from '../ports/pjlink/port.types.ts';

/** What a device says, as the contract says it. */
export type ProjectorSeat = { output: string; title: string; address: string };

export const projectorStatus = (seat: ProjectorSeat, device: DeviceStatus): ProjectorStatus => {
  const { readings, state, notes, lastAnswerAt } = device;
  const { maker, model, faults } = readings;
  // Of one that is silent nobody knows whether it still shines.
  const now = state === 'reachable' ? readings : { power: null, shutter: null, input: null, signal: null };
  return {
    output: seat.output,
    address: seat.address,
    state,
    power: now.power,
    shutter: now.shutter,
    input: now.input,
    inputs: readings.inputs,
    inputNames: readings.inputNames,
    signal: now.signal,
    lamps: readings.lamps,
    filterHours: readings.filterHours,
    errors: state === 'reachable' ? faults : {},
    temperature: state === 'reachable' ? readings.temperature : null,
    name: readings.name,
    model: [maker, model].filter((word) => word !== null).join(' ') || null,
    serial: readings.serial,
    version: readings.version,
    notes,
    lastAnswerAt,
    problem: linkProblem(seat, device) ?? errorProblem(seat, device),
  };
};

const linkProblem = (seat: ProjectorSeat, { state, fault }: DeviceStatus): Problem | null => {
  // One hiccup of one that answered is not told.
  if (fault === null || state === 'reachable' || state === 'unknown') return null;
  const code = codeOf(fault);
  return { code, message: `${namesOf(seat)}: ${messages[code].en}`, path: `output:${seat.output}` };
};

const codeOf = (fault: LinkFault) => {
  switch (fault) {
    case 'unreachable':
    case 'silent':
    case 'closed':
      return 'projector-silent';
    case 'held':
      return 'projector-held';
    case 'garbled':
      return 'projector-garbled';
    case 'password-missing':
    case 'password-wrong':
      return 'projector-password';
    default:
      return fault satisfies never;
  }
};

const errorProblem = (seat: ProjectorSeat, { state, readings }: DeviceStatus): Problem | null => {
  const places = errorsIn(readings.faults);
  if (state !== 'reachable' || places.length === 0) return null;
  const message = `${namesOf(seat)}: ${places.join(', ')}. ${messages['projector-error'].en}`;
  return { code: 'projector-error', message, path: `output:${seat.output}` };
};
const errorsIn = (faults: Faults): string[] =>
  Object.entries(faults).flatMap(([place, how]) => (how === 'error' ? [place] : []));

const namesOf = ({ title, address }: ProjectorSeat): string => `Projector of "${title}" (${address})`;
