import { packShow } from '../host/archive/pack.ts';
import { unpackShow } from '../host/archive/unpack.ts';
import { checkCommand } from './check.ts';

/** `frise pack` and `frise unpack`: a show folder as one file to carry, and back. */
type Print = (line: string) => void;

export const packCommand = async (dir: string, file: string, print: Print): Promise<0 | 1> => {
  const packed = await packShow(dir, file);
  if (!packed.ok) {
    print(`${packed.path}: ${packed.message} (${packed.code})`);
    return 1;
  }
  print(`${file}: ${packed.value} files`);
  return 0;
};

/** What was unpacked is checked as well: problems are printed and stay. */
export const unpackCommand = async (file: string, dir: string, print: Print): Promise<0 | 1> => {
  const unpacked = await unpackShow(file, dir);
  if (!unpacked.ok) {
    print(`${unpacked.path}: ${unpacked.message} (${unpacked.code})`);
    return 1;
  }
  print(`${dir}: ${unpacked.value} files`);
  return checkCommand(dir, print);
};
