import type { Levels } from '../../../core/sound/follower.ts';
import type { SoundInputStation } from '../../../core/station/sound.schema.ts';
// A worklet is no module of ours but the address of a built file.
// oxlint-disable-next-line import/default
import followUrl from './follow.worklet.ts?worker&url';
import type { FollowMessage } from './follow.worklet.ts';

/** An input device with a follower on it. Nothing is done to the sound before it is followed. */
export interface Microphone {
  label: string;
  set(settings: SoundInputStation): void;
  close(): void;
}
type Ears = {
  levels(levels: Levels): void;
  /** `at`: context time. */
  onset(level: number, at: number): void;
  ended(): void;
};
const added = new WeakSet<AudioContext>();

const settingsOf = ({ gainDb, band, thresholdDb, riseDb, holdOffMs, silenceDb }: SoundInputStation) => ({
  gainDb,
  band,
  thresholdDb,
  riseDb,
  holdOffMs,
  silenceDb,
});

/** Throws what the browser throws, or that the device is not there. */
export const openMicrophone = async (
  context: AudioContext,
  settings: SoundInputStation,
  ears: Ears,
): Promise<Microphone> => {
  if (!('mediaDevices' in navigator)) throw new Error('a page over plain http has no sound input');
  const stream = await navigator.mediaDevices.getUserMedia({ audio: await wishOf(settings.device) });
  const [track] = stream.getAudioTracks();
  if (!track) throw new Error('it gives no sound');
  try {
    return await listenTo(context, stream, track, settings, ears);
  } catch (error) {
    // Whoever asked tries again: the device must not be held once for each try.
    track.stop();
    throw error;
  }
};

const listenTo = async (
  context: AudioContext,
  stream: MediaStream,
  track: MediaStreamTrack,
  settings: SoundInputStation,
  ears: Ears,
): Promise<Microphone> => {
  if (!added.has(context)) await context.audioWorklet.addModule(followUrl);
  added.add(context);
  const source = new MediaStreamAudioSourceNode(context, { mediaStream: stream });
  const node = new AudioWorkletNode(context, 'frise-follow', {
    numberOfOutputs: 0,
    processorOptions: settingsOf(settings),
  });
  source.connect(node);
  node.port.onmessage = ({ data }: MessageEvent<FollowMessage>) => {
    if (data.kind === 'levels') ears.levels(data.levels);
    else ears.onset(data.onset.level, data.at);
  };
  track.addEventListener('ended', ears.ended);
  return {
    label: track.label,
    set: (next) => node.port.postMessage(settingsOf(next)),
    close() {
      node.port.onmessage = null;
      track.removeEventListener('ended', ears.ended);
      source.disconnect();
      track.stop();
    },
  };
};

const wishOf = async (label: string): Promise<MediaTrackConstraints> => {
  const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  if (label === '') return plain;
  const known = await navigator.mediaDevices.enumerateDevices();
  const found = known.find((each) => each.kind === 'audioinput' && each.label === label);
  if (!found) throw new Error(`there is no “${label}”`);
  return { ...plain, deviceId: { exact: found.deviceId } };
};
