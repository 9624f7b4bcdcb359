import { describe, expect, it } from 'vitest';
import { FIRST_SHADER, shader } from '../../../core/layers/shader.ts';
import { readShader } from '../../../core/layers/shader/read-shader.ts';
import { schemaOf } from '../../../core/layers/layer.ts';

/** `line: message` of what is wrong with a body of paint, whose first line is 2. */
const faultsOf = (code: string): string[] =>
  readShader(code).faults.map(({ line, message }) => `${line}: ${message}`);
const inPaint = (body: string, before = ''): string[] =>
  faultsOf(`${before}\nvec4 paint(vec2 at) {\n  float s = 0.0;\n${body}\n  return vec4(s);\n}`).map((text) =>
    text.replace(/^4: /, ''),
  );
const COUNTABLE = expect.stringMatching(/^A loop must be countable/);

describe('what a shader asks for', () => {
  const code = `uniform float heat; // = 0.5, 0 to 2, how hot it is
uniform int rings;  // = 4, 1..16
uniform bool flip;  // = true
uniform vec3 ink;   // = #ff8030
vec4 paint(vec2 at) { return vec4(ink * heat, flip ? float(rings) : 1.0); }`;
  it('becomes parameters of the clip, with range and default', () => {
    expect(faultsOf(code)).toEqual([]);
    const schema = schemaOf(shader, { code });
    expect(schema.parse({ code })).toMatchObject({
      heat: 0.5,
      rings: 4,
      flip: true,
      ink: '#ff8030',
      width: 0,
    });
    expect(schema.safeParse({ code, heat: 3 }).success).toBe(false);
    expect(schema.safeParse({ code, rings: 1.5 }).success).toBe(false);
    expect(schemaOf(shader, { code })).toBe(schema);
  });
  it.each([
    ['uniform float heat;', '1: "heat" needs its default and its range behind it: // = 0.5, 0 to 2.'],
    ['uniform float heat; // = 3, 0 to 2', '1: "heat" has a default outside of its range.'],
    ['uniform int n; // = 1.5, 0 to 2', '1: "n" is a whole number: so are its default and its range.'],
    ['uniform vec3 ink; // = red', '1: "ink" is a colour and needs its default behind it: // = #ff8030.'],
    ['uniform mat3 m; // = 1', '1: "m" cannot be a mat3: there are float, int, bool and vec3 (a colour).'],
    ['uniform float time; // = 1, 0 to 2', '1: "time" is taken; give the uniform another name.'],
    [
      'uniform float a, b; // = 1, 0 to 2',
      '1: A uniform stands alone on its line: uniform float heat; // = 0.5, 0 to 2',
    ],
  ])('%s is refused', (line, fault) => {
    expect(faultsOf(`${line}\nvec4 paint(vec2 at) { return vec4(1.0); }`)).toEqual([fault]);
  });
});

