import { app, dialog, type BrowserWindow } from 'electron';
import type { Ask, QuitGuard } from './quit-guard.ts';

/** Every window of the application asks the guard before a hand closes it; what the shell itself takes away does not. */
export const guardWindows = (guard: QuitGuard): void => {
  app.on('browser-window-created', (_event, window) => {
    window.on('close', (event) => {
      if (!guard.isLocked()) return;
      event.preventDefault();
      void guard.mayLeave().then((leaves) => {
        if (leaves && !window.isDestroyed()) guard.agreed(() => window.destroy());
      });
    });
  });
};

/** The question belongs to the console's window, so that it never lies on a projector. */
export const askOn =
  (parent: () => BrowserWindow | null): Ask =>
  async ({ title, message, detail, stay, leave }) => {
    const options = {
      type: 'warning' as const,
      title,
      message,
      detail,
      buttons: [stay, leave],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    };
    const window = parent();
    window?.focus();
    const { response } =
      window === null ? await dialog.showMessageBox(options) : await dialog.showMessageBox(window, options);
    return response === 1;
  };
