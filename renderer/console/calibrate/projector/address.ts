/** The address of a projector as people write it: `192.168.1.21`, `name:4352`, `[fe80::1]:4352`. */
export type ProjectorAddress = { host: string; port: number };
const usualPort = 4352;

/** null: this is none. */
export const readAddress = (text: string): ProjectorAddress | null => {
  const trimmed = text.trim();
  const bracketed = /^\[([0-9a-f:.]+)\](?::(\d{1,5}))?$/i.exec(trimmed);
  const bare = /^([0-9a-f]*:[0-9a-f:.]*:[0-9a-f:.]*)$/i.exec(trimmed);
  const named = /^([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)(?::(\d{1,5}))?$/i.exec(trimmed);
  const [, host, digits] = bracketed ?? bare ?? named ?? [];
  const port = digits === undefined ? usualPort : Number(digits);
  return host === undefined || port < 1 || port > 65_535 ? null : { host, port };
};

/** The usual port is left out. */
export const addressText = ({ host, port }: ProjectorAddress): string => {
  if (port === usualPort) return host;
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
};