describe('what is wrong is said at its line', () => {
  it('the first shader is sound', () => expect(faultsOf(FIRST_SHADER)).toEqual([]));
  it.each([
    [
      'vec4 paint(vec2 at) {\n  return vec4(1.0)\n}',
      [expect.stringMatching(/^2: Not to be read from here on/)],
    ],
    ['vec4 paint(vec2 at) {\n  return vec4(fog);\n}', ['2: "fog" is not declared.']],
    ['\n\nvec4 paint(vec2 at) { return vec4(fog(at)); }', ['3: "fog" is not declared.']],
    [
      'vec4 colour(vec2 at) { return vec4(1.0); }',
      [expect.stringContaining('There is no vec4 paint(vec2 at)')],
    ],
    [
      '#define A 1\nvec4 paint(vec2 at) { return vec4(A); }',
      [expect.stringMatching(/^1: There are no # lines/)],
    ],
  ])('%j', (code, faults) => expect(faultsOf(code)).toEqual(faults));
  it.each(['texture(feed, at)', 'gl_FragCoord', 'texelFetch(a, b, 0)', 'frise_box'])(
    'nothing is read but what is given: %s',
    (word) =>
      expect(inPaint(`  s += ${word}.x;`)).toEqual([expect.stringContaining('is not given to a shader')]),
  );
});

describe('a shader ends', () => {
  it.each([
    'for (int i = 0; i < 8; i++) s += 1.0;',
    'for (int i = 8; i > 0; i -= 2) { s += 1.0; if (s > 3.0) break; }',
    'for (int i = -3; i <= 3; ++i) for (int j = 0; j < 5; j += 2) s += noise(at * float(i * j));',
  ])('%s', (loop) => expect(inPaint(loop)).toEqual([]));
  it('a constant may say how often', () => {
    expect(inPaint('for (int i = 0; i < N; i++) s += 1.0;', 'const int N = 8;')).toEqual([]);
  });
  it.each(['while (s < 1.0) s += 0.1;', 'do { s += 0.1; } while (s < 1.0);'])('%s is refused', (loop) =>
    expect(inPaint(loop)).toEqual([expect.stringContaining('There is no while')]),
  );
  it.each([
    'for (int i = 0; i < 8; ) s += 1.0;',
    'for (;;) { s += 1.0; }',
    'for (int i = 0; i < 8; i--) s += 1.0;',
    'for (int i = 0; i < 8; i += 0) s += 1.0;',
    'for (int i = 0; i < int(at.x); i++) s += 1.0;',
    'for (int i = 0; i < 8; i++) { i = 0; }',
    'for (int i = 0; i < 8; i++) { i--; }',
    'for (int i = 0; i < 8; i++) { (i) -= 1; }',
    'for (float i = 0.0; i < 8.0; i++) s += i;',
    'for (int i = 2147483640; i <= 2147483647; i++) s += 1.0;',
    'int n = 8; for (int i = 0; i < n; i++) s += 1.0;',
    // Half a million to the card, which counts by eight from a 0 on; nothing to who reads decimals.
    'for (int i = 0777777; i < 777777; i++) s += noise(at);',
    'for (int i = 0; i < 900000u; i++) s += noise(at);',
  ])('%s is refused', (loop) => expect(inPaint(loop)).toEqual([COUNTABLE]));
  it('a constant that something else hides says nothing', () => {
    const hidden = 'int N = 100000000; for (int i = 0; i < N; i++) s += 1.0;';
    expect(inPaint(hidden, 'const int N = 8;')).toEqual([COUNTABLE]);
  });
  it('what would take too long is refused before it is compiled', () => {
    const loops = 'for (int i = 0; i < 100; i++) for (int j = 0; j < 100; j++) s += 1.0;';
    expect(inPaint(loops)).toEqual([
      expect.stringMatching(/^1: Too dear: \d+ steps a point, 20000 at most\.$/),
    ]);
    const doubling = Array.from(
      { length: 20 },
      (_, i) => `float f${i + 1}(float x) { return f${i}(x) + f${i}(x); }`,
    ).join('\n');
    expect(inPaint('s = f20(1.0);', `float f0(float x) { return x; }\n${doubling}`)).toEqual([
      expect.stringContaining('Too dear'),
    ]);
  });
  it('no function calls itself, gives an int back, or has a huge array', () => {
    const self = 'float f(float x); float f(float x) { return x < 1.0 ? x : f(x - 1.0); }';
    expect(inPaint('s = f(3.0);', self)).toEqual(['1: "f" calls itself.']);
    expect(inPaint('', 'void f(inout int i) { i = 0; }')).toEqual([
      expect.stringContaining('An int is not given back'),
    ]);
    expect(inPaint('float a[1000]; s = a[0];')).toEqual([expect.stringContaining('at most 256')]);
    for (const size of ['100 * 100', 'N', '-1', '0400'])
      expect(inPaint(`float a[${size}]; s = a[0];`, 'const int N = 1000;')).toEqual([
        expect.stringContaining('at most 256'),
      ]);
  });
  it('who moves an array or a struct moves all of it', () => {
    const moved = (all: string): string =>
      `float a[256]; float b[256]; S q; S r; for (int i = 0; i < 200; i++) { ${all} }`;
    const S = 'struct T { float x[100]; }; struct S { T one; T other; };';
    expect(inPaint(moved('a[i] = b[i];'), S)).toEqual([]);
    expect(inPaint(moved('a = b;'), S)).toEqual([expect.stringContaining('Too dear')]);
    expect(inPaint(moved('q = r;'), S)).toEqual([expect.stringContaining('Too dear')]);
    expect(inPaint(moved('q.one = r.other;'), S)).toEqual([expect.stringContaining('Too dear')]);
  });
});

describe('a stranger’s shader', () => {
  // Where a comment ends is not the same to everybody: to the card's compiler, each of these hides a loop from the reader.
  it.each(['//\\\n/*\n while (s < 1.0) ; // */\n', '// \r while (s < 1.0) ;\n'])(
    'brings nothing to the compiler in a comment: %j',
    (hidden) => {
      const { faults, text } = readShader(
        `vec4 paint(vec2 at) {\nfloat s = 0.0;\n${hidden}return vec4(s); }`,
      );
      expect(faults).toEqual([]);
      expect(text).not.toMatch(/while|\\/);
      expect(text.split('\n').length).toBe(hidden.split('\n').length + 2);
    },
  );
  it.each(['float q;\r#define W while', 'float q; #define W while', 'flo\\\nat q;'])(
    'has no word for the compiler itself: %j',
    (before) => expect(inPaint('', before)[0]).toMatch(/^\d: There are no # lines/),
  );
  it.each([
    'for (int i = 0; i < 1; i++) '.repeat(300) + ';',
    'if (true) '.repeat(1500) + ';',
    's = ' + '('.repeat(1000) + '1.0' + ')'.repeat(1000) + ';',
  ])('that takes the reader minutes is not read', (body) =>
    expect(inPaint(body)).toEqual([expect.stringContaining('Too many')]),
  );
  it('that is one long chain is refused in words', () => {
    expect(inPaint(`bool b = ${'!'.repeat(18_000)}true;`)).toEqual([
      '1: Too long a chain: write it in parts.',
    ]);
  });
  it('has no line that is tried in a million ways', () => {
    const spaces = ' '.repeat(1600);
    const start = performance.now();
    faultsOf(`uniform float a; //${spaces}x${spaces}\u2028y`);
    faultsOf(`uniform float a; // = 1, ${'.'.repeat(9000)}z`);
    expect(performance.now() - start).toBeLessThan(1000);
  });
  it('is a page and no book', () => {
    const { faults } = readShader(`${FIRST_SHADER}${' '.repeat(1_000_000)}`);
    expect(faults).toEqual([{ line: 1, message: 'More than 20000 characters.' }]);
  });
});
