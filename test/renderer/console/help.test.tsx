import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useEscapeOrPanic } from '../../../renderer/console/escape.ts';
import { Help, useHelp } from '../../../renderer/console/help/help.tsx';
import { useCommands, type Command } from '../../../renderer/console/palette/commands.ts';
import type { Page } from '../../../renderer/console/pages.ts';
import { LanguageContext } from '../../../renderer/console/use-link.ts';

/** Context help: the page, the part with the focus, the keys. Run has a card of its own. */
afterEach(cleanup);

const panic = vi.fn<() => void>();
const COMMANDS: readonly Command[] = [
  { id: 'split', word: 'cmdSplit', keys: 'S', run: () => undefined },
  { id: 'none', word: 'cmdCue', keys: null, run: () => undefined },
];
const list = () => COMMANDS;

const Console = ({ page }: { page: Page }) => {
  const help = useHelp(page);
  useCommands(list);
  useEscapeOrPanic(panic);
  return (
    <LanguageContext.Provider value="en">
      <section aria-label="Chosen clip">
        <button type="button">in the inspector</button>
        <input aria-label="field" />
      </section>
      {help.isOpen && page !== 'run' && <Help page={page} onClose={help.close} />}
    </LanguageContext.Provider>
  );
};
const help = () => screen.queryByRole('complementary', { name: 'Help' });

describe('help', () => {
  it('opens and closes with ?, but not where one types', () => {
    render(<Console page="design" />);
    fireEvent.keyDown(screen.getByLabelText('field'), { key: '?' });
    expect(help()).toBeNull();
    fireEvent.keyDown(document.body, { key: '?' });
    expect(help()?.textContent).toContain('Here the show is made.');
    expect(help()?.textContent).toContain('Split at the playhead');
    expect(help()?.textContent).not.toContain('Set a cue');
    fireEvent.keyDown(document.body, { key: '?' });
    expect(help()).toBeNull();
  });
  it('tells of the part that has the focus', () => {
    render(<Console page="design" />);
    fireEvent.keyDown(document.body, { key: '?' });
    expect(help()?.textContent).not.toContain('Drag a number’s name');
    act(() => screen.getByText('in the inspector').focus());
    expect(help()?.textContent).toContain('Drag a number’s name');
  });
  it('is left by Esc without a panic', () => {
    render(<Console page="design" />);
    fireEvent.keyDown(document.body, { key: '?' });
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(help()).toBeNull();
    expect(panic).not.toHaveBeenCalled();
  });
  it('leaves ? to the Run page, which has a card of its own', () => {
    render(<Console page="run" />);
    fireEvent.keyDown(document.body, { key: '?' });
    expect(help()).toBeNull();
  });
  it('axe has nothing to say', async () => {
    const { container } = render(<Console page="preflight" />);
    fireEvent.keyDown(document.body, { key: '?' });
    const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
