/**
 * A desk gone mad while the show plays: a thousand messages a second from one socket, and beside them what must not be
 * lost. Used short in `npm test` and for a minute in `npm run test:long`.
 */
import { createSocket } from 'node:dgram';
import { setTimeout as delay } from 'node:timers/promises';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';

const padded = (text) => {
  const bytes = Buffer.from(`${text}\0`, 'utf8');
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
};
const message = (address, value) => {
  if (value === undefined) return Buffer.concat([padded(address), padded(',')]);
  const float = Buffer.alloc(4);
  float.writeFloatBE(value);
  return Buffer.concat([padded(address), padded(',f'), float]);
};

/** Seconds between two marks whose action must take effect exactly at them. */
const STEP = 0.5;

/** A copy of a show in which main runs for long and dims a little at every mark. */
export function showWithMarks(from, into, seconds) {
  cpSync(from, into, { recursive: true });
  const file = join(into, 'show.json');
  const show = JSON.parse(readFileSync(file, 'utf8'));
  const marks = Math.ceil(seconds / STEP);
  show.records['timeline:main'].duration = seconds + 10;
  for (const id of Object.keys(show.records)) if (/^cue:(one|two|three)$/.test(id)) delete show.records[id];
  for (let n = 0; n <= marks; n += 1)
    show.records[`cue:mark-${n}`] = {
      number: String(100 + n),
      name: { fr: `Repère ${n}`, en: `Mark ${n}` },
      at: { timeline: 'timeline:main', position: n * STEP },
      actions: [{ verb: 'master', args: { level: 1 - (n % 10) / 20 } }],
    };
  show.records['cue:sting'] = {
    number: '999',
    name: { fr: 'Éclat', en: 'Sting' },
    actions: [{ verb: 'timeline/start', args: { id: 'flash' } }],
  };
  writeFileSync(file, `${JSON.stringify(show, null, 2)}\n`);
  return { sting: '999' };
}

/** By how much each action of a mark was late, s, from the plans that pages were told. */
function latenessOf(plans) {
  const start = plans.find(({ playbacks }) => playbacks.some(({ role }) => role === 'main'));
  const { clockAt, position } = start.playbacks.find(({ role }) => role === 'main').anchor;
  const changes = plans.filter(({ master }, index) => index > 0 && master.to !== plans[index - 1].master.to);
  return changes.map(({ effectiveAt }) => {
    const at = position + effectiveAt - clockAt;
    return at - Math.floor(at / STEP + 1e-6) * STEP;
  });
}

/** Resident memory of a process. */
const megabytesOf = (pid) =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) / 1024;

/** A page's line: every topic as it is patched. */
async function listen(http) {
  const socket = new WebSocket(`${http.replace('http', 'ws')}/link`);
  const topics = {};
  const plans = [];
  let patches = 0;
  socket.on('message', (data) => {
    const said = JSON.parse(Buffer.from(data).toString('utf8'));
    if (said.t === 'welcome') Object.assign(topics, said.snapshot);
    if (said.t !== 'patch') return;
    patches += 1;
    topics[said.topic] = said.value;
    if (said.topic === 'plans') plans.push(said.value.at(-1));
  });
  await new Promise((done, failed) => socket.once('open', done).once('error', failed));
  const page = { kind: 'tool', id: 'flood' };
  socket.send(JSON.stringify({ t: 'hello', protocol: 1, role: 'viewer', page, token: null }));
  return { topics, plans, patches: () => patches, close: () => socket.terminate() };
}

/**
 * @param {{http: string, osc: string, pid: number, seconds: number, sting: string, clip: {id: string, param: string}}} options
 * `sting`: number of a cue without a place and without a re-trigger time, fired ten times a second.
 * @returns what was sent, what came of it, and the host's memory in MB after a third of the time and at the end
 */
export async function flood({ http, osc, pid, seconds, sting, clip, perSecond = 1000 }) {
  const [host, port] = osc.split(':');
  const socket = createSocket('udp4');
  const page = await listen(http);
  while (page.topics.plans === undefined) await delay(10);
  const { show } = page.topics;
  const [cue] = Object.entries(show.document.records).find(([id, { number }]) => id.startsWith('cue:') && number === sting); // prettier-ignore
  const count = () => page.topics.plans.at(-1).fired.cues[cue]?.count ?? 0;
  const before = count();
  const began = performance.now();
  let sent = 0;
  let stings = 0;
  let last = 0;
  let early = null;
  const send = (bytes) => {
    sent += 1;
    return new Promise((done) => socket.send(bytes, Number(port), host, done));
  };
  while (performance.now() - began < seconds * 1000) {
    const due = ((performance.now() - began) / 1000) * perSecond;
    while (sent < due) {
      last = (sent % 100) / 100;
      const kind = sent % 4;
      if (sent % (perSecond / 10) === 0) {
        stings += 1;
        await send(message(`/frise/cue/${sting}/go`));
      } else if (kind === 0) await send(message(`/frise/clip/${clip.id}/${clip.param}`, last));
      else if (kind === 1) await send(message('/eos/out/active/cue/1/1', last));
      else if (kind === 2) await send(message(`/0/dmx/${sent % 512}`, last));
      else await send(message('/frise/ping'));
    }
    if (early === null && performance.now() - began > (seconds * 1000) / 3) early = megabytesOf(pid);
    await delay(2);
  }
  await send(message(`/frise/clip/${clip.id}/${clip.param}`, 0.75));
  const until = performance.now() + 5000;
  const level = () =>
    page.topics.live.findLast(({ clip: id, param }) => id === `clip:${clip.id}` && param === clip.param)
      ?.value;
  while ((count() - before < stings || Math.abs((level() ?? 0) - 0.75) > 1e-6) && performance.now() < until)
    await delay(20);
  socket.close();
  const late = latenessOf(page.plans);
  const result = {
    sent,
    stings,
    fired: count() - before,
    level: level(),
    patches: page.patches(),
    late,
    memory: [early, megabytesOf(pid)],
  };
  page.close();
  return result;
}
