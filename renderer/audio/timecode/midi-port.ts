/** What Frise needs of MIDI: a test gives one of its own, a page the browser's. */
export interface MidiPort {
  inputs(): MidiInput[];
  outputs(): MidiOutput[];
  /** A device has come or gone. Gives back its removal. */
  onChange(listener: () => void): () => void;
}
export interface MidiInput {
  readonly id: string;
  readonly name: string;
  /** `pageMs`: the message's `performance.now()` time. Gives back its removal. */
  listen(hear: (bytes: number[], pageMs: number) => void): () => void;
}
interface MidiOutput {
  readonly id: string;
  readonly name: string;
  send(bytes: number[], pageMs: number): void;
}

/** Rejects where the browser has no MIDI, or is not allowed to. */
export const openWebMidi = async (): Promise<MidiPort> => {
  if (!('requestMIDIAccess' in navigator)) throw new Error('this browser has no MIDI here');
  const access = await navigator.requestMIDIAccess({ sysex: true });
  return {
    inputs: () => [...access.inputs.values()].map(inputOf),
    outputs: () => [...access.outputs.values()].map(outputOf),
    onChange(listener) {
      access.addEventListener('statechange', listener);
      return () => access.removeEventListener('statechange', listener);
    },
  };
};

const inputOf = (input: MIDIInput): MidiInput => ({
  id: input.id,
  name: input.name ?? input.id,
  listen(hear) {
    const listener = ({ data, timeStamp }: MIDIMessageEvent) => data && hear([...data], timeStamp);
    input.addEventListener('midimessage', listener);
    return () => input.removeEventListener('midimessage', listener);
  },
});
const outputOf = (output: MIDIOutput): MidiOutput => ({
  id: output.id,
  name: output.name ?? output.id,
  send: (bytes, pageMs) => output.send(bytes, pageMs),
});
