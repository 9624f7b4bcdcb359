import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { createRouter } from '../../../../core/control/osc/address.ts';
import { compilePattern, matchesPattern } from '../../../../core/control/osc/pattern.ts';

const routes = [
  '/frise/go',
  '/frise/pause',
  '/frise/panic',
  '/frise/cue/go',
  '/frise/cue/{cue}/go',
  '/frise/clip/{id}/{param}',
  '/eos/out/event/cue/{list}/{cue}/fire',
  '/eos/*/ping',
  '/0/dmx/7',
  '/hog/go/1.50',
];
const { router } = createRouter(routes.map((template) => [template, template] as const));
const found = (address: string): string[] => router.match(address).matches.map(({ route }) => route);
const partsOf = (address: string) => router.match(address).matches[0]?.parts;

describe('literal addresses', () => {
  test('anchored at both ends', () => {
    expect(found('/go')).toEqual([]);
    expect(found('/frise/go/now')).toEqual([]);
    expect(found('/frise')).toEqual([]);
    expect(found('frise/go')).toEqual([]);
    expect(found('/frise/go/')).toEqual([]);
    expect(found('/frise/go')).toEqual(['/frise/go']);
  });
  test('case does not matter, parts keep theirs', () => {
    expect(found('/FRISE/Go')).toEqual(['/frise/go']);
    expect(partsOf('/Frise/CLIP/Dynamo/glowRadius')).toEqual({ id: 'Dynamo', param: 'glowRadius' });
  });
  test('named parts', () => {
    expect(partsOf('/eos/out/event/cue/1/12.5/fire')).toEqual({ list: '1', cue: '12.5' });
    expect(found('/eos/anything/ping')).toEqual(['/eos/*/ping']);
    expect(found('/frise/cue//go')).toEqual([]);
  });
  test('fixed numbers compare as decimals', () => {
    expect(found('/0/dmx/07')).toEqual(['/0/dmx/7']);
    expect(found('/hog/go/1.5')).toEqual(['/hog/go/1.50']);
  });
});

describe('wildcards', () => {
  test.each([
    ['/fr?se/go', '/frise/go'],
    ['/*/go', '/frise/go'],
    ['/frise/pa[a-u]se', '/frise/pause'],
    ['/frise/pa[!a-m]ic', '/frise/panic'],
    ['/frise/{go,stop}', '/frise/go'],
    ['/frise/{pau,pan}ic', '/frise/panic'],
    ['/{FRISE}/g*o*', '/frise/go'],
    ['/frise/c?e/12/g*', '/frise/cue/{cue}/go'],
    ['/0/d*/7', '/0/dmx/7'],
  ])('%s finds %s alone', (address, route) => {
    expect(found(address)).toEqual([route]);
  });
  test.each([
    '/frise/cue/*/go',
    '/frise/cue/?/go',
    '/frise/cue/1*/go',
    '/frise/clip/dynamo/{a,b}',
    '/0/dmx/*',
    '/0/dmx/[0-9]',
    '/*/dmx/7',
    '/eos/o*/ping',
    '/hog/go/?.5',
  ])('%s would have to match a number, an id or a free part: nothing', (address) => {
    expect(found(address)).toEqual([]);
  });
  test.each(['/frise/[go', '/frise/{go', '/frise/go]', '/frise/}go', `/frise/${'?'.repeat(256)}`])(
    'ill-formed %s finds nothing',
    (address) => {
      expect(found(address)).toEqual([]);
    },
  );
  const letters = fc.array(fc.constantFrom('a', 'b', '?', '*', '[ab]', '[!a]', '{a,bb}', '{,b}'), {
    maxLength: 8,
  });
  prop.prop([letters, fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })], { numRuns: 3000 })(
    'agrees with a regular expression',
    (pieces, name) => {
      const source = pieces
        .join('')
        .replaceAll(/\{([^}]*)\}/g, (_, list: string) => `(?:${list.replaceAll(',', '|')})`);
      const regex = new RegExp(
        `^${source
          .replaceAll(/(?<!\()\?/g, '.')
          .replaceAll('*', '.*')
          .replaceAll('[!', '[^')}$`,
      );
      const pattern = compilePattern(pieces.join(''));
      expect(pattern !== null && matchesPattern(pattern, name.join(''), () => undefined)).toBe(
        regex.test(name.join('')),
      );
    },
  );
});

describe('templates that cannot be read', () => {
  test.each(['', '/', 'frise', '/a//b', '/a*/b', '/{a}/{a}', '/{a', '/fa[d]er'])(
    '"%s" is named and left out',
    (template) => {
      const built = createRouter([[template, 1] as const]);
      expect(built.faults).toHaveLength(1);
    },
  );
});

describe('linear time, counted in steps', () => {
  const steps = (address: string): number => router.match(address).steps;
  test('the seven bytes that hang osc-js', () => {
    expect(steps('/{?+}+!')).toBeLessThan(200);
    const { router: many } = createRouter(
      Array.from({ length: 500 }, (_, i) => [`/${'a'.repeat(40)}${i}`, i] as const),
    );
    expect(many.match('/{?+}+!').steps).toBeLessThan(500 * 20);
  });
  test.each([
    ['stars', (n: number) => `/${'*a'.repeat(n / 2)}`],
    ['question marks', (n: number) => `/frise/${'?'.repeat(n)}`],
    ['braces', (n: number) => `/frise/{${'a,'.repeat(n / 2)}}`],
    ['parts', (n: number) => '/*'.repeat(n / 2)],
    ['slashes', (n: number) => '/'.repeat(n)],
    ['a long name', (n: number) => `/frise/cue/${'9'.repeat(n)}/go`],
  ])('%s: twice the length, at most about twice the steps', (_, make) => {
    for (const n of [64, 120, 1000, 30_000])
      expect(steps(make(2 * n))).toBeLessThan(3 * steps(make(n)) + 200);
    expect(steps(make(60_000))).toBeLessThan(200_000);
  });
  test('a name of repeated letters does not multiply the work', () => {
    const pattern = compilePattern('*a'.repeat(60) + 'b');
    let work = 0;
    if (pattern !== null) matchesPattern(pattern, 'a'.repeat(120), (more) => (work += more));
    expect(work).toBeLessThanOrEqual(122 * 120);
  });
});
