import { describe, expect, it } from 'vitest';
import { grantedOnLoopback, grantedToDevice, mayEdit, needsToken } from '../../../core/control/roles.ts';
import { pairedRoleSchema } from '../../../core/control/technician.verbs.ts';
import type { Role } from '../../../core/control/verbs.ts';

const asked: Role[] = ['viewer', 'operator', 'designer', 'technician', 'owner', 'shell'];

describe('a paired device', () => {
  it.each(pairedRoleSchema.options)('as %s never gets more than that, whatever it asks for', (paired) => {
    for (const role of asked) {
      const granted = grantedToDevice(role, paired);
      expect(granted.every((each) => each === 'viewer' || each === paired)).toBe(true);
      expect(granted).toContain('viewer');
    }
    expect(grantedToDevice('viewer', paired)).toEqual(['viewer']);
    expect(grantedToDevice('operator', paired)).toContain(paired);
  });
});
describe('loopback', () => {
  it('is owner and shell by the token alone', () => {
    for (const role of asked) {
      const granted = grantedOnLoopback(role, false);
      expect(granted).not.toContain('owner');
      expect(granted).not.toContain('shell');
    }
    expect(asked.filter(needsToken)).toEqual(['owner', 'shell']);
  });
});
it('the show is the designer’s, the rig the technician’s, both the owner’s', () => {
  const may = (role: Role) => [mayEdit([role], 'show'), mayEdit([role], 'rig')];
  expect(Object.fromEntries(asked.map((role) => [role, may(role)]))).toEqual({
    viewer: [false, false],
    operator: [false, false],
    designer: [true, false],
    technician: [false, true],
    owner: [true, true],
    shell: [false, false],
  });
});
