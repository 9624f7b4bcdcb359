import { outputSchema, type OutputRecord } from '../../../core/rig/rig.schema.ts';
import type { CompiledRig } from '../../../core/rig/rig.document.ts';
import type { RigChange } from './rig-change.ts';

/** One more output over the whole façade, in the pixels of the one before. `name`: what it is called, numbered. */
export const newOutput = ({ id, rig, outputs }: CompiledRig, name: (number: number) => string): RigChange => {
  const number = freeNumber(outputs.map(({ key }) => key));
  const last = outputs.at(-1);
  const record: OutputRecord = outputSchema.parse({
    name: name(number),
    width: last?.width ?? 1920,
    height: last?.height ?? 1080,
    display: {},
    region: { x: 0, y: 0, width: rig.facade.width, height: rig.facade.height },
    blend: { kind: 'auto' },
  });
  const key = `output:output-${number}`;
  return {
    label: name(number),
    put: { [key]: record },
    order: { [id]: [...outputs.map((each) => each.id), key] },
  };
};

const freeNumber = (keys: readonly string[]): number => {
  let number = keys.length + 1;
  while (keys.includes(`output-${number}`)) number += 1;
  return number;
};
