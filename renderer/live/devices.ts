/**
 * Cameras and capture cards by the names that the system gives them. Two of one name are told apart by their order:
 * "HDMI Capture", "HDMI Capture #2".
 */
export type Device = { id: string; name: string };
type Devices = Pick<MediaDevices, 'enumerateDevices'>;

/** null: they are there, and this page is not told their names (yet). */
export const listDevices = async (media: Devices): Promise<Device[] | null> => {
  const all = await media.enumerateDevices();
  const cameras = all.filter(({ kind }) => kind === 'videoinput');
  return cameras.some(({ label }) => label === '') ? null : named(cameras);
};

const named = (cameras: readonly MediaDeviceInfo[]): Device[] =>
  cameras.map(({ deviceId, label }, index) => {
    const before = cameras.slice(0, index).filter((other) => other.label === label).length;
    return { id: deviceId, name: before === 0 ? label : `${label} #${before + 1}` };
  });
