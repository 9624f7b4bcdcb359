import { app, session } from 'electron';

/** Pages stay on our own host, open no windows but a sheet to print, and get only what sound needs. */
const allowed: ReadonlySet<string> = new Set(['media', 'midi', 'midiSysex', 'speaker-selection']);

const DENIED = { action: 'deny' } as const;
/** Without the bridge of the page that opened it. */
const PLAIN_WINDOW = {
  action: 'allow',
  overrideBrowserWindowOptions: {
    autoHideMenuBar: true,
    webPreferences: { preload: '', sandbox: true, contextIsolation: true, nodeIntegration: false },
  },
} as const;
const isSheet = (url: string): boolean => new URL(url).pathname === '/cue-sheet';

export const secure = (origin: () => string | null): void => {
  const isOwn = (url: string) => {
    const own = origin();
    return own !== null && url.startsWith(`${own}/`);
  };
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => (isOwn(url) && isSheet(url) ? PLAIN_WINDOW : DENIED));
    contents.on('will-navigate', (event, url) => {
      if (!isOwn(url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
  session.defaultSession.setPermissionRequestHandler((contents, permission, answer) =>
    answer(allowed.has(permission) && isOwn(contents.getURL())),
  );
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission, requesting) =>
      allowed.has(permission) && isOwn(`${requesting.replace(/\/$/, '')}/`),
  );
};
