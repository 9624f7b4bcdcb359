import path from 'node:path';

/** Where one document lives on the station: the file that people read, and beside it what keeps it safe. */
export type Place = {
  folder: string;
  /** `show.json`. */
  file: string;
  name: string;
  /** Logs and backups. */
  safe: string;
  log: (revision: number) => string;
  backup: (revision: number) => string;
  logPrefix: string;
  backupPrefix: string;
};

export const placeOf = (folder: string, name: string): Place => {
  const safe = path.join(folder, '.frise');
  const logPrefix = `${name}.log-`;
  const backupPrefix = `${name}.backup-`;
  return {
    folder,
    name,
    file: path.join(folder, name),
    safe,
    logPrefix,
    backupPrefix,
    log: (revision) => path.join(safe, `${logPrefix}${revision}`),
    backup: (revision) => path.join(safe, `${backupPrefix}${revision}`),
  };
};
