import { describe, expect, it } from 'vitest';
import type { PreflightFacts } from '../../../core/preflight/facts.ts';
import { linesOf, merged, verdictOf } from '../../../core/preflight/verdict.ts';
import { messages } from '../../../core/messages.ts';
import { makeFacts, makeOutput, makeSpare } from './builders.ts';

const lineOf = (facts: PreflightFacts, id: string) => {
  const line = linesOf(facts).find((each) => each.id === id);
  if (!line) throw new Error(`no line ${id}`);
  return line;
};
const facts = makeFacts();
const output = (overrides: Parameters<typeof makeOutput>[0]) =>
  makeFacts({ outputs: [makeOutput(overrides)] });
const display = makeOutput().display;
const page = makeOutput().page;
const [projector] = facts.projectors;
const withProjector = (overrides: object) =>
  makeFacts({ projectors: projector ? [{ ...projector, ...overrides }] : [] });
const [camera] = facts.cameras;
const withCamera = (overrides: object) => makeFacts({ cameras: camera ? [{ ...camera, ...overrides }] : [] });
const withSystem = (overrides: object, machine = facts.machine) =>
  makeFacts({ system: { ...facts.system, ...overrides }, machine });
const onLaptop = (overrides: object) =>
  makeFacts({
    system: { ...facts.system, ...overrides },
    settings: { ...facts.settings, showMachine: false },
  });
const [input] = facts.inputs;
const withInput = (overrides: object) => makeFacts({ inputs: input ? [{ ...input, ...overrides }] : [] });

it('everything in order passes; what is not set up says so and never passes', () => {
  const found = linesOf(facts);
  expect(found.filter(({ state }) => state !== 'pass').map(({ id, state }) => `${id} ${state}`)).toEqual([
    'follower unset',
  ]);
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
});

