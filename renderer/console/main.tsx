import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import { createRoot } from 'react-dom/client';
import { createLink } from '../link/link.ts';
import { App } from './app.tsx';
import type { ConsoleLink } from './console-link.ts';

const link: ConsoleLink = createLink({
  page: { kind: 'console', id: 'console' },
  role: 'operator',
  token: null,
});
const root = document.getElementById('root');
if (root) createRoot(root).render(<App link={link} />);
