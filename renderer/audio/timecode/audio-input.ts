import { messages } from '../../../core/messages.ts';
import type { Problem } from '../../../core/result.ts';
import { after } from '../../link/clock.ts';

/**
 * An audio input for measuring: nothing of the browser's between the plug and the samples. A device that is not there,
 * or goes, is a named problem, and is looked for again every two seconds.
 */
export interface AudioInput {
  /** Device's name; '' while none is open. */
  name(): string;
  problem(): Problem | null;
  close(): void;
}
type Options = {
  context: AudioContext;
  /** Name of the device, or a part of it; '' is the default. */
  device: string;
  /** Channels that are asked for. */
  channels: number;
  /** A stream is there: connect it. Called again after a loss. */
  onSource(source: MediaStreamAudioSourceNode): void;
  /** The problem is a new one. */
  onProblem(): void;
};
const AGAIN_MS = 2000;

export const openAudioInput = ({ context, device, channels, onSource, onProblem }: Options): AudioInput => {
  let stream: MediaStream | null = null;
  let source: MediaStreamAudioSourceNode | null = null;
  let problem: Problem | null = null;
  let isClosed = false;
  let cancel: () => void = () => undefined;

  const drop = () => {
    source?.disconnect();
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    source = null;
  };
  const lost = (why: string) => {
    drop();
    if (isClosed) return;
    problem = {
      code: 'timecode-input',
      message: `${messages['timecode-input'].en} (${why})`,
      path: device === '' ? 'default input' : device,
    };
    onProblem();
    cancel();
    cancel = after(AGAIN_MS, () => void open());
  };
  const open = async (): Promise<void> => {
    try {
      const opened = await streamOf(device, channels);
      if (isClosed) return stopAll(opened);
      stream = opened;
      const [track] = opened.getAudioTracks();
      track?.addEventListener('ended', () => lost('the device is gone'));
      source = new MediaStreamAudioSourceNode(context, { mediaStream: opened });
      problem = null;
      onSource(source);
    } catch (error) {
      lost(error instanceof Error ? error.message : String(error));
    }
    return undefined;
  };
  void open();
  return {
    name: () => stream?.getAudioTracks()[0]?.label ?? '',
    problem: () => problem,
    close() {
      isClosed = true;
      cancel();
      drop();
    },
  };
};

const stopAll = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};
const streamOf = async (device: string, channels: number): Promise<MediaStream> => {
  const raw = {
    echoCancellation: false,
    noiseSuppression: false,
    autoGainControl: false,
    channelCount: { ideal: channels },
  };
  if (!('mediaDevices' in navigator)) throw new Error('no secure context: open the page on this machine');
  const open = (deviceId: string | null) =>
    navigator.mediaDevices.getUserMedia({ audio: deviceId === null ? raw : { ...raw, deviceId: { exact: deviceId } } }); // prettier-ignore
  if (device === '') return open(null);
  // Names are only told once an input has been allowed.
  stopAll(await open(null));
  const known = await navigator.mediaDevices.enumerateDevices();
  const found = known.find(({ kind, label }) => kind === 'audioinput' && label.toLowerCase().includes(device.toLowerCase())); // prettier-ignore
  if (!found) throw new Error('no input has this name');
  return open(found.deviceId);
};
