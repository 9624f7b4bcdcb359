import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { FULL, NO_FLASH } from '../../core/render/variant.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { targetOf, type Target } from './spare/target.ts';

/** The flags of both shells (DESIGN §8). Unknown ones are Electron's and left alone. */
export type Address = { host: string; port: number };
export type Options = {
  show: string;
  rig: string | null;
  station: string;
  http: Address;
  osc: Address;
  open: boolean;
  headless: boolean;
  windowed: boolean;
  /** What `--variant` says of flashes; null: as the show has it. */
  flashes: 'full' | 'soft' | null;
  /** Another host to mirror, muted. */
  follow: Target | null;
};

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]', '::1']);

/** `shows`: the folder of the bundled shows. */
export const parseOptions = (args: string[], shows: string, env: NodeJS.ProcessEnv): Result<Options> => {
  const command = new Command()
    .exitOverride()
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption(false)
    .configureOutput({ writeErr: () => undefined, writeOut: () => undefined })
    .option('--show <dir>', '', join(shows, 'usine-extraordinaire'))
    .option('--rig <file>')
    .option('--station <dir>', '', defaultStation(env, process.platform))
    .option('--http <host:port>', '', '127.0.0.1:8090')
    .option('--osc <host:port>', '', '127.0.0.1:8000')
    .option('--no-open')
    .option('--windowed', '', false)
    .option('--variant <id>')
    .option('--follow <url>')
    .option('--follow-pin <pin>')
    .addOption(new Option('--headless').default(false));
  try {
    command.parse(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return fail('bad-flag', error.message, error.code);
    throw error;
  }
  return checked(command.opts(), env);
};

type Raw = {
  show: string;
  rig?: string;
  station: string;
  http: string;
  osc: string;
  open: boolean;
  headless: boolean;
  windowed: boolean;
  variant?: string;
  follow?: string;
  followPin?: string;
};
const checked = (raw: Raw, env: NodeJS.ProcessEnv): Result<Options> => {
  const http = addressOf('--http', raw.http);
  if (!http.ok) return http;
  const osc = addressOf('--osc', raw.osc);
  if (!osc.ok) return osc;
  const follow = raw.follow === undefined ? ok(null) : targetOf(raw.follow, env, raw.followPin);
  if (!follow.ok) return follow;
  const flashes = flashesOf(raw.variant);
  if (!flashes.ok) return flashes;
  return ok({
    show: resolve(raw.show),
    rig: raw.rig === undefined ? null : resolve(raw.rig),
    station: resolve(raw.station),
    http: http.value,
    osc: osc.value,
    open: raw.open,
    headless: raw.headless,
    windowed: raw.windowed,
    flashes: flashes.value,
    follow: follow.value,
  });
};

/** Other timelines are started by their cues. */
const flashesOf = (variant: string | undefined): Result<Options['flashes']> => {
  if (variant === undefined) return ok(null);
  if (variant === FULL) return ok('full');
  return variant === NO_FLASH
    ? ok('soft')
    : fail('bad-flag', `--variant ${variant}: here it is ${FULL} or ${NO_FLASH}.`, '--variant');
};

/** `127.0.0.1:8090`, `[::1]:0`. Nothing listens beyond this machine: the LAN comes with pairing, and isn't here yet. */
const addressOf = (flag: string, text: string): Result<Address> => {
  const match = /^(\[[0-9a-fA-F:]+\]|[^:]+):(\d{1,5})$/.exec(text);
  const port = Number(match?.[2]);
  if (!match || port > 65_535)
    return fail('bad-flag', `${flag} wants HOST:PORT, such as 127.0.0.1:8090.`, flag);
  const host = match[1] ?? '';
  if (!loopbackHosts.has(host))
    return fail(
      'lan-off',
      `${flag} ${text}: Frise listens on this machine only. Use 127.0.0.1 with a port.`,
      flag,
    );
  return ok({ host: host === 'localhost' ? '127.0.0.1' : host.replace(/^\[|\]$/g, ''), port });
};

export const defaultStation = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string => {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData/Roaming'), 'frise');
  if (platform === 'darwin') return join(homedir(), 'Library/Application Support/frise');
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local/share'), 'frise');
};

/** `127.0.0.1:8090`, `[::1]:8090`. */
export const addressText = ({ host, port }: Address): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}`;
