import { describe, expect, it } from 'vitest';
import { readLinux } from '../../../core/preflight/system/linux.ts';
import { readMac } from '../../../core/preflight/system/macos.ts';
import { readWindows } from '../../../core/preflight/system/windows.ts';

const silent = {
  xset: '',
  idleDelay: '',
  lockEnabled: '',
  nightLight: '',
  background: '',
  backgroundColour: '',
  inhibit: '',
  timedatectl: '',
  chrony: '',
  banners: '',
  updates: '',
  displayManager: '',
  unit: '',
};
const xset = (timeout: number, dpms: string): string =>
  `Screen Saver:\n  prefer blanking:  yes    allow exposures:  yes\n  timeout:  ${timeout}    cycle:  600\nDPMS (Energy Star):\n  Standby: 600    Suspend: 600    Off: 600\n  ${dpms}\n`;

describe('Linux', () => {
  it('that says nothing is unknown', () =>
    expect(readLinux(silent)).toEqual({
      sleep: 'unknown',
      screensaver: 'unknown',
      nightLight: 'unknown',
      desktop: 'unknown',
      clock: 'unknown',
      notifications: 'unknown',
      updates: 'unknown',
      login: 'unknown',
      autostart: 'unknown',
    }));
  it.each([
    [{ xset: xset(600, 'DPMS is Enabled\n  Monitor is On') }, { sleep: 'on', screensaver: 'on' }],
    [{ xset: xset(0, 'DPMS is Disabled') }, { sleep: 'off', screensaver: 'off' }],
    [{ xset: xset(0, 'Server does not have the DPMS Extension') }, { sleep: 'off' }],
    [
      {
        xset: xset(0, 'DPMS is Enabled')
          .replaceAll('600    S', '0    S')
          .replaceAll('600    O', '0    O')
          .replace('Off: 600', 'Off: 0'),
      },
      { sleep: 'off' },
    ],
    [
      { idleDelay: 'uint32 300', lockEnabled: 'true' },
      { sleep: 'on', screensaver: 'on' },
    ],
    [
      { idleDelay: 'uint32 0', lockEnabled: 'true' },
      { sleep: 'off', screensaver: 'off' },
    ],
    [
      { idleDelay: 'uint32 300', inhibit: 'Frise 1000 me 4242 electron sleep:idle Show is open block' },
      { sleep: 'off' },
    ],
    [
      { idleDelay: 'uint32 300', inhibit: 'ModemManager 0 root 700 ModemManager sleep ModemManager delay' },
      { sleep: 'on' },
    ],
    [{ nightLight: 'true\n' }, { nightLight: 'on' }],
    [{ nightLight: 'false\n' }, { nightLight: 'off' }],
    [{ background: "'none'\n", backgroundColour: "'#000000'\n" }, { desktop: 'off' }],
    [{ background: "'none'\n", backgroundColour: "'#023c88'\n" }, { desktop: 'on' }],
    [{ background: "'zoom'\n", backgroundColour: "'#000000'\n" }, { desktop: 'on' }],
    [{ background: "'none'\n" }, { desktop: 'unknown' }],
    [{ banners: 'true\n' }, { notifications: 'on' }],
    [{ updates: 'disabled\nenabled\n' }, { updates: 'on' }],
    [{ updates: 'disabled\nmasked\n' }, { updates: 'off' }],
    [{ updates: 'not-found\n' }, { updates: 'off' }],
    [{ unit: 'linked\n' }, { autostart: 'off' }],
    [{ unit: 'enabled\n' }, { autostart: 'on' }],
    [{ displayManager: '[daemon]\n#AutomaticLoginEnable=true\n' }, { login: 'off' }],
    [{ displayManager: '[daemon]\nAutomaticLoginEnable = True\n' }, { login: 'on' }],
    [{ displayManager: '[Seat:*]\n#autologin-user=\nautologin-user=show\n' }, { login: 'on' }],
    [{ displayManager: '[Autologin]\nSession=plasma\nUser=show\n' }, { login: 'on' }],
    [{ displayManager: '[Autologin]\nUser=\n[Users]\nUser=x\n' }, { login: 'off' }],
    [{ timedatectl: 'yes\n' }, { clock: 'synchronised' }],
    [{ timedatectl: 'no\n' }, { clock: 'adrift' }],
    [{ timedatectl: 'no\n', chrony: 'Leap status     : Normal' }, { clock: 'synchronised' }],
    [{ chrony: 'Leap status     : Not synchronised' }, { clock: 'adrift' }],
  ])('%j', (said, found) => expect(readLinux({ ...silent, ...said })).toMatchObject(found));
});

