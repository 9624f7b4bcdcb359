/** The flags of `frise start`. What isn't ours belongs to Electron, in its place. */
const withValue = [
  '--show',
  '--rig',
  '--station',
  '--http',
  '--osc',
  '--variant',
  '--follow',
  '--follow-pin',
];
const bare = ['--no-open', '--windowed', '--headless'];

/**
 * @param {string[]} args
 * @returns {{isHeadless: boolean, opensWindows: boolean, electron: string[], host: string[], foreign: string[]}}
 *   `electron` and `host` are what each shell is given; `foreign` means nothing to a host without windows
 */
export function sortFlags(args) {
  const found = { isHeadless: false, opensWindows: true, electron: [], host: [], foreign: [] };
  for (let index = 0; index < args.length; index++) {
    const [name, ...rest] = args[index].split('=');
    if (withValue.includes(name)) {
      const value = rest.length > 0 ? rest.join('=') : args[++index];
      if (value === undefined || value === '') throw new Error(`${name} needs a value`);
      found.electron.push(name, value);
      found.host.push(name, value);
    } else if (bare.includes(args[index])) {
      if (name === '--headless') found.isHeadless = true;
      else found.electron.push(name);
      if (name === '--no-open') {
        found.opensWindows = false;
        found.host.push(name);
      }
    } else {
      found.electron.push(args[index]);
      found.foreign.push(args[index]);
    }
  }
  return found;
}