type Row = [id: string, found: PreflightFacts, state: string, code: string | null, en?: string, fr?: string];
describe('each line', () => {
  it.each<Row>([
    [
      'output:left',
      output({ name: 'Output 5', frames: { seconds: 10, fps: 60, late: 57, wasLost: false } }),
      'fail',
      'preflight-late',
      'Output 5 late: 57 frames in 10 s: graphics driver has vsync off, or another program uses the machine, see “Late frames” in docs/technician.md.',
      'Output 5 en retard : 57 images en 10 s : la synchro verticale du pilote est coupée, ou un autre programme occupe la machine, voir « Late frames » dans docs/technician.md.',
    ],
    [
      'output:left',
      output({ name: 'Output 5', frames: { seconds: 10, fps: 143.2, late: 57, wasLost: false } }),
      'fail',
      'preflight-vsync',
      'Output 5 late: 57 frames in 10 s, 143.2 fps on 60 Hz: graphics driver has vsync off, see “Late frames” in docs/technician.md.',
    ],
    [
      'output:left',
      output({ frames: { seconds: 10, fps: 41, late: 120, wasLost: false } }),
      'fail',
      'preflight-slow',
    ],
    [
      'output:left',
      output({ frames: { seconds: 10, fps: 60, late: 0, wasLost: true } }),
      'fail',
      'preflight-output-broke',
    ],
    ['output:left', output({ status: null }), 'fail', 'preflight-output-lost'],
    [
      'desk',
      withInput({ lastMessageAt: '2018-11-22T19:24:59.000Z' }),
      'fail',
      'preflight-desk',
      'Desk not heard for 301 s. Ask the desk to send a test message; look at its address, the cable and the allow-list.',
      'Pupitre muet depuis 301 s. Demandez un message d’essai au pupitre ; vérifiez son adresse, le câble et la liste d’accès.',
    ],
    ['desk', withInput({ lastMessageAt: '2018-11-22T19:25:00.000Z' }), 'pass', null],
    ['desk', withInput({ lastMessageAt: null }), 'fail', 'preflight-desk-never'],
    ['desk', withInput({ id: 'eos' }), 'pass', null],
    ['desk', makeFacts({ inputs: [] }), 'fail', 'preflight-desk-unknown'],
    ['desk', makeFacts({ settings: { ...facts.settings, desk: '' } }), 'unset', null],
    ['armed', withInput({ armed: false }), 'fail', 'preflight-disarmed'],
    ['inputs', withInput({ state: 'fault', detail: 'no cable' }), 'fail', 'preflight-input-fault'],
    ['timecode', makeFacts({ timecode: { ...facts.timecode, state: 'lost' } }), 'fail', 'preflight-timecode'],
    ['timecode', makeFacts({ timecode: { ...facts.timecode, source: 'off' } }), 'unset', null],
    [
      'display:left',
      output({ display: display && { ...display, width: 1280, height: 720 } }),
      'fail',
      'preflight-display-size',
      'EPSON 1 shows 1280×720, the rig says 1920×1080 for Left. Set the display’s resolution, or correct the output under Calibrate.',
      'EPSON 1 affiche 1280×720, l’installation dit 1920×1080 pour Left. Réglez la définition de l’écran, ou corrigez la sortie dans Calage.',
    ],
    [
      'display:left',
      output({ display: display && { ...display, refresh: 50 } }),
      'fail',
      'preflight-display-refresh',
    ],
    ['display:left', output({ display: display && { ...display, refresh: 59.94 } }), 'pass', null],
    [
      'display:left',
      output({ display: display && { ...display, scale: 1.5 } }),
      'fail',
      'preflight-display-scale',
    ],
    [
      'display:left',
      output({ place: { output: 'left', kind: 'waiting', display: null, match: 'none' } }),
      'fail',
      'preflight-display-absent',
    ],
    [
      'display:left',
      output({ place: { output: 'left', kind: 'window', display: null, match: 'none' } }),
      'fail',
      'preflight-display-window',
    ],
    [
      'display:left',
      output({ place: { output: 'left', kind: 'display', display: 1, match: 'moved' } }),
      'fail',
      'preflight-display-moved',
    ],
    [
      'display:left',
      output({ place: { output: 'left', kind: 'display', display: 1, match: 'guessed' } }),
      'warn',
      'preflight-display-guessed',
    ],
    ['display:left', makeFacts({ hasShell: false }), 'warn', 'preflight-display-unknown'],
    [
      'drawing:left',
      output({ page: page && { ...page, renderer: 'Google SwiftShader' } }),
      'fail',
      'preflight-software',
    ],
    ['drawing:left', output({ page: page && { ...page, maxTexture: 1024 } }), 'fail', 'preflight-texture'],
    ['drawing:left', output({ page: page && { ...page, hdr: true } }), 'fail', 'preflight-hdr'],
    ['drawing:left', output({ page: page && { ...page, scale: 1.25 } }), 'fail', 'preflight-page-scale'],
    ['drawing:left', output({ page: null }), 'warn', 'preflight-untold'],
    ['outputs', makeFacts({ outputs: [] }), 'fail', 'preflight-no-outputs'],
    ['wall', makeFacts({ isFrozen: true }), 'fail', 'preflight-frozen'],
    ['wall', makeFacts({ patterned: ['left'] }), 'fail', 'preflight-pattern'],
    [
      'wall',
      makeFacts({ master: { level: 0.5, blackout: true, panic: 'off' } }),
      'warn',
      'preflight-dark',
      'The wall is held down: blackout, master 50 %. Bring it up on the Run page.',
    ],
    [
      'files',
      makeFacts({
        media: [
          {
            id: 'media:a',
            path: 'media/a.png',
            problem: { code: 'media-missing', message: 'It is not there.', path: 'media:a' },
            decoded: null,
          },
        ],
      }),
      'fail',
      'preflight-media',
      '1 of 1 files, the first media/a.png: It is not there.',
    ],
    [
      'decode',
      makeFacts({
        media: [{ id: 'media:a', path: 'media/a.mov', problem: null, decoded: 'no decoder for hevc' }],
      }),
      'fail',
      'preflight-decode',
    ],
    [
      'decode',
      makeFacts({ media: [{ id: 'media:a', path: 'media/a.mov', problem: null, decoded: null }] }),
      'warn',
      'preflight-untried',
    ],
    ['decode', makeFacts({ media: [] }), 'unset', null],
    [
      'show',
      makeFacts({ documents: [{ code: 'clip-media', message: 'A clip has no file.', path: 'clip:a' }] }),
      'fail',
      'preflight-show',
    ],
    [
      'saved',
      makeFacts({ unsaved: [{ code: 'store-write', message: 'The disk is full.', path: 'x' }] }),
      'fail',
      'preflight-unsaved',
    ],
    [
      'facade',
      makeFacts({ canvas: { show: { width: 50, height: 25 }, rig: { width: 40, height: 25 } } }),
      'fail',
      'preflight-facade',
    ],
    ['sound', makeFacts({ sound: { ...facts.sound, leader: null } }), 'fail', 'preflight-no-sound'],
    ['sound', makeFacts({ sound: { ...facts.sound, leader: null, hasSound: false } }), 'unset', null],
    ['sound', makeFacts({ sound: { ...facts.sound, state: 'suspended' } }), 'fail', 'preflight-sound-state'],
    [
      'sound',
      makeFacts({
        sound: { ...facts.sound, problems: [{ code: 'sound-device-missing', message: 'Gone.', path: 'x' }] },
      }),
      'fail',
      'preflight-sound-problem',
      'Sound: Gone.',
    ],
    ['sound-level', makeFacts({ sound: { ...facts.sound, peak: null } }), 'unset', null],
    [
      'sound-level',
      makeFacts({ settings: { ...facts.settings, soundLevel: true }, sound: { ...facts.sound, peak: null } }),
      'fail',
      'preflight-silent',
    ],
    [
      'sound-clock',
      makeFacts({ clock: { source: 'machine', locked: true, offsetMs: 0 } }),
      'fail',
      'preflight-clock-lock',
    ],
    ['sound-clock', makeFacts({ sound: { ...facts.sound, isPlaying: false } }), 'unset', null],
    ['cameras', makeFacts({ cameras: [] }), 'unset', null],
    ['cameras', withCamera({ device: null, isThere: null }), 'fail', 'preflight-camera-unmapped'],
    [
      'cameras',
      withCamera({ isThere: false }),
      'fail',
      'preflight-camera-missing',
      '“Stage camera” is “Grabber”, which is not there. Plug it in, or choose another under Connections → Cameras.',
    ],
    ['cameras', withCamera({ isThere: null }), 'warn', 'preflight-camera-unknown'],
    [
      'cameras',
      withCamera({
        problem: { code: 'live-input-silent', message: 'No picture.', path: 'live:Stage camera' },
      }),
      'fail',
      'preflight-camera-problem',
      'Live input: No picture.',
    ],
    ['projector:left', withProjector({ state: 'silent' }), 'fail', 'preflight-projector-silent'],
    ['projector:left', withProjector({ power: 'warming' }), 'fail', 'preflight-projector-off'],
    ['projector:left', withProjector({ shutter: 'closed' }), 'fail', 'preflight-projector-shut'],
    [
      'projector:left',
      withProjector({ errors: { temperature: 'error' } }),
      'fail',
      'preflight-projector-hot',
    ],
    [
      'projector:left',
      withProjector({ errors: { temperature: 'warning' } }),
      'warn',
      'preflight-projector-hot',
    ],
    ['projector:left', withProjector({ errors: { lamp: 'error' } }), 'fail', 'preflight-projector-fault'],
    ['projector:left', withProjector({ errors: { filter: 'warning' } }), 'warn', 'preflight-projector-fault'],
    ['projectors', makeFacts({ projectors: [] }), 'unset', null],
    [
      'disk',
      withSystem({ diskFree: 1.2e9 }),
      'fail',
      'preflight-disk',
      '1.2 GB free in the station’s folder, 5 GB are asked for. Free the disk.',
    ],
    ['disk', withSystem({ diskFree: null }), 'warn', 'preflight-disk-unknown'],
    ['memory', withSystem({ memoryFree: 1e8 }), 'fail', 'preflight-memory'],
    ['sleep', withSystem({ sleep: 'on' }, null), 'fail', 'preflight-sleep'],
    ['sleep', withSystem({ sleep: 'on' }), 'pass', null],
    ['sleep', withSystem({ sleep: 'unknown' }, null), 'warn', 'preflight-sleep-unknown'],
    ['screensaver', withSystem({ screensaver: 'on' }, null), 'fail', 'preflight-screensaver'],
    ['night-light', withSystem({ nightLight: 'on' }), 'fail', 'preflight-night-light'],
    ['night-light', withSystem({ nightLight: 'unknown' }), 'warn', 'preflight-night-light-unknown'],
    ['desktop', withSystem({ desktop: 'on' }), 'warn', 'preflight-desktop'],
    ['desktop', withSystem({ desktop: 'off' }), 'pass', null],
    ['desktop', withSystem({ desktop: 'unknown' }), 'unset', null],
    ['desktop', onLaptop({ desktop: 'on' }), 'unset', null],
    ['notifications', withSystem({ notifications: 'on' }), 'fail', 'preflight-notifications'],
    ['notifications', onLaptop({ notifications: 'on' }), 'warn', 'preflight-notifications'],
    ['notifications', withSystem({ notifications: 'unknown' }), 'unset', null],
    ['updates', withSystem({ updates: 'on' }), 'fail', 'preflight-updates'],
    ['updates', onLaptop({ updates: 'off' }), 'pass', null],
    ['login', withSystem({ login: 'off' }), 'warn', 'preflight-login'],
    ['login', withSystem({ login: 'unknown' }), 'unset', null],
    ['login', onLaptop({ login: 'off' }), 'unset', null],
    ['autostart', withSystem({ autostart: 'off' }), 'warn', 'preflight-autostart'],
    ['autostart', onLaptop({ autostart: 'off' }), 'unset', null],
    ['clock', withSystem({ clock: 'adrift' }), 'fail', 'preflight-clock'],
    [
      'gpu',
      withSystem({}, { blocksSleep: true, compositing: 'disabled_software', gpus: [] }),
      'fail',
      'preflight-gpu',
    ],
    ['gpu', withSystem({}, null), 'unset', null],
    ['lock', makeFacts({ lock: { ...facts.lock, on: false } }), 'warn', 'preflight-unlocked'],
    [
      'rig-lock',
      makeFacts({ lock: { ...facts.lock, rig: { on: false, by: null, since: null } } }),
      'warn',
      'preflight-rig-unlocked',
    ],
    ['lan', makeFacts({ pairing: { ...facts.pairing, lan: { on: false, urls: [] } } }), 'unset', null],
    [
      'lan',
      makeFacts({ pairing: { ...facts.pairing, lan: { on: true, urls: [] } } }),
      'fail',
      'preflight-lan-addresses',
    ],
    [
      'follower',
      makeFacts({
        settings: { ...facts.settings, follower: 'http://10.0.0.3:8090' },
        followerAnswers: false,
      }),
      'fail',
      'preflight-follower',
    ],
    [
      'follower',
      makeFacts({ settings: { ...facts.settings, follower: 'http://10.0.0.3:8090' }, followerAnswers: true }),
      'fail',
      'preflight-follower-idle',
    ],
    ['follower', makeFacts({ followers: ['régie 2'] }), 'pass', null],
    ['follower', facts, 'unset', null],
    ['follower', makeFacts({ spare: makeSpare('following') }), 'pass', null],
    ['follower', makeFacts({ spare: makeSpare('lost') }), 'fail', 'preflight-following'],
  ])('%s', (id, found, state, code, en, fr) => {
    const line = lineOf(found, id);
    expect([line.state, line.problem?.code ?? null]).toEqual([state, code]);
    expect(line.told?.en).toBe(en ?? line.told?.en);
    expect(line.told?.fr).toBe(fr ?? line.told?.fr);
    expect(line.told?.en ?? null).toBe(line.problem?.message ?? null);
  });
  it('no message has an empty brace left, in neither language', () => {
    const bare = makeFacts({
      outputs: [makeOutput({ page: null, status: null, place: null, display: null })],
      inputs: [],
    });
    for (const { told } of [...linesOf(facts), ...linesOf(bare)])
      expect(`${told?.en} ${told?.fr}`).not.toMatch(/\{\w+\}/);
  });
  it('a laptop for rehearsal is only warned of what it can’t help', () => {
    const laptop = makeFacts({
      settings: { ...facts.settings, showMachine: false },
      outputs: [makeOutput({ page: page && { ...page, renderer: 'SwiftShader' } })],
    });
    expect(lineOf(laptop, 'drawing:left').state).toBe('warn');
  });
});

