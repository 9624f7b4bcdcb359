import { FULL, NO_FLASH } from '../../core/render/variant.ts';
import { utilityProcess, type UtilityProcess } from 'electron';
import { join } from 'node:path';
import { z } from 'zod';
import { machineTime } from '../host/clock.ts';
import { addressText, type Options } from '../host/options.ts';
import { END } from '../host/shell-words.ts';
import { watchHost } from './host-watch.ts';

/**
 * The host as a process of its own, started again when it dies or hangs, on the same ports, so that pages find it. A host that
 * can't start at all (2) ends the application: it has said why.
 */
const readySchema = z.object({
  event: z.literal('ready'),
  http: z.string(),
  osc: z.string(),
  owner: z.string(),
});
export type Ready = z.infer<typeof readySchema>;
export interface HostProcess {
  end(): Promise<void>;
}
type Events = {
  /** The first time alone: ports and token stay the same afterwards. */
  ready(ready: Ready): void;
  died(): void;
  failed(code: number): void;
};

/** Installed, the host lies outside the archive: it reads plain files, and a supervisor can start it with plain Node. */
const hostFile = join(__dirname, 'host.cjs').replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');

const shortLifeMs = 2000;
const longestWaitMs = 5000;
const endWithinMs = 2000;

export const startHostProcess = (options: Options, events: Events): HostProcess => {
  let child: UtilityProcess | null = null;
  let ready: Ready | null = null;
  let waitMs = 0;
  let isEnding = false;
  let exited: () => void = () => undefined;

  const hear = (line: string) => {
    const found = parseReady(line);
    if (found === null || ready !== null) return;
    ready = found;
    events.ready(found);
  };
  const gone = (code: number, bornMs: number) => {
    child = null;
    exited();
    if (isEnding) return;
    if (ready === null) return events.failed(code);
    events.died();
    waitMs = machineTime.wallMs() - bornMs < shortLifeMs ? Math.min(longestWaitMs, waitMs * 2 + 50) : 0;
    machineTime.timer(waitMs, fork);
  };
  const fork = () => {
    if (isEnding) return;
    const bornMs = machineTime.wallMs();
    child = utilityProcess.fork(hostFile, argumentsOf(options, ready), {
      stdio: ['ignore', 'pipe', 'pipe'],
      serviceName: 'frise host',
    });
    child.stdout?.on('data', createLineReader(hear));
    child.stderr?.on('data', (bytes: Buffer) => process.stderr.write(bytes));
    child.once('exit', (code) => gone(code, bornMs));
    watchHost(child);
  };
  fork();
  return {
    end: () =>
      new Promise((resolve) => {
        isEnding = true;
        const running = child;
        if (running === null) return resolve();
        const insist = machineTime.timer(endWithinMs, () => running.kill());
        exited = () => {
          insist();
          resolve();
        };
        running.postMessage(END);
      }),
  };
};

const argumentsOf = (options: Options, ready: Ready | null): string[] => {
  const http = ready?.http.slice('http://'.length) ?? addressText(options.http);
  const osc = ready?.osc ?? addressText(options.osc);
  const args = ['--show', options.show, '--station', options.station, '--http', http, '--osc', osc];
  if (options.rig !== null) args.push('--rig', options.rig);
  // A host that is started again has what was chosen since.
  if (options.flashes !== null && ready === null)
    args.push('--variant', options.flashes === 'soft' ? NO_FLASH : FULL);
  if (options.windowed) args.push('--windowed');
  if (options.follow !== null) args.push(...followFlags(options.follow));
  return args;
};

/** The host that is started again reads the same address; the PIN is spent by then and does no harm. */
const followFlags = ({ url, token, pin }: NonNullable<Options['follow']>): string[] => {
  const address = new URL(url);
  if (token !== null) Object.assign(address, { username: 'owner', password: token });
  return ['--follow', address.href, ...(pin === null ? [] : ['--follow-pin', pin])];
};

const parseReady = (line: string): Ready | null => {
  if (!line.startsWith('{')) return null;
  const parsed = readySchema.safeParse(JSON.parse(line));
  return parsed.success ? parsed.data : null;
};

const createLineReader = (hear: (line: string) => void) => {
  let rest = '';
  return (bytes: Buffer): void => {
    const lines = (rest + bytes.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(hear);
  };
};
