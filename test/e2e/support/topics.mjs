/** A page's view of the host: its topics as they come, with the show clock measured as pages do. */
import { WebSocket } from 'ws';

/**
 * @param {{http: string}} host
 * @returns {Promise<{last(topic: string): unknown, all(topic: string): {at: number, value: unknown}[], show(): number, mainAt(show: number): number | null, close(): void}>}
 *   `at` and `show()` are on the show clock, within a millisecond or so on one machine
 */
export async function followTopics(host) {
  const socket = new WebSocket(`${host.http.replace('http', 'ws')}/link`);
  const topics = new Map();
  let best = { trip: Infinity, offset: 0 };
  let pings = 0;
  const seconds = () => performance.now() / 1000;
  const show = () => {
    const map = topics.get('clock').at(-1).value;
    return map.show + (seconds() + best.offset - map.host) * map.rate;
  };
  const keep = (topic, value) => {
    if (!topics.has(topic)) topics.set(topic, []);
    topics.get(topic).push({ at: topics.get('clock')?.length ? show() : 0, value });
  };
  const welcomed = new Promise((resolve) => {
    socket.on('message', (data) => {
      const message = JSON.parse(Buffer.from(data).toString('utf8'));
      if (message.t === 'pong') {
        const trip = seconds() - message.at;
        if (trip < best.trip) best = { trip, offset: message.host - (seconds() + message.at) / 2 };
      } else if (message.t === 'welcome') {
        keep('clock', message.snapshot.clock);
        for (const topic of ['plans', 'timecode', 'rig', 'settings']) keep(topic, message.snapshot[topic]);
        resolve();
      } else if (message.t === 'patch') keep(message.topic, message.value);
    });
  });
  const ping = () => socket.send(JSON.stringify({ t: 'ping', id: (pings += 1), at: seconds() }));
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const page = { kind: 'tool', id: 'test' };
  socket.send(JSON.stringify({ t: 'hello', protocol: 1, role: 'operator', page, token: null }));
  await welcomed;
  const timer = setInterval(ping, 100);
  ping();

  /** Position of main by the plan that was in force, which for a running main is one line. */
  const mainAt = (at) => {
    const plans = (topics.get('plans') ?? []).flatMap(({ value }) => value);
    const plan = plans
      .filter(({ effectiveAt }) => effectiveAt <= at)
      .sort((a, b) => a.id - b.id)
      .at(-1);
    const main = plan?.playbacks.find(({ role }) => role === 'main');
    if (!main) return null;
    const { position, clockAt, rate, running } = main.anchor;
    return running ? position + (at - clockAt) * rate : position;
  };
  return {
    last: (topic) => topics.get(topic)?.at(-1)?.value,
    all: (topic) => topics.get(topic) ?? [],
    show,
    mainAt,
    /** Main less the code, each as it stood when the code was last told, seconds. */
    codeError() {
      const { at, position } = topics.get('timecode').at(-1).value;
      return mainAt(at) - position;
    },
    close() {
      clearInterval(timer);
      socket.terminate();
    },
  };
}

/**
 * The topics once, as a page that joins now gets them.
 *
 * @param {{http: string}} host
 * @returns {Promise<Record<string, any>>}
 */
export const topicsNow = (host) =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`${host.http.replace('http', 'ws')}/link`);
    const page = { kind: 'tool', id: 'test' };
    socket.once('open', () =>
      socket.send(JSON.stringify({ t: 'hello', protocol: 1, role: 'viewer', page, token: null })),
    );
    socket.once('message', (/** @type {Buffer} */ data) => {
      socket.terminate();
      resolve(JSON.parse(data.toString('utf8')).snapshot);
    });
    socket.once('error', reject);
  });