describe('the whole', () => {
  const preflight = (overrides: object) => ({
    startedAt: facts.now,
    endedAt: facts.now,
    by: 'x',
    progress: 1,
    isCancelled: false,
    lines: linesOf(facts),
    ...overrides,
  });
  it('is what its worst line is', () => {
    expect(verdictOf(preflight({}))).toBe('pass');
    expect(verdictOf(preflight({ lines: linesOf(makeFacts({ hasShell: false })) }))).toBe('warn');
    expect(verdictOf(preflight({ lines: linesOf(makeFacts({ isFrozen: true })) }))).toBe('fail');
    expect(verdictOf(preflight({ endedAt: null }))).toBe(null);
    expect(verdictOf(preflight({ isCancelled: true }))).toBe(null);
  });
  it('a line that is looked at again leaves the others', () => {
    const before = linesOf(makeFacts({ isFrozen: true, inputs: [] }));
    const after = merged(before, linesOf(facts), ['desk']);
    expect(after.find(({ id }) => id === 'desk')?.state).toBe('pass');
    expect(after.find(({ id }) => id === 'wall')?.state).toBe('fail');
  });
  it('every code of the pre-flight has words in both languages', () => {
    const same = Object.entries(messages).filter(([, { en, fr }]) => String(en) === String(fr));
    expect(same).toEqual([]);
  });
});
