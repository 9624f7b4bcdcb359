import { app, powerSaveBlocker } from 'electron';
import { z } from 'zod';
import type { ShellMachine } from '../../core/control/report-facts.ts';

/** What Electron knows of this machine for the pre-flight: the graphics card, and that sleep is held off. */
const infoSchema = z.object({
  auxAttributes: z.object({ glRenderer: z.string().optional() }).optional(),
  gpuDevice: z
    .array(
      z.object({
        active: z.boolean().optional(),
        vendorId: z.number(),
        deviceId: z.number(),
        driverVersion: z.string().optional(),
      }),
    )
    .optional(),
});
const longest = 200;

const gpusOf = (info: unknown): string[] => {
  const parsed = infoSchema.safeParse(info);
  if (!parsed.success) return [];
  const { auxAttributes, gpuDevice = [] } = parsed.data;
  const driver = gpuDevice.find(({ active }) => active)?.driverVersion ?? '';
  const name = auxAttributes?.glRenderer ?? '';
  if (name !== '') return [`${name}${driver === '' ? '' : ` (driver ${driver})`}`.slice(0, longest)];
  const hex = (id: number) => id.toString(16).padStart(4, '0');
  return gpuDevice.slice(0, 8).map(({ vendorId, deviceId }) => `${hex(vendorId)}:${hex(deviceId)}`);
};

/** `onChange`: more is known than before. */
export const reportMachine = (onChange: (machine: ShellMachine) => void): void => {
  const blocker = powerSaveBlocker.start('prevent-display-sleep');
  let gpus: string[] = [];
  const tell = (): void =>
    onChange({
      blocksSleep: powerSaveBlocker.isStarted(blocker),
      compositing: String(app.getGPUFeatureStatus().gpu_compositing ?? '').slice(0, 80),
      gpus,
    });
  const learn = async (): Promise<void> => {
    try {
      gpus = gpusOf(await app.getGPUInfo('complete'));
    } catch {
      gpus = []; // it has none to tell of; the pre-flight says what compositing is done with
    }
    tell();
  };
  app.on('gpu-info-update', tell);
  void learn();
};
