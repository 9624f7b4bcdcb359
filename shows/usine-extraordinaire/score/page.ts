import * as Tone from 'tone';
import { type Note, type Section, hertz } from './notes.ts';
import { assembly } from './sections/assembly.ts';
import { computing } from './sections/computing.ts';
import { electricity } from './sections/electricity.ts';
import { factory } from './sections/factory.ts';
import { building, finale } from './sections/finale.ts';
import { motion } from './sections/motion.ts';
import { network } from './sections/network.ts';
import { prologue } from './sections/prologue.ts';
import { robots } from './sections/robots.ts';
import { steam } from './sections/steam.ts';
import { stings } from './sections/stings.ts';
import { thirty } from './sections/thirty.ts';
import { air } from './voices/air.ts';
import { band } from './voices/band.ts';
import { electro } from './voices/electro.ts';
import { strung } from './voices/keys.ts';
import { machine } from './voices/machine.ts';
import { metal } from './voices/metal.ts';
import { passing } from './voices/passing.ts';
import { RATE, type Voice, seeded } from './voices/tone.ts';
import { winds } from './voices/winds.ts';
import { floatWave } from './wave.ts';

/** Renders one section of the score, off line, and offers it as a WAV of 32-bit floats to whoever drives the page. */
const voices: Record<string, Voice> = {
  ...metal,
  ...air,
  ...strung,
  ...winds,
  ...machine,
  ...electro,
  ...band,
  ...passing,
};
const sections: Section[] = [
  prologue(),
  steam(),
  electricity(),
  motion(),
  assembly(),
  thirty(),
  computing(),
  robots(),
  network(),
  factory(),
  finale(),
  building(),
  ...stings(),
];

// Tone draws the reverberation from Math.random: seeded, so that a section is the same from run to run.
Math.random = seeded(1868);

const sounds = new Map<string, Tone.ToneAudioBuffer>();
function soundOf(note: Note, context: Tone.BaseContext): Tone.ToneAudioBuffer {
  const name = [note.voice, note.key, note.duration.toFixed(4), note.force.toFixed(3), note.from].join(' ');
  const known = sounds.get(name);
  if (known) return known;
  const voice = voices[note.voice];
  if (!voice) throw new Error(`the score asks for "${note.voice}", which no voice is called`);
  const samples = voice.make({
    hertz: hertz(note.key),
    duration: note.duration,
    force: note.force,
    from: note.from,
    random: seeded(name.split('').reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7)),
  });
  const buffer = context.createBuffer(1, samples.length, RATE);
  buffer.copyToChannel(new Float32Array(samples), 0);
  const made = new Tone.ToneAudioBuffer(buffer);
  sounds.set(name, made);
  return made;
}

/** So that neither a cut nor the last of a reverberation ends in a click. */
const CLOSING = 0.012;

type Desk = { wet: Tone.Gain; dry: Tone.Gain };
async function hall(section: Section): Promise<Desk> {
  const master = new Tone.Gain(0.5).toDestination();
  const end = section.seconds + section.tail;
  master.gain.setValueAtTime(0.5, end - CLOSING);
  master.gain.linearRampToValueAtTime(0, end);
  const reverb = new Tone.Reverb({ decay: section.hall, preDelay: 0.024, wet: 1 });
  await reverb.ready;
  const wet = new Tone.Gain(1);
  wet.chain(
    new Tone.Filter({ frequency: 160, type: 'highpass', rolloff: -12 }),
    reverb,
    new Tone.Filter({ frequency: 7500, type: 'lowpass' }),
    master,
  );
  return { wet, dry: master };
}

/** One strip an instrument: dry to the mix, and a send to the hall. */
function strip(voice: Voice, { wet, dry }: Desk): Tone.Gain {
  const input = new Tone.Gain(voice.level);
  input.connect(dry);
  input.connect(new Tone.Gain(voice.send).connect(wet));
  return input;
}

async function render(name: string): Promise<Blob> {
  const section = sections.find((each) => each.name === name);
  if (!section) throw new Error(`no section is called "${name}"`);
  const buffer = await Tone.Offline(
    async ({ rawContext }) => {
      const desk = await hall(section);
      const strips = new Map<string, Tone.Gain>();
      for (const note of section.notes) {
        const voice = voices[note.voice];
        const bus = strips.get(note.voice) ?? (voice ? strip(voice, desk) : null);
        if (!bus) throw new Error(`the score asks for "${note.voice}", which no voice is called`);
        strips.set(note.voice, bus);
        const panner = rawContext.createStereoPanner();
        panner.pan.setValueAtTime(note.pan, note.at);
        if (note.drift !== null) panner.pan.linearRampToValueAtTime(note.drift, note.at + note.duration);
        const source = new Tone.ToneBufferSource(soundOf(note, Tone.getContext()));
        Tone.connect(source, panner);
        Tone.connect(panner, bus);
        source.start(note.at);
      }
    },
    section.seconds + section.tail,
    2,
    RATE,
  );
  return floatWave([buffer.getChannelData(0), buffer.getChannelData(1)], RATE);
}

declare global {
  interface Window {
    score: { names: string[]; save: (name: string) => Promise<void> };
  }
}
window.score = {
  names: sections.map((each) => each.name),
  async save(name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await render(name));
    link.download = `${name}.wav`;
    link.click();
  },
};
