import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argumentsText, readArguments } from '../../../../core/control/osc/args-text.ts';

describe('arguments as a person types them', () => {
  it.each([
    ['', []],
    ['1, 0.5, -3e2', [1, 0.5, -300]],
    ['true,false', [true, false]],
    ['lamp, "a, b", "1", ""', ['lamp', 'a, b', '1', '']],
    ['"say \\"go\\""', ['say "go"']],
  ])('%s', (text, list) => {
    expect(readArguments(text)).toEqual({ ok: true, value: list });
  });
  it.each(['1,,2', ',', '"open', '"a" b', 'a"b'])('refuses %s with words', (text) => {
    expect(readArguments(text)).toMatchObject({ ok: false, code: 'osc-args' });
  });
  it('reads what it writes', () => {
    const argument = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), fc.boolean());
    fc.assert(
      fc.property(fc.array(argument), (list) => {
        const wanted = list.map((each) => (Object.is(each, -0) ? 0 : each));
        expect(readArguments(argumentsText(wanted))).toEqual({ ok: true, value: wanted });
      }),
    );
  });
});
