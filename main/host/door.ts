import type { Topic, Topics, You } from '../../core/control/link.ts';
import { notCameBack } from '../../core/control/came-back.topics.ts';
import { noDisk } from '../../core/control/disk.topics.ts';
import { noDraft } from '../../core/control/draft.topics.ts';
import { noHistory } from '../../core/control/history.topics.ts';
import { noPeople } from '../../core/control/people.topics.ts';
import { noReleases } from '../../core/control/releases.topics.ts';
import { SPARE_PAGE } from '../../core/control/remote.topics.ts';
import { grantedOnLoopback, grantedToDevice, needsToken } from '../../core/control/roles.ts';
import type { Role } from '../../core/control/verbs.ts';
import { messages } from '../../core/messages.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { PairedDevice, PairingHost } from './pairing.ts';

/**
 * What a client of the link may be, by the door through which it came (DESIGN §6): this machine's own pages, or a
 * paired device. A client knows nothing of doors; it is told who it is.
 */
export type Page = { kind: string; id: string };
type Asked = { role: Role; token: string | null; page: Page };
export type Guest = {
  you: You;
  /** What it is not told; such a topic is empty for it. */
  hides: ReadonlySet<Topic>;
  /** Whether it may speak for an output, the sound or the shell. */
  mayReport: boolean;
  /** Called as it comes. `end`: it is thrown out. Gives back its leaving. */
  enter(end: () => void): () => void;
};
export interface Door {
  admit(asked: Asked, client: string): Result<Guest>;
  /** A line that only measures the clock. Gives back as `enter` does. */
  admitPing(token: string | null): Result<Guest['enter']>;
  /** A stranger whose hello was refused so often is sent away. */
  mostRefusals: number;
  /** So is one that so often said something else. */
  mostStrays: number;
}

/** What an unknown or withheld topic reads as. */
export const withheld: Partial<Topics> = {
  thumbnails: {},
  journal: [],
  inputs: [],
  pairing: { lan: { on: false, urls: [] }, open: null, notice: null, devices: [] },
  draft: noDraft.draft,
  draftShow: null,
  ...noDisk,
  ...notCameBack,
  ...noPeople,
  ...noHistory,
  ...noReleases,
};
const forPeople: readonly Topic[] = [
  'thumbnails',
  'journal',
  'inputs',
  'pairing',
  'draft',
  'draftShow',
  'disk',
  'cameBack',
  'people',
  'history',
  'releases',
];
const readers: ReadonlySet<string> = new Set(['console', 'tool']);
/** A person or a tool reads it; a spare mirrors the show and not who works on it. */
const isReader = ({ kind, id }: Page): boolean => readers.has(kind) && !id.startsWith(SPARE_PAGE);
/** What a paired device may open: outputs and sound belong to the show's own machine. */
const farPages: ReadonlySet<string> = new Set(['console', 'tool', 'programme']);

/** A console keeps its name when its line breaks: what it holds and may undo goes on. */
const senderOf = ({ kind, id }: Page, client: string): string =>
  `${kind}:${kind === 'console' ? id.slice(0, 40) : client}`;

const stays = () => () => undefined;

export const loopbackDoor = (isOwner: (token: string | null) => boolean): Door => ({
  mostRefusals: Infinity,
  mostStrays: Infinity,
  admitPing: () => ok(stays),
  admit({ role, token, page }, client) {
    const showsOwner = isOwner(token);
    if ((needsToken(role) || token !== null) && !showsOwner)
      return fail('token-needed', messages['token-needed'].en);
    return ok({
      you: { sender: senderOf(page, client), roles: grantedOnLoopback(role, showsOwner) },
      hides: new Set(isReader(page) ? [] : forPeople),
      mayReport: true,
      enter: stays,
    });
  },
});

/** What a device is called wherever the host says who did something. */
export const senderOfDevice = ({ name }: PairedDevice): string => `device:${name}`;
export const isDevice = (sender: string): boolean => sender.startsWith('device:');

export const lanDoor = (pairing: PairingHost): Door => ({
  mostRefusals: 3,
  mostStrays: 10,
  admitPing(token) {
    const device = pairing.deviceOf(token);
    if (device === null) return unpaired();
    return ok((end) => pairing.enter(device, end));
  },
  admit({ role, token, page }) {
    const device = pairing.deviceOf(token);
    if (device === null) return unpaired();
    // The owner's token would be read off the air by anyone who listens: it counts on this machine alone.
    if (needsToken(role)) return fail('role-refused', messages['role-refused'].en, 'role');
    if (!farPages.has(page.kind)) return fail('lan-page-refused', messages['lan-page-refused'].en, 'page');
    const roles = grantedToDevice(role, device.role);
    return ok({
      you: { sender: senderOfDevice(device), roles },
      hides: isReader(page) ? hiddenFromDevice(roles) : new Set(forPeople),
      mayReport: false,
      enter: (end) => pairing.enter(device, end),
    });
  },
});

const unpaired = () => fail('pairing-needed', messages['pairing-needed'].en, 'token');

/** Who only looks sees the show, not who works on it; nobody on the network sees the list of devices. */
const hiddenFromDevice = (roles: readonly Role[]): ReadonlySet<Topic> =>
  new Set(roles.length > 1 ? ['pairing'] : ['pairing', 'journal', 'inputs', 'people', 'history']);
