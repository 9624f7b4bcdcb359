/**
 * A program on the network that wants in, run on another machine than the show's: `stranger.mjs <what> <url> …`. Prints
 * what came of it as one line of JSON.
 */
import { request } from 'node:http';
import { connect } from 'node:net';
import { WebSocket } from 'ws';

const [what, url, ...rest] = process.argv.slice(2);
const { hostname, port, host } = new URL(url);

const ask = (method, path, headers = {}, body) =>
  new Promise((done, failed) => {
    const asked = request({ host: hostname, port, method, path, headers, agent: false }, (reply) => {
      let text = '';
      reply.on('data', (part) => (text += part));
      reply.on('end', () => done({ status: reply.statusCode, headers: reply.headers, text }));
    });
    asked.on('error', failed);
    asked.end(body);
  });
const json = { 'content-type': 'application/json' };
const post = (path, body, headers = {}) => ask('POST', path, { ...json, ...headers }, JSON.stringify(body));
const pair = async (pin) => {
  const { text } = await post('/api/pair', { pin, name: 'Stranger' });
  return JSON.parse(text);
};

/** How a socket ends: the status of a refused upgrade, or its close code. `say` is sent once it is open. */
const socketEnd = (headers, say) =>
  new Promise((done) => {
    const socket = new WebSocket(`ws://${host}/link`, { headers });
    socket.on('unexpected-response', (_request, reply) => done({ status: reply.statusCode }));
    socket.on('error', () => undefined);
    socket.on('open', () => say?.(socket));
    socket.on('close', (code) => done({ code }));
  });

const scenes = {
  /** As the owner, on the show's own machine. */
  async owner() {
    const [verb, args, token] = rest;
    const { text } = await post(`/api/verb/${verb}`, JSON.parse(args), { authorization: `Bearer ${token}` });
    return JSON.parse(text);
  },
  /** What the host says of itself on its own machine. */
  async status() {
    return JSON.parse((await ask('GET', '/api/status')).text);
  },
  /** A name that somebody points at the show's address: every page, verb and socket. */
  async rebound() {
    const headers = { host: `evil.example:${port}` };
    const paths = ['/', '/console', '/pair', '/programme', '/api/status', '/media/dot'];
    const statuses = [];
    for (const path of paths) statuses.push((await ask('GET', path, headers)).status);
    statuses.push((await post('/api/verb/go', {}, headers)).status);
    statuses.push((await post('/api/pair', { pin: '000000', name: 'x' }, headers)).status);
    return { statuses, socket: await socketEnd(headers) };
  },
  /** A page of another site in a browser of this network: with and without what a browser may send. */
  async foreign() {
    const statuses = [];
    const shared = [];
    for (const origin of ['https://evil.example', 'null', `http://${hostname}:1`, `https://${host}`]) {
      const verb = await post('/api/verb/go', {}, { origin });
      const page = await ask('OPTIONS', '/api/verb/go', { origin, 'access-control-request-method': 'POST' });
      statuses.push(verb.status, page.status, (await socketEnd({ origin })).status);
      shared.push(verb.headers['access-control-allow-origin'], page.headers['access-control-allow-origin']);
    }
    const form = await ask('POST', '/api/verb/go', { 'content-type': 'text/plain' }, '{}');
    return { statuses, form: form.status, isShared: shared.some((each) => each !== undefined) };
  },
  /** Sockets that say a byte now and then, and never a whole request. */
  async slow() {
    const sockets = Array.from({ length: 60 }, () => {
      const socket = connect(Number(port), hostname, () => socket.write('GET /console HTTP/1.1\r\nHost: '));
      socket.on('error', () => undefined);
      return socket;
    });
    const drip = setInterval(() => sockets.forEach((each) => each.writable && each.write('x')), 500);
    const ended = sockets.map((socket) => new Promise((done) => socket.once('close', () => done(true))));
    const limit = new Promise((done) => setTimeout(() => done(false), Number(rest[0]) * 1000));
    const closed = await Promise.all(ended.map((each) => Promise.race([each, limit])));
    clearInterval(drip);
    sockets.forEach((each) => each.destroy());
    return { closed: closed.filter(Boolean).length, of: sockets.length };
  },
  /** Frames that no page sends, before anybody said who it is. */
  async huge() {
    const whole = await socketEnd({}, (socket) => socket.send(Buffer.alloc(20_000_000)));
    const parts = await socketEnd({}, (socket) => {
      for (let count = 0; count < 40; count += 1)
        socket.send('x'.repeat(100_000), { fin: count === 39, binary: false });
    });
    const many = await socketEnd({}, (socket) => {
      for (let count = 0; count < 2000; count += 1) socket.send('{"t":"hello"');
    });
    return { whole, parts, many };
  },
  /** A thousand guesses as fast as they are answered, then the right one. */
  async guess() {
    const [right] = rest;
    const codes = {};
    for (let count = 1; count <= 1000; count += 1) {
      const pin = String((Number(right) + count) % 1_000_000).padStart(6, '0');
      const { code = 'in' } = await pair(pin);
      codes[code] = (codes[code] ?? 0) + 1;
    }
    const last = await pair(right);
    return { codes, last: last.code ?? 'in' };
  },
};
process.stdout.write(`${JSON.stringify(await scenes[what]())}\n`);
process.exit(0);
