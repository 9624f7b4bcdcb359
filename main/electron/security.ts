import { app, session } from 'electron';
import { isAllowed, type Asked } from './permissions.ts';

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

/** Pages stay on our own host, open no windows but a sheet to print, and get only what sound and live inputs need. */
export const secure = (origin: () => string | null, hasCamera: () => boolean): void => {
  const allows = (asked: Asked): boolean => isAllowed(asked, { origin: origin(), hasCamera: hasCamera() });
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
  session.defaultSession.setPermissionRequestHandler((contents, permission, answer, details) =>
    answer(
      allows({
        permission,
        url: details.requestingUrl || contents.getURL(),
        // Unsaid, it would open whatever there is.
        media: ('mediaTypes' in details ? details.mediaTypes : undefined) ?? ['audio', 'video'],
        isMainFrame: details.isMainFrame,
      }),
    ),
  );
  session.defaultSession.setPermissionCheckHandler((contents, permission, requesting, details) => {
    const { mediaType = 'unknown', requestingUrl, isMainFrame } = details;
    const media = mediaType === 'unknown' ? null : [mediaType];
    const url = requestingUrl ?? contents?.getURL() ?? `${requesting.replace(/\/$/, '')}/`;
    return allows({ permission, url, media, isMainFrame });
  });
};
