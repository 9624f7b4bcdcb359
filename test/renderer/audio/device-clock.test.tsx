import { describe, expect, it } from 'vitest';
import { createDeviceClock } from '../../../renderer/audio/device-clock.ts';

const watched = (seconds: number, contextOf: (page: number, index: number) => number) => {
  const clock = createDeviceClock();
  for (let index = 0; index * 0.05 < seconds; index += 1)
    clock.add(50 + index * 0.05, contextOf(50 + index * 0.05, index));
  return clock;
};
describe('the device clock', () => {
  it('knows nothing before two pairs', () => {
    expect(createDeviceClock().contextAt(1)).toBeNull();
    expect(watched(0.05, (page) => page).contextAt(51)).toBeNull();
  });
  it('tells height at once and the rate when it is sure of it', () => {
    const device = (page: number, index: number) => 2 + (page - 50) * 1.0001 + ((index % 7) - 3) * 2e-5;
    const early = watched(1, device);
    expect(early.rate()).toBeNull();
    expect(early.contextAt(51)).toBeCloseTo(3, 3);
    const late = watched(30, device);
    expect(((late.rate() ?? 0) - 1) * 1e6).toBeCloseTo(100, -0.5);
    expect(late.contextAt(80)).toBeCloseTo(2 + 30 * 1.0001, 4);
  });
  it('gives no rate from pairs that are too rough, nor one that no device has', () => {
    expect(watched(12, (page, index) => page + 0.01 * Math.sin(index * 12.9898)).rate()).toBeNull();
    expect(watched(30, (page) => page * 0.985).rate()).toBeNull();
  });
  it('keeps a rate that it knew while the readings are blurred', () => {
    const clock = watched(
      60,
      (page, index) => page * 1.0001 + (page > 80 ? 0.008 * Math.sin(index * 12.9898) : 0),
    );
    expect(((clock.rate() ?? 0) - 1) * 1e6).toBeCloseTo(100, -1.5);
  });
  it('follows a device that stood still for 60 ms within a few seconds', () => {
    const clock = watched(30, (page) => page - (page > 70 ? 0.06 : 0));
    expect(clock.contextAt(80)).toBeCloseTo(79.94, 3);
  });
});
