import { spawn } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import WebSocket from 'ws';
import { z } from 'zod';
import { firstLine, startBenchHost } from './host.ts';
import { median, percentile, type Measurement } from './measure.ts';

/**
 * From an OSC message leaving a socket to the new state arriving at a page, against a bare UDP echo of the same run, and
 * against the least that does the same: a program that sends any datagram's arrival on as a WebSocket's text.
 */
const ROUNDS = 200;
/** Longer than the port takes to calm down after a message, so that every round starts from rest. */
const REST_MS = 20;

const ECHO = `const s=require('dgram').createSocket('udp4');s.on('message',(m,r)=>s.send(m,r.port,r.address));s.bind(0,'127.0.0.1',()=>console.log(JSON.stringify({port:s.address().port})))`;

const RELAY = `const {WebSocketServer}=require('ws');const w=new WebSocketServer({port:0,host:'127.0.0.1'});const s=require('dgram').createSocket('udp4');s.on('message',()=>{for(const page of w.clients)page.send('{"t":"patch","topic":"plans","value":[]}')});s.bind(0,'127.0.0.1',()=>console.log(JSON.stringify({port:s.address().port,page:w.address().port})))`;

/** `/frise/master ,f level`. */
export const masterMessage = (level: number): Buffer => {
  const bytes = Buffer.alloc(24);
  bytes.write('/frise/master\0\0\0,f\0\0', 0, 'latin1');
  bytes.writeFloatBE(level, 20);
  return bytes;
};

/** `answered`: listens for the answer to the message that is sent once it has been called. */
const timesOf = async (socket: Socket, port: number, answered: () => Promise<unknown>): Promise<number[]> => {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const answer = answered();
    const from = performance.now();
    socket.send(masterMessage(round % 2), port, '127.0.0.1');
    await answer;
    times.push(performance.now() - from);
    await delay(REST_MS);
  }
  return times;
};

const echoTimes = async (socket: Socket): Promise<number[]> => {
  const child = spawn(process.execPath, ['-e', ECHO], { stdio: ['ignore', 'pipe', 'inherit'] });
  const { port } = await firstLine(child, z.object({ port: z.number() }));
  const times = await timesOf(socket, port, () => once(socket, 'message'));
  child.kill();
  return times;
};

const relayTimes = async (socket: Socket, root: string): Promise<number[]> => {
  const child = spawn(process.execPath, ['-e', RELAY], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const ports = await firstLine(child, z.object({ port: z.number(), page: z.number() }));
  const page = new WebSocket(`ws://127.0.0.1:${ports.page}`);
  await once(page, 'open');
  const times = await timesOf(socket, ports.port, () => nextPlans(page));
  page.close();
  child.kill();
  return times;
};

const bytesOf = (data: WebSocket.RawData): Buffer =>
  Buffer.isBuffer(data) ? data : Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
const patchSchema = z.object({ t: z.string(), topic: z.string().optional() });

/** Resolves with the next plans that the page is told. */
const nextPlans = (page: WebSocket): Promise<void> =>
  new Promise((done) => {
    const listen = (data: WebSocket.RawData): void => {
      const { t, topic } = patchSchema.parse(JSON.parse(bytesOf(data).toString('utf8')));
      if (t !== 'patch' || topic !== 'plans') return;
      page.off('message', listen);
      done();
    };
    page.on('message', listen);
  });

const stateTimes = async (socket: Socket, root: string): Promise<number[]> => {
  const host = await startBenchHost(root);
  const page = new WebSocket(`${host.http.replace('http', 'ws')}/link`);
  await once(page, 'open');
  const who = { role: 'viewer', page: { kind: 'tool', id: 'bench' }, token: null };
  page.send(JSON.stringify({ t: 'hello', protocol: 1, ...who }));
  await once(page, 'message');
  const times = await timesOf(socket, host.oscPort, () => nextPlans(page));
  page.close();
  await host.stop();
  return times;
};

/** How the figures lie, ms: what an operator feels is not the middle. */
export const spread = (times: number[]): Record<string, number> => ({
  'p95 ms': Number(percentile(times, 0.95).toFixed(3)),
  'p99 ms': Number(percentile(times, 0.99).toFixed(3)),
  'worst ms': Number(Math.max(...times).toFixed(3)),
});

export const measureOsc = async (root: string): Promise<Measurement[]> => {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const echo = median(await echoTimes(socket));
  const relay = median(await relayTimes(socket, root));
  const times = await stateTimes(socket, root);
  const state = median(times);
  socket.close();
  return [
    {
      name: 'osc-to-state',
      what: 'OSC message to broadcast state at a page, median',
      value: state,
      unit: 'ms',
      goal: { of: 'ratio', most: 3, why: 'three times a bare echo' },
      reference: { what: 'bare UDP echo', value: echo },
      ratio: state / echo,
      counts: spread(times),
    },
    {
      name: 'osc-to-state-least',
      what: 'the same',
      value: state,
      unit: 'ms',
      goal: { of: 'ratio', most: 2, why: 'reading, deciding and telling may cost as much as the way' },
      reference: { what: 'a bare relay, a datagram in and a WebSocket’s text out', value: relay },
      ratio: state / relay,
    },
  ];
};
