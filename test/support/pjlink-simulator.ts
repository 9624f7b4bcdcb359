import { createHash } from 'node:crypto';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * A projector as it is in the field, written from the protocol's text and the manuals, and sharing nothing with the
 * port that it tests. `model` is what it is and how it misbehaves; a test changes it while it runs. Time is given, so
 * that a test moves it.
 */
export type SimulatorModel = {
  password: string | null;
  /** What it says for the digest. */
  random: string;
  /** The highest class that it speaks. */
  class: 1 | 2;
  power: 'standby' | 'on' | 'cooling' | 'warming';
  mute: '10' | '11' | '20' | '21' | '30' | '31';
  input: string;
  inputs: string[];
  inputNames: Record<string, string>;
  errors: string;
  /** `1200 1`; null: a laser unit, which answers ERR1. */
  lamp: string | null;
  name: string;
  info: string;
  resolution: string;
  warmSeconds: number;
  coolSeconds: number;
  idleSeconds: number;
  /** Connections at a time. */
  most: number;
  /** Only `1x` is known of the mute. */
  isPictureMuteOnly: boolean;
  /** Takes "on" while it cools, says OK, and forgets it. */
  isForgetful: boolean;
  /** Accepts and says nothing, not even hello. */
  isMute: boolean;
  /** Greets, then says nothing. */
  isDeaf: boolean;
  /** Seconds between two bytes. */
  dribble: number;
  /** Lower case, LF, blanks, a NUL. */
  isSloppy: boolean;
  /** What it says in place of the answer to a command. */
  instead: Record<string, string>;
  /** Closes after this part of an answer. */
  cutAt: number | null;
  /** Commands at which it closes without a word. */
  hangsUpOn: string[];
};
export type Timers = { after(seconds: number, fn: () => void): () => void };

const healthy: SimulatorModel = {
  password: null,
  random: 'a1b2c3d4',
  class: 2,
  power: 'standby',
  mute: '30',
  input: '31',
  inputs: ['11', '31', '32'],
  inputNames: { '11': 'VGA', '31': 'HDMI 1', '32': 'SDI' },
  errors: '000000',
  lamp: '1234 0',
  name: 'Cour d’honneur',
  info: '',
  resolution: '1920x1200',
  warmSeconds: 3,
  coolSeconds: 3,
  idleSeconds: 30,
  most: 1,
  isPictureMuteOnly: false,
  isForgetful: false,
  isMute: false,
  isDeaf: false,
  dribble: 0,
  isSloppy: false,
  instead: {},
  cutAt: null,
  hangsUpOn: [],
};
const realTimers: Timers = {
  after(seconds, fn) {
    const handle = setTimeout(fn, seconds * 1000);
    return () => clearTimeout(handle);
  },
};

export class PjlinkSimulator {
  readonly model: SimulatorModel;
  /** Commands as they came, without a digest. */
  readonly heard: string[] = [];
  /** Digests as they came. */
  readonly digests: string[] = [];
  /** Two commands at once on one connection: no controller may do that. */
  overlaps = 0;
  connections = 0;
  refused = 0;
  private readonly open = new Set<Socket>();
  private readonly timers: Timers;
  private server: Server | null = null;
  private stopChange = (): void => undefined;

  constructor(model: Partial<SimulatorModel> = {}, timers: Timers = realTimers) {
    this.model = { ...structuredClone(healthy), ...model };
    this.timers = timers;
  }
  get connected(): number {
    return this.open.size;
  }
  async listen(port = 0): Promise<number> {
    const server = createServer((socket) => this.accept(socket));
    this.server = server;
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    return (server.address() as AddressInfo).port;
  }
  async close(): Promise<void> {
    this.stopChange();
    this.hangUp();
    const { server } = this;
    this.server = null;
    if (server) await new Promise((done) => server.close(done));
  }
  /** As somebody who pulls the cable for a moment. */
  hangUp(): void {
    for (const socket of this.open) socket.destroy();
  }

  private accept(socket: Socket): void {
    socket.on('error', () => undefined);
    socket.setNoDelay(true);
    if (this.open.size >= this.model.most) {
      this.refused += 1;
      socket.destroy();
      return;
    }
    this.connections += 1;
    this.open.add(socket);
    const session = new Session(this, socket, this.timers);
    socket.on('close', () => {
      this.open.delete(socket);
      session.end();
    });
    session.begin();
  }

