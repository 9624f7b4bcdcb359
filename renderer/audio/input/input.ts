import type { SoundInputReport } from '../../../core/control/sound-input.report.ts';
import type { Levels } from '../../../core/sound/follower.ts';
import { soundInputOf } from '../../../core/station/sound.read.ts';
import type { SoundInputStation } from '../../../core/station/sound.schema.ts';
import { after } from '../../link/clock.ts';
import type { Link } from '../../link/link.ts';
import { openMicrophone, type Microphone } from './microphone.ts';

/**
 * Live sound: opens the input that the station names, and tells the host what it hears. A device that fails or goes is
 * told as a fault and tried again every second, so that plugging it back in is enough.
 */
const AGAIN_MS = 1000;
const quiet: Levels = { level: 0, bands: [0, 0, 0], isSilent: true };

export const startInput = (link: Link, context: AudioContext): void => {
  let settings: SoundInputStation | null = null;
  let microphone: Microphone | null = null;
  let opening = 0;

  const report = (part: Partial<SoundInputReport>): void => {
    const { level, bands } = quiet;
    const nothing = { device: microphone?.label ?? null, level, bands, onset: null, problem: null } as const;
    link.report({ kind: 'sound-input', state: 'listening', ...nothing, bands: [...bands], ...part });
  };
  const close = (): void => {
    opening += 1;
    microphone?.close();
    microphone = null;
  };
  const failed = (error: unknown): void => {
    close();
    const message = `The sound input can’t be opened (${error instanceof Error ? error.message : String(error)}). Plug it in, allow it to the sound page, or choose another in the station’s settings.`;
    report({ state: 'fault', problem: { code: 'sound-input-missing', message, path: 'sound-input:main' } });
    const mine = opening;
    after(AGAIN_MS, () => {
      if (mine === opening && settings?.on) void open(settings);
    });
  };
  const open = async (wanted: SoundInputStation): Promise<void> => {
    const mine = opening;
    try {
      const opened = await openMicrophone(context, wanted, {
        levels: ({ level, bands, isSilent }) =>
          report({ state: isSilent ? 'silent' : 'listening', level, bands }),
        onset: (level, at) => {
          // The context is as far as its currentTime now; the onset lies so much before.
          const now = link.showNow();
          if (now !== null) report({ onset: { at: now - Math.max(0, context.currentTime - at), level } });
        },
        ended: () => failed(new Error('it was unplugged')),
      });
      if (mine !== opening) return opened.close();
      microphone = opened;
      // Changed while the device was opening.
      if (settings !== null && settings !== wanted) opened.set(settings);
    } catch (error) {
      if (mine === opening) failed(error);
    }
  };
  link.subscribe('settings', ({ document }) => {
    const next = soundInputOf(document);
    const isSame = settings !== null && settings.on === next.on && settings.device === next.device;
    settings = next;
    if (isSame) return microphone?.set(next);
    if (microphone !== null) report({ state: 'off' });
    close();
    if (next.on) void open(next);
  });
};
