import { chmodSync, readFileSync, renameSync } from 'node:fs';
import { z } from 'zod';
import { pairedRoleSchema } from '../../../core/control/technician.verbs.ts';
import { hasCode, reasonOf, writeDurably } from '../store/files.ts';

/**
 * What the station keeps of the network: whether it is on, and the devices. Secrets stand here as SHA-256 alone; they
 * are 256 random bits, so nobody finds them by trying. Readable by this account only.
 */
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const deviceSchema = z.object({
  id: z.string().min(1).max(80),
  name: z.string().min(1).max(80),
  role: pairedRoleSchema,
  /** Of the token. */
  token: hashSchema,
  /** Of the key that a picture's request carries as a cookie. */
  media: hashSchema,
  pairedAt: z.string(),
  lastSeenAt: z.string().nullable(),
});
const fileSchema = z.object({
  format: z.literal('frise-devices'),
  schema: z.literal(1),
  lan: z.boolean(),
  devices: z.array(deviceSchema),
});
export type Device = z.infer<typeof deviceSchema>;
export type DeviceState = { lan: boolean; devices: Device[] };
type Read = { state: DeviceState; isBroken: boolean };

const nothing: DeviceState = { lan: false, devices: [] };

/** A file that can't be understood is set aside: better a tablet paired again than a stranger let in. */
export const readDevices = (file: string): Read => {
  try {
    const { lan, devices } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    chmodSync(file, 0o600); // a copy or a backup may have come back readable
    return { state: { lan, devices }, isBroken: false };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return { state: nothing, isBroken: false };
    setAside(file);
    return { state: nothing, isBroken: true };
  }
};

const setAside = (file: string): void => {
  try {
    renameSync(file, `${file}.broken`);
  } catch {
    // Its folder can't be written either; the next save says so.
  }
};

/** Writes one state after another, the newest of those that wait. `onFault`: null once it is written again. */
export const createDeviceWriter = (file: string, onFault: (reason: string | null) => void) => {
  let waiting: DeviceState | null = null;
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    if (waiting === null) return;
    const text = JSON.stringify({ format: 'frise-devices', schema: 1, ...waiting }, null, 2);
    waiting = null;
    try {
      await writeDurably(file, `${text}\n`, 0o600);
      onFault(null);
    } catch (error) {
      onFault(reasonOf(error));
    }
  };
  return {
    /** Resolves once this state, or a newer one, is on the disk or has failed. */
    save(state: DeviceState): Promise<void> {
      waiting = state;
      writing = writing.then(write);
      return writing;
    },
    idle: () => writing,
  };
};
