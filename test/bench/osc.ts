import { spawn, type ChildProcess } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import WebSocket from 'ws';
import { percentile, type Measurement } from './measure.ts';

/** From an OSC message leaving a socket to the new state arriving at a page, against a bare UDP echo of the same run. */
const ROUNDS = 200;

const firstLine = async (child: ChildProcess): Promise<Record<string, string>> => {
  if (!child.stdout) throw new Error('The child has no stdout.');
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
  throw new Error('The child ended before its first line.');
};

const ECHO = `const s=require('dgram').createSocket('udp4');s.on('message',(m,r)=>s.send(m,r.port,r.address));s.bind(0,'127.0.0.1',()=>console.log(JSON.stringify({port:String(s.address().port)})))`;

/** `/frise/master ,f level`. */
const masterMessage = (level: number): Buffer => {
  const bytes = Buffer.alloc(24);
  bytes.write('/frise/master\0\0\0,f\0\0', 0, 'latin1');
  bytes.writeFloatBE(level, 20);
  return bytes;
};

const echoTimes = async (socket: Socket): Promise<number[]> => {
  const child = spawn(process.execPath, ['-e', ECHO], { stdio: ['ignore', 'pipe', 'inherit'] });
  const { port } = await firstLine(child);
  const times: number[] = [];
  for (let index = 0; index < ROUNDS; index += 1) {
    const from = performance.now();
    socket.send(masterMessage(0.5), Number(port), '127.0.0.1');
    await once(socket, 'message');
    times.push(performance.now() - from);
    await new Promise((done) => setTimeout(done, 5));
  }
  child.kill();
  return times;
};

const stateTimes = async (socket: Socket, root: string): Promise<number[]> => {
  const station = await mkdtemp(join(tmpdir(), 'frise-bench-'));
  const child = spawn(
    process.execPath,
    [join(root, 'dist/main/host.cjs'), '--http', '127.0.0.1:0', '--osc', '127.0.0.1:0', '--station', station],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const ready = await firstLine(child);
  const page = new WebSocket(`${String(ready['http']).replace('http', 'ws')}/link`);
  await once(page, 'open');
  page.send(
    JSON.stringify({
      t: 'hello',
      protocol: 1,
      role: 'viewer',
      page: { kind: 'tool', id: 'bench' },
      token: null,
    }),
  );
  await once(page, 'message');
  const port = Number(String(ready['osc']).split(':').at(-1));
  const times: number[] = [];
  for (let index = 0; index < ROUNDS; index += 1) {
    const arrived = new Promise<void>((done) => {
      const listen = (data: WebSocket.RawData): void => {
        const message = JSON.parse(String(data));
        if (message.t !== 'patch' || message.topic !== 'plans') return;
        page.off('message', listen);
        done();
      };
      page.on('message', listen);
    });
    const from = performance.now();
    socket.send(masterMessage(index % 2), port, '127.0.0.1');
    await arrived;
    times.push(performance.now() - from);
    await new Promise((done) => setTimeout(done, 40));
  }
  page.close();
  child.kill();
  await once(child, 'exit');
  await rm(station, { recursive: true, force: true });
  return times;
};

export const measureOsc = async (root: string): Promise<Measurement[]> => {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const echo = percentile(await echoTimes(socket), 0.5);
  const state = percentile(await stateTimes(socket, root), 0.5);
  socket.close();
  return [
    {
      name: 'osc-to-state',
      what: 'OSC message to broadcast state at a page, median',
      value: state,
      unit: 'ms',
      goal: null,
      reference: { what: 'bare UDP echo', value: echo },
      ratio: state / echo,
    },
  ];
};
