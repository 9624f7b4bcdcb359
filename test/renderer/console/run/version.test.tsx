import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { BenchLink, open } from './bench.tsx';

afterEach(cleanup);
const state = (): string => screen.getByTestId('state').textContent ?? '';

describe('the version of the night', () => {
  it('is a choice of its own, and a word in the state line while it is without flashes', () => {
    const link = open();
    expect(state()).not.toContain('NO FLASH');
    fireEvent.click(screen.getByRole('button', { name: 'No flash', pressed: false }));
    expect(link.sent).toContainEqual(['version', { flashes: 'soft' }]);
    fireEvent.click(screen.getByRole('button', { name: /Show in French/ }));
    expect(link.sent).toContainEqual(['version', { language: 'en' }]);
  });
  it('goes back the same way', () => {
    const link = open(new BenchLink({ show: { flashes: 'soft', language: 'en' } }));
    expect(state()).toContain('NO FLASH');
    fireEvent.click(screen.getByRole('button', { name: '◌ NO FLASH', pressed: true }));
    expect(link.sent).toContainEqual(['version', { flashes: 'full' }]);
    expect(screen.getByRole('button', { name: /Show in English/ })).toBeTruthy();
  });
});
