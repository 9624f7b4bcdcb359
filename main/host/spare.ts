import { hostname } from 'node:os';
import type { Handlers } from '../../core/control/dispatcher.ts';
import { SPARE_PAGE, type Spare } from '../../core/control/remote.topics.ts';
import { messages, type MessageCode } from '../../core/messages.ts';
import { fail, ok, type Problem } from '../../core/result.ts';
import type { Page } from './door.ts';
import type { Room, RoomParts } from './rooms.ts';
import { followClock, type ClockFollower } from './spare/clock-follower.ts';
import { writeFollow } from './spare/follow-file.ts';
import { openLine, type Line } from './spare/line.ts';
import { createSpareMedia } from './spare/media.ts';
import { createMirror } from './spare/mirror.ts';
import { refusedBy, type Follow } from './spare/prepare.ts';
import type { Mirrored } from './spare/wire.ts';

/** The room of the spare (spare.spec.md): who follows this host, and whom this one follows. Wires; the work is beside it. */
type SpareHandlers = Pick<Handlers, 'spare/take' | 'spare/follow'>;
type Parts = RoomParts & {
  /** Another host's notes in place of this one's. */
  onNotes(notes: Mirrored['notes']): void;
};

export const createSpare = (
  parts: Parts,
): Required<Pick<Room, 'joined' | 'left' | 'dispose'>> & { handlers: SpareHandlers } => {
  const followers = createFollowers(parts);
  const spare = parts.follow === null ? null : startSpare(parts, parts.follow);
  const refused = () => fail('not-following', messages['not-following'].en, '--follow');
  return {
    handlers: {
      'spare/take': () => spare?.take() ?? refused(),
      'spare/follow': () => spare?.follow() ?? refused(),
    },
    ...followers,
    dispose: () => spare?.stop(),
  };
};

/** What a spare calls itself at the door. */
export const spareId = (): string => `${SPARE_PAGE}${hostname()}`.slice(0, 200);

const createFollowers = ({ hub }: RoomParts) => {
  const here = new Map<string, string>();
  const tell = () => hub.set('followers', { count: here.size, names: [...here.values()] });
  return {
    joined({ kind, id }: Page, client: string) {
      if (kind !== 'tool' || !id.startsWith(SPARE_PAGE)) return;
      here.set(client, id.slice(SPARE_PAGE.length));
      tell();
    },
    left(_page: Page, client: string) {
      if (here.delete(client)) tell();
    },
  };
};

const startSpare = (parts: Parts, { access, state: kept, show }: Follow) => {
  const { clock, hub, journal, health, mute } = parts;
  let state: Spare['state'] = mute.isOn() ? 'connecting' : 'main';
  let lostSince: string | null = null;
  let isHeard = false;
  let version: string | null = null;
  let refusal: Problem | null = null;
  let isStopped = false;
  const own = () => hub.get('status').version;
  const problems = (): Problem[] => {
    if (state === 'main') return isHeard ? [told('spare-two-mains', access.url)] : [];
    const lost = state === 'lost' ? [refusal ?? told('follow-lost', access.url)] : [];
    const mirrorProblem = mirror.problem();
    const other =
      version !== null && version !== own() ? [told('follow-version', `${version} / ${own()}`)] : [];
    return [...lost, ...(mirrorProblem === null ? [] : [mirrorProblem]), ...media.state().missing, ...other];
  };
  const tell = () => {
    if (isStopped) return;
    const error = follower?.errorMs() ?? null;
    const found = problems();
    health.set('spare', found);
    hub.set('spare', {
      of: access.url,
      state,
      lostSince,
      media: media.state(),
      problem: found[0] ?? null,
      version,
      clockErrorMs: error === null ? null : Math.ceil(error * 10) / 10,
    });
  };
  const media = createSpareMedia({
    access: () => access,
    folder: show,
    after: clock.after,
    mayAsk: () => state === 'following',
    onChange: tell,
  });
  const mirror = createMirror({
    ...parts,
    place: kept.mirror,
    isFollowing: mute.isOn,
    onClock: (map) => follower?.setMap(map),
    onNotes: parts.onNotes,
    onVersion(next) {
      if (next === version) return;
      version = next;
      tell();
    },
    onShow: () => media.want(parts.documents.store.show.document),
    onChange: tell,
  });
  let follower: ClockFollower | null = null;
  const become = (next: Spare['state'], text: string) => {
    if (state === next) return;
    state = next;
    journal.add('spare', text);
    tell();
  };
  const line: Line = openLine({
    access: () => access,
    id: spareId(),
    after: clock.after,
    events: {
      welcome(snapshot) {
        isHeard = true;
        refusal = null;
        lostSince = null;
        if (!mute.isOn()) return tell();
        follower?.restart();
        mirror.all(snapshot);
        become('following', `follows ${access.url}`);
        media.want(parts.documents.store.show.document);
      },
      patch(topic, value) {
        if (mute.isOn()) mirror.one(topic, value);
      },
      refused(problem) {
        const { code, message, path } = refusedBy(problem, access.url);
        refusal = { code, message, path };
        tell();
      },
      lost(reason) {
        isHeard = false;
        if (/self.signed|CERT|certificate/.test(reason)) refusal = told('follow-certificate', access.url);
        lostSince ??= clock.iso();
        if (mute.isOn()) become('lost', `lost ${access.url}: ${reason}`);
        tell();
      },
    },
  });
  const startClock = () => (follower = followClock(clock, () => access));
  const stopClock = () => {
    follower?.stop();
    follower = null;
    clock.follow(null);
    clock.setRate(1, 'machine');
  };
  const keep = (taken: boolean) => writeFollow(parts.station, { ...kept, taken });
  if (mute.isOn()) startClock();
  const stopTelling = clock.every(1000, () => {
    if (state !== 'main') tell();
  });
  clock.after(0, tell);
  return {
    async take() {
      if (!mute.isOn()) return ok({});
      mute.set(false);
      stopClock();
      parts.ownLineUp();
      become('main', `taken over by hand from ${access.url}`);
      await keep(true);
      return ok({});
    },
    async follow() {
      if (mute.isOn()) return ok({});
      mute.set(true);
      startClock();
      become('connecting', `follows ${access.url} again`);
      line.again();
      await keep(false);
      return ok({});
    },
    stop() {
      isStopped = true;
      stopTelling();
      line.close();
      follower?.stop();
      media.stop();
    },
  };
};

const told = (code: MessageCode, path: string): Problem => ({ code, message: messages[code].en, path });