  /** `%1POWR 1` → what stands after the `=`. */
  answer(command: string, parameter: string, header: string): string {
    const { model } = this;
    if (header === '2' && model.class === 1) return 'ERR1';
    const texts: Record<string, string | null> = {
      NAME: model.name,
      INF1: 'Frise Optics',
      INF2: 'Simulacre 20K',
      INFO: model.info,
      CLSS: String(model.class),
      ERST: model.errors,
      LAMP: model.lamp,
      INST: model.inputs.join(' '),
    };
    const seconds: Record<string, string> = {
      SNUM: 'SN0042',
      SVER: '1.07',
      RRES: '1920x1200',
      FILT: '321',
      RLMP: 'L-7',
      RFIL: 'F-7',
    };
    if (command === 'POWR') return this.powr(parameter);
    if (command === 'AVMT') return this.avmt(parameter);
    if (command === 'INPT') return this.inpt(parameter);
    if (command in texts) return parameter === '?' ? (texts[command] ?? 'ERR1') : 'ERR2';
    if (header !== '2') return 'ERR1';
    if (command in seconds) return parameter === '?' ? (seconds[command] ?? 'ERR1') : 'ERR2';
    if (command === 'IRES') return model.power === 'on' ? model.resolution : 'ERR3';
    if (command === 'INNM') return model.inputNames[parameter.slice(1)] ?? 'ERR2';
    if (command === 'FREZ') return parameter === '?' ? '0' : 'OK';
    if (command === 'SVOL' || command === 'MVOL') return 'OK';
    return 'ERR1';
  }
  private powr(parameter: string): string {
    const { model } = this;
    if (parameter === '?') return { standby: '0', on: '1', cooling: '2', warming: '3' }[model.power];
    if (parameter !== '0' && parameter !== '1') return 'ERR2';
    const isOn = parameter === '1';
    if (model.power === 'cooling' && isOn) return model.isForgetful ? 'OK' : 'ERR3';
    if (model.power === 'warming' && !isOn) return 'ERR3';
    if (isOn && model.power === 'standby') this.change('warming', model.warmSeconds, 'on');
    if (!isOn && model.power === 'on') this.change('cooling', model.coolSeconds, 'standby');
    return 'OK';
  }
  private change(now: 'warming' | 'cooling', seconds: number, then: 'on' | 'standby'): void {
    this.model.power = now;
    this.stopChange();
    this.stopChange = this.timers.after(seconds, () => {
      this.model.power = then;
      if (then === 'standby') this.model.mute = '30';
    });
  }
  private avmt(parameter: string): string {
    const { model } = this;
    if (model.power !== 'on') return 'ERR3';
    if (parameter === '?') return model.mute;
    const known = model.isPictureMuteOnly ? ['10', '11'] : ['10', '11', '20', '21', '30', '31'];
    const mute = known.find((each) => each === parameter);
    if (mute === undefined) return 'ERR2';
    model.mute = mute as SimulatorModel['mute'];
    return 'OK';
  }
  private inpt(parameter: string): string {
    const { model } = this;
    if (model.power !== 'on') return 'ERR3';
    if (parameter === '?') return model.input;
    if (!model.inputs.includes(parameter)) return 'ERR2';
    model.input = parameter;
    return 'OK';
  }
}

/** One connection. */
class Session {
  private isTrusted = false;
  private buffer = '';
  private isBusy = false;
  private stops = new Set<() => void>();
  private stopIdle = (): void => undefined;
  private readonly projector: PjlinkSimulator;
  private readonly socket: Socket;
  private readonly timers: Timers;
  constructor(projector: PjlinkSimulator, socket: Socket, timers: Timers) {
    this.projector = projector;
    this.socket = socket;
    this.timers = timers;
  }
  begin(): void {
    const { model } = this.projector;
    this.socket.on('data', (bytes) => this.take(bytes.toString('utf8')));
    this.touch();
    if (model.isMute) return;
    const greeting = model.instead['PJLINK'];
    if (greeting !== undefined) this.say(greeting);
    else this.say(model.password === null ? 'PJLINK 0' : `PJLINK 1 ${model.random}`);
  }
  end(): void {
    this.stopIdle();
    for (const stop of this.stops) stop();
  }
  private later(seconds: number, fn: () => void): void {
    const stop = this.timers.after(seconds, () => {
      this.stops.delete(stop);
      fn();
    });
    this.stops.add(stop);
  }
  private touch(): void {
    this.stopIdle();
    this.stopIdle = this.timers.after(this.projector.model.idleSeconds, () => this.socket.end());
  }
  private take(text: string): void {
    this.touch();
    this.buffer += text;
    for (;;) {
      const end = this.buffer.indexOf('\r');
      if (end < 0) return;
      const line = this.buffer.slice(0, end);
      this.buffer = this.buffer.slice(end + 1);
      if (this.isBusy) this.projector.overlaps += 1;
      this.line(line);
    }
  }
  private line(line: string): void {
    const { model } = this.projector;
    if (model.isMute || model.isDeaf) return;
    let text = line;
    if (model.password !== null && !this.isTrusted) {
      const digest = text.slice(0, 32);
      this.projector.digests.push(digest);
      const right = createHash('md5')
        .update(model.random + model.password)
        .digest('hex');
      if (digest !== right) {
        this.say('PJLINK ERRA');
        return;
      }
      this.isTrusted = true;
      text = text.slice(32);
    }
    this.command(text);
  }
  private command(text: string): void {
    const { model } = this.projector;
    this.projector.heard.push(text);
    const match = /^%([12])([A-Z0-9]{4}) (.*)$/.exec(text);
    const [, header = '', command = '', parameter = ''] = match ?? [];
    if (!match) return this.say('%1ERR1');
    if (model.hangsUpOn.includes(command)) return void this.socket.end();
    const instead = model.instead[command];
    if (instead !== undefined) return this.say(instead);
    return this.say(`%${header}${command}=${this.projector.answer(command, parameter, header)}`);
  }
  private say(line: string): void {
    const { model } = this.projector;
    const sloppy = line.startsWith('%')
      ? `\0 ${line.toLowerCase().replace('=', ' = ')} \r\n`
      : `${line} \r\n`;
    const text = model.isSloppy ? sloppy : `${line}\r`;
    if (model.cutAt !== null && line.startsWith('%')) return void this.socket.end(text.slice(0, model.cutAt));
    if (model.dribble === 0) return void this.socket.write(text);
    this.isBusy = true;
    return this.dribble(Buffer.from(text), model.dribble);
  }
  private dribble(bytes: Buffer, seconds: number): void {
    this.socket.write(bytes.subarray(0, 1));
    const rest = bytes.subarray(1);
    if (rest.length === 0) this.isBusy = false;
    else this.later(seconds, () => this.dribble(rest, seconds));
  }
}
