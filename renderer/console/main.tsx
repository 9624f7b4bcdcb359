import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import { createRoot } from 'react-dom/client';
import { tellBegan } from '../link/began.ts';
import { createLink } from '../link/link.ts';
import { App } from './app.tsx';
import type { ConsoleLink } from './console-link.ts';
import { FarEntry, NearEntry, type OpenLink } from './pairing/entry.tsx';
import { isLoopback, readDevice, storeOr, takeOwnerToken, type DeviceKey } from './pairing/keys.ts';

const pageId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

// One a load: holds, undo and requests belong to this very page, also after its line broke.
const id = pageId();
const open: OpenLink = (who) => {
  const token = who === null ? null : 'owner' in who ? who.owner : who.device.token;
  const role = who !== null && 'owner' in who ? 'owner' : 'operator';
  const sender = who !== null && 'device' in who ? `device:${who.device.name}` : `console:${id}`;
  return { ...createLink({ page: { kind: 'console', id }, role, token }), sender };
};
const page = (link: ConsoleLink) => <App key={link.sender} link={link} />;
/** Where each role works. */
const homes = { technician: 'calibrate', operator: 'run', designer: 'run', viewer: 'monitor' } as const;
const enter = ({ role }: DeviceKey) => history.replaceState(null, '', `/console#${homes[role]}`);

const session = storeOr(() => sessionStorage);
const isNear = isLoopback(location.hostname);
const owner = isNear ? takeOwnerToken(location, history, session) : null;
const known = isNear || location.pathname === '/pair' ? null : readDevice(storeOr(() => localStorage));
if (known !== null && location.hash === '') enter(known);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    isNear ? (
      <NearEntry open={open} page={page} owner={owner} session={session} />
    ) : (
      <FarEntry
        open={open}
        page={page}
        local={storeOr(() => localStorage)}
        wantsPairing={location.pathname === '/pair'}
        onPaired={enter}
      />
    ),
  );
tellBegan();
