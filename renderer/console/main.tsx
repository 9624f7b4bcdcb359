import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import { createRoot } from 'react-dom/client';
import { createLink } from '../link/link.ts';
import { App } from './app.tsx';
import type { ConsoleLink } from './console-link.ts';

const pageId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const link: ConsoleLink = createLink({
  // One a load: holds, undo and requests belong to this very page, also after its line broke.
  page: { kind: 'console', id: pageId() },
  role: 'operator',
  token: null,
});
const root = document.getElementById('root');
if (root) createRoot(root).render(<App link={link} />);
