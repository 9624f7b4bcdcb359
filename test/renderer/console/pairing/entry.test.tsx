import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FarEntry, NearEntry, type OpenLink } from '../../../../renderer/console/pairing/entry.tsx';
import { useSession } from '../../../../renderer/console/pairing/session.ts';
import { FakeLink } from './fake-link.ts';

/** Who the page is, from the first hello to being thrown out. */
afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});
beforeEach(() => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('fr-FR');
});
const opening = () => {
  const links: { who: Parameters<OpenLink>[0]; link: FakeLink }[] = [];
  const open: OpenLink = (who) => {
    const link = new FakeLink();
    links.push({ who, link });
    return link;
  };
  return { links, open };
};
const Inside = () => {
  const { isOwner, isNear, mayDesign, showOwner } = useSession();
  return (
    <button type="button" title={`designs:${mayDesign}`} onClick={() => showOwner('typed')}>
      {`inside owner:${isOwner} near:${isNear}`}
    </button>
  );
};
const page = () => <Inside />;

describe('on this machine', () => {
  it('the owner’s window is the owner', () => {
    const { links, open } = opening();
    render(<NearEntry open={open} page={page} owner="abc" session={sessionStorage} />);
    expect(links.map(({ who }) => who)).toEqual([{ owner: 'abc' }]);
    expect(screen.getByText('inside owner:true near:true')).toBeTruthy();
  });
  it('a wrong token is said, and the page goes on as everybody', () => {
    const { links, open } = opening();
    render(<NearEntry open={open} page={page} owner={null} session={sessionStorage} />);
    fireEvent.click(screen.getByText('inside owner:false near:true'));
    expect(links.map(({ who }) => who)).toEqual([null, { owner: 'typed' }]);
    expect(links[0]?.link.isClosed).toBe(true);
    act(() => links[1]?.link.refuse('rate-limited'));
    expect(links).toHaveLength(2);
    act(() => links[1]?.link.refuse('token-needed'));
    expect(links.map(({ who }) => who)).toEqual([null, { owner: 'typed' }, null]);
    expect(links[1]?.link.isClosed).toBe(true);
    expect(screen.getByRole('alert').textContent).toMatch(/Jeton du propriétaire refusé/);
    expect(screen.getByText('inside owner:false near:true')).toBeTruthy();
    expect(sessionStorage.length).toBe(0);
    fireEvent.click(screen.getByText('Fermer'));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('on the network', () => {
  const device = { token: 't', name: 'Ada', role: 'technician' } as const;
  const enter = async (open: OpenLink, wantsPairing = false) => {
    const paired: string[] = [];
    render(
      <FarEntry
        open={open}
        page={page}
        local={localStorage}
        wantsPairing={wantsPairing}
        onPaired={({ role }) => paired.push(role)}
        ask={async () => ({ ok: true, value: device })}
      />,
    );
    return paired;
  };
  const typePin = async () => {
    for (const key of '123456') fireEvent.keyDown(document.body, { key });
    await act(async () => fireEvent.keyDown(document.body, { key: 'Enter' }));
  };
  it('a stranger gets the keypad, no link, and comes in by the PIN', async () => {
    const { links, open } = opening();
    const paired = await enter(open);
    expect(links).toEqual([]);
    await typePin();
    expect(links.map(({ who }) => who)).toEqual([{ device }]);
    expect(screen.getByText('inside owner:false near:false')).toBeTruthy();
    expect(paired).toEqual(['technician']);
    expect(localStorage.getItem('frise-device')).toContain('"token":"t"');
  });
  it('a paired tablet comes in at once, and may pair anew', async () => {
    localStorage.setItem('frise-device', JSON.stringify(device));
    const { links, open } = opening();
    await enter(open);
    expect(links).toHaveLength(1);
    cleanup();
    await enter(open, true);
    expect(links).toHaveLength(1);
    fireEvent.click(screen.getByText(/Déjà appairé/));
    expect(links).toHaveLength(2);
  });
  it.each([
    ['designer', true],
    ['operator', false],
    ['technician', false],
  ])('a %s’s tablet edits the show: %s', async (role, may) => {
    localStorage.setItem('frise-device', JSON.stringify({ ...device, role }));
    await enter(opening().open);
    expect(screen.getByText(/inside/).getAttribute('title')).toBe(`designs:${may}`);
  });
  it.each(['device-revoked', 'pairing-needed'])(
    'that is thrown out (%s) stands at the keypad, with why',
    async (code) => {
      localStorage.setItem('frise-device', JSON.stringify(device));
      const { links, open } = opening();
      await enter(open);
      act(() => links[0]?.link.refuse('malformed-message'));
      expect(screen.getByText(/inside/)).toBeTruthy();
      act(() => links[0]?.link.refuse(code));
      expect(links[0]?.link.isClosed).toBe(true);
      expect(screen.queryByText(/inside/)).toBeNull();
      expect(screen.getByRole('alert').textContent).toMatch(/exclu/);
      expect(localStorage.getItem('frise-device')).toBeNull();
      await typePin();
      expect(links).toHaveLength(2);
    },
  );
});
