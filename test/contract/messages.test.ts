import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messages } from '../../core/messages.ts';
import { root } from './support/host.ts';

/** Every code that a source can give, found where codes stand in the text, against the table. */
const sources = ['core', 'main', 'renderer']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, String(file))),
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('messages.ts'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

const code = "'([a-z]+(?:-[a-z]+)*)'";
/** The tables that stand with the parts of the program that alone can say them. */
const files = readdirSync(join(root, 'core'), { recursive: true, encoding: 'utf8' });
const parts = await Promise.all(
  files
    .filter((file) => file.endsWith('.messages.ts'))
    .map(async (file) => Object.values((await import(join(root, 'core', file))) as Record<string, object>)),
).then((each) => each.flat());
/** Functions that take a code first, or behind one other argument; and objects. */
const places = [
  String.raw`(?<![.\w])(?:fail|problem|refused|connection\.reject|reject|refuseAs|OscFault|OscPortError)\(\s*(?:c,\s*)?${code}`,
  String.raw`\b(?:tell|problemIn|refusal)\(\s*[^'()]*,\s*${code}`,
  String.raw`\bcode: (?:[^'\n]+ \? )?${code}`,
  String.raw`\bcode: [^'\n]+ \? '[a-z-]+' : ${code}`,
].map((pattern) => new RegExp(pattern, 'g'));
const given = sources.flatMap(({ file, text }) =>
  places.flatMap((place) => [...text.matchAll(place)].map((match) => ({ code: match[1] ?? '', file }))),
);
/** Endings of codes that a text is put together from, as in `${direction}-nothing`. */
const endings = sources.flatMap(({ text }) =>
  [...text.matchAll(/`\$\{\w+\}(-[a-z-]+)`/g)].map((match) => match[1] ?? ''),
);
const literals = new Set(
  sources.flatMap(({ text }) => [...text.matchAll(new RegExp(code, 'g'))].map((match) => match[1])),
);

describe('the table of messages', () => {
  it('has words for every code that a source gives', () => {
    expect(new Set(given.map((each) => each.code)).size).toBeGreaterThan(100);
    expect(given.filter((each) => !Object.hasOwn(messages, each.code))).toEqual([]);
  });
  it('has no words that no source uses', () => {
    const isUsed = (each: string) =>
      literals.has(each) || endings.some((ending) => each.endsWith(ending) && each !== ending);
    expect(Object.keys(messages).filter((each) => !isUsed(each))).toEqual([]);
  });
  it('says every code once', () => {
    const text = readFileSync(join(root, 'core/messages.ts'), 'utf8');
    const own = [...text.matchAll(/^ {2}'?([a-z-]+)'?: \{/gm)].map((match) => match[1] ?? '');
    const all = [...own, ...parts.flatMap((part) => Object.keys(part))];
    expect(all.toSorted()).toEqual(Object.keys(messages).toSorted());
  });
  it('has words in both languages that differ', () => {
    const poor = Object.entries(messages).filter(
      ([, { en, fr }]) => en.length < 6 || fr.length < 6 || en === fr,
    );
    expect(poor).toEqual([]);
  });
});
