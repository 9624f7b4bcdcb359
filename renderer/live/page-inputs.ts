import type { CameraReport } from '../../core/control/camera.report.ts';
import { camerasOf, type Camera } from '../../core/station/camera.read.ts';
import { isLoopback } from '../console/pairing/keys.ts';
import { after } from '../link/clock.ts';
import type { Link } from '../link/link.ts';
import { listDevices } from './devices.ts';
import { createLiveInputs, type LiveInputs } from './live-inputs.ts';
import { mediaOfPage, type Media } from './open-device.ts';
import { createScreen } from './screen.ts';

/** The live inputs of a page of the show machine. Elsewhere there are none: this station's names mean its own devices. */
export const createPageInputs = (link: Pick<Link, 'subscribe'>): LiveInputs => {
  const cameras = followCameras(link);
  return createLiveInputs({
    media: isLoopback(location.hostname) ? mediaOfPage() : null,
    makeScreen: createScreen,
    cameras,
    everySecond,
    isSeen: () => document.visibilityState === 'visible',
  });
};

/** Tells the host each second how they are, as long as this station has cameras or a clip wants one. */
export const tellOfInputs = (link: Link, inputs: LiveInputs): void => {
  const cameras = followCameras(link);
  const devices = followDevices(isLoopback(location.hostname) ? mediaOfPage() : null);
  let hadAny = false;
  everySecond(() => {
    const all = inputs.facts();
    const hasAny = all.length > 0 || cameras().length > 0;
    // Names of devices are asked for only where somebody has set one up.
    if (cameras().length > 0) devices.follow();
    const report: CameraReport = { kind: 'cameras', devices: devices.names(), inputs: all };
    if (hasAny || hadAny) link.report(report);
    hadAny = hasAny;
  });
};

const everySecond = (fn: () => void): (() => void) => {
  let cancel = (): void => undefined;
  const next = (): void => {
    cancel = after(1000, () => {
      next();
      fn();
    });
  };
  next();
  return () => cancel();
};

const followCameras = (link: Pick<Link, 'subscribe'>): (() => readonly Camera[]) => {
  let cameras: readonly Camera[] = [];
  link.subscribe('settings', ({ document }) => (cameras = camerasOf(document)));
  return () => cameras;
};

/** The devices' names, read again when one comes or goes, and now and then: a permission is told by no event. */
const followDevices = (media: Media | null) => {
  let names: string[] | null = null;
  let count = 0;
  const look = (): void => {
    if (!media) return;
    listDevices(media).then(
      (found) => (names = found?.map(({ name }) => name) ?? null),
      () => (names = null), // the page is not told: said as that
    );
  };
  let isFollowed = false;
  return {
    names: () => names,
    follow(): void {
      if (!isFollowed) media?.addEventListener('devicechange', look);
      isFollowed = true;
      if (count % LOOK_EVERY === 0) look();
      count += 1;
    },
  };
};
/** Seconds. */
const LOOK_EVERY = 3;
