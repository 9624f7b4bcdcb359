/**
 * Whether a file's path may lie on every system's disk. On Windows `con` is a device, `a.txt:b` a second file hidden in
 * the first, and a dot or blank at the end falls away, so that two names are one; a control character deceives who reads
 * the list.
 */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])[ ]*(?:\.|$)/i;

export const isPortablePath = (path: string): boolean =>
  path
    .split('/')
    .every((part) => !/[<>:"|?*\\\p{Cc}]/u.test(part) && !/[. ]$/.test(part) && !DEVICE.test(part));