describe('Windows', () => {
  const quiet = {
    standby: '',
    video: '',
    screensaver: '',
    screensaverFile: '',
    wallpaper: '',
    background: '',
    w32tm: '',
    toasts: '',
    updatesPaused: '',
    autoLogon: '',
    tasks: '',
  };
  const now = '2026-11-26T18:00:00.000Z';
  const power = (ac: string, dc: string): string =>
    `  Index du paramètre de courant alternatif actuel : 0x${ac}\n  Index du paramètre de courant continu actuel : 0x${dc}\n`;
  const never = power('00000000', '00000384');
  it.each([
    [{ standby: never, video: never }, { sleep: 'off' }],
    [{ standby: power('00000384', '00000000'), video: never }, { sleep: 'on' }],
    [{ standby: never }, { sleep: 'unknown' }],
    [
      { wallpaper: '    WallPaper    REG_SZ    \r\n\r\n', background: '    Background    REG_SZ    0 0 0' },
      { desktop: 'off' },
    ],
    [
      { wallpaper: '    WallPaper    REG_SZ    \r\n', background: '    Background    REG_SZ    0 99 177' },
      { desktop: 'on' },
    ],
    [
      {
        wallpaper: String.raw`    WallPaper    REG_SZ    C:\Windows\web\wallpaper\img0.jpg`,
        background: '    Background    REG_SZ    0 0 0',
      },
      { desktop: 'on' },
    ],
    [{ background: '    Background    REG_SZ    0 0 0' }, { desktop: 'unknown' }],
    [{ screensaver: '    ScreenSaveActive    REG_SZ    0' }, { screensaver: 'off' }],
    [{ screensaver: '    ScreenSaveActive    REG_SZ    1' }, { screensaver: 'off' }],
    [
      {
        screensaver: '    ScreenSaveActive    REG_SZ    1',
        screensaverFile: String.raw`    SCRNSAVE.EXE    REG_SZ    C:\Windows\system32\Bubbles.scr`,
      },
      { screensaver: 'on' },
    ],
    [{ w32tm: "Indicateur de saut : 0(pas d'avertissement)\nStrate : 4" }, { clock: 'synchronised' }],
    [{ w32tm: 'Leap Indicator: 3(not synchronized)\nStratum: 0' }, { clock: 'adrift' }],
    [{ toasts: '    ToastEnabled    REG_DWORD    0x0' }, { notifications: 'off' }],
    [{ toasts: '    ToastEnabled    REG_DWORD    0x1' }, { notifications: 'on' }],
    [{ updatesPaused: '    PauseUpdatesExpiryTime    REG_SZ    2026-12-20T08:00:00Z' }, { updates: 'off' }],
    [{ updatesPaused: '    PauseUpdatesExpiryTime    REG_SZ    2026-11-20T08:00:00Z' }, { updates: 'on' }],
    [{ autoLogon: '    AutoAdminLogon    REG_SZ    1' }, { login: 'on' }],
    [{ autoLogon: '    AutoAdminLogon    REG_SZ    0' }, { login: 'off' }],
    [{ tasks: '"\\Frise","N/A","Ready"\r\n' }, { autostart: 'on' }],
    [{ tasks: '"\\Other","N/A","Ready"\r\n' }, { autostart: 'off' }],
    [{ w32tm: 'The service has not been started. (0x80070426)' }, { clock: 'unknown' }],
  ])('%j', (said, found) => expect(readWindows({ ...quiet, ...said }, now)).toMatchObject(found));
});

describe('macOS', () => {
  const quiet = {
    pmset: '',
    assertions: '',
    screensaver: '',
    sntp: '',
    updates: '',
    loginUser: '',
    agents: '',
  };
  const pmset = (display: number): string =>
    ` sleep                0\n displaysleep         ${display} (by: caffeinate)\n`;
  it.each([
    [{ pmset: pmset(0) }, { sleep: 'off' }],
    [{ pmset: pmset(10) }, { sleep: 'on' }],
    [{ pmset: pmset(10), assertions: '   PreventUserIdleDisplaySleep    1\n' }, { sleep: 'off' }],
    [{ screensaver: '0\n' }, { screensaver: 'off' }],
    [{ screensaver: '1200\n' }, { screensaver: 'on' }],
    [{ updates: '1\n' }, { updates: 'on' }],
    [{ updates: '0\n' }, { updates: 'off' }],
    [{ loginUser: 'show\n' }, { login: 'on' }],
    [{ agents: 'PID\tStatus\tLabel\n612\t0\tio.github.frise.app\n' }, { autostart: 'on' }],
    [{ agents: 'PID\tStatus\tLabel\n-\t0\tcom.apple.x\n' }, { autostart: 'off' }],
    [{ sntp: '+0.012345 +/- 0.010000 time.apple.com 17.253.52.125' }, { clock: 'synchronised' }],
    [{ sntp: '-12.500000 +/- 0.010000 time.apple.com 17.253.52.125' }, { clock: 'adrift' }],
  ])('%j', (said, found) => expect(readMac({ ...quiet, ...said })).toMatchObject(found));
});
