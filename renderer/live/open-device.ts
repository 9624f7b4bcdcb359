import type { CameraFault } from '../../core/control/camera.messages.ts';
import type { CameraStation } from '../../core/station/camera.schema.ts';
import { listDevices, type Device } from './devices.ts';

/** Why a device can't be opened; `message`: what the browser or the system said of it. */
export class DeviceFault extends Error {
  constructor(
    readonly code: CameraFault,
    message: string,
  ) {
    super(message);
  }
}
export type Wish = Pick<CameraStation, 'device' | 'width' | 'height' | 'rate'>;
export type Media = Pick<MediaDevices, 'enumerateDevices' | 'getUserMedia'> & EventTarget;
/** null: a page over plain http from elsewhere has none. */
export const mediaOfPage = (): Media | null => ('mediaDevices' in navigator ? navigator.mediaDevices : null);

/** Throws a DeviceFault. */
export const openDevice = async (media: Media | null, wish: Wish): Promise<MediaStream> => {
  if (!media) throw new DeviceFault('live-input-insecure', '');
  const known = (await listDevices(media)) ?? (await namedAfterAsking(media));
  const found = known.find(({ name }) => name === wish.device);
  if (!found) throw new DeviceFault('live-input-missing', `there is no “${wish.device}”`);
  return ask(media, { ...sizeOf(wish), deviceId: { exact: found.id } });
};

/** Names are told once a camera was allowed: the browser asks for any, which is let go at once. */
const namedAfterAsking = async (media: Media): Promise<Device[]> => {
  stopAll(await ask(media, true));
  return (await listDevices(media)) ?? [];
};
export const stopAll = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

const sizeOf = ({ width, height, rate }: Wish): MediaTrackConstraints => ({
  ...(width > 0 ? { width: { ideal: width } } : {}),
  ...(height > 0 ? { height: { ideal: height } } : {}),
  ...(rate > 0 ? { frameRate: { ideal: rate } } : {}),
});
const ask = async (media: Media, video: MediaTrackConstraints | true): Promise<MediaStream> => {
  try {
    return await media.getUserMedia({ video, audio: false });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new DeviceFault(CODES[name] ?? 'live-input-busy', error instanceof Error ? error.message : name);
  }
};
/** What getUserMedia rejects with (Media Capture and Streams, 10.2). */
const CODES: Readonly<Record<string, CameraFault>> = {
  NotAllowedError: 'live-input-refused',
  SecurityError: 'live-input-refused',
  NotFoundError: 'live-input-missing',
  OverconstrainedError: 'live-input-missing',
};
