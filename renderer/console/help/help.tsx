import { useCallback, useEffect, useState } from 'react';
import { isTextField, useEscape } from '../escape.ts';
import { presentCommands, useCommands, type Command } from '../palette/commands.ts';
import { PAGE_KEYS, PAGES, type Page } from '../pages.ts';
import { useWords } from '../use-link.ts';
import './help.css';

/**
 * What this page is for, what the part with the focus wants, and the keys. It lies beside the page and takes no key from
 * it. The Run page has a card of its own for its keys.
 */
export type HelpedPage = Exclude<Page, 'run'>;
const PARTS = ['designBoard', 'designPalette', 'designInspector', 'keyLanes'] as const;
const FILES: Readonly<Record<HelpedPage, string>> = {
  preflight: 'docs/show-machine.md',
  calibrate: 'docs/technician.md',
  connect: 'docs/operator.md',
  journal: 'docs/operator.md',
  settings: 'docs/technician.md',
  monitor: 'docs/operator.md',
  design: 'docs/tutorial.md, docs/designer.md',
};

export const isHelpKey = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean =>
  key === '?' && !ctrlKey && !metaKey && !altKey && !isTextField(target);

export const useHelp = (page: Page) => {
  const [isOpen, setOpen] = useState(false);
  const toggle = useCallback(() => setOpen((now) => !now), []);
  const close = useCallback(() => setOpen(false), []);
  const isHere = page !== 'run';
  useEffect(() => {
    if (!isHere) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (!isHelpKey(event) || event.repeat) return;
      event.preventDefault();
      toggle();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isHere, toggle]);
  const commands = useCallback(
    (): readonly Command[] => (isHere ? [{ id: 'help', word: 'help', keys: '?', run: toggle }] : []),
    [isHere, toggle],
  );
  useCommands(commands);
  return { isOpen, close };
};

/** The label of the part of the page that has the focus. */
const partWithFocus = (): string | null =>
  document.activeElement
    ?.closest('section[aria-label], [role="region"][aria-label]')
    ?.getAttribute('aria-label') ?? null;

const useFocusedPart = (): string | null => {
  const [part, setPart] = useState(partWithFocus);
  useEffect(() => {
    const look = (): void => {
      const next = partWithFocus();
      // The help's own buttons say nothing of the page.
      if (next !== null) setPart(next);
    };
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, []);
  return part;
};

type Props = { page: HelpedPage; onClose: () => void };
export const Help = ({ page, onClose }: Props) => {
  const t = useWords();
  const focused = useFocusedPart();
  const part = PARTS.find((word) => t(word) === focused);
  useEscape(true, onClose);
  const keys = presentCommands().flatMap(({ id, word, keys: own }) =>
    own === null ? [] : [{ id, name: t(word), keys: own }],
  );
  return (
    <aside className={`help ${page === 'design' ? 'left' : ''}`} aria-label={t('help')}>
      <header>
        <h2>{t(page)}</h2>
        <button type="button" className="quiet" aria-label={t('helpClose')} onClick={onClose}>
          ✕
        </button>
      </header>
      <p>{t(`help_${page}`)}</p>
      {part && (
        <>
          <h3>{t(part)}</h3>
          <p>{t(`helpIn_${part}`)}</p>
        </>
      )}
      <h3>{t('helpKeys')}</h3>
      <Keys rows={keys} />
      <h3>{t('helpPages')}</h3>
      <Keys rows={PAGES.map((each, index) => ({ id: each, name: t(each), keys: PAGE_KEYS[index] ?? '' }))} />
      <p className="hint">{t('helpRead', { file: FILES[page] })}</p>
      <p className="hint">{t('helpFoot')}</p>
    </aside>
  );
};

const Keys = ({ rows }: { rows: readonly { id: string; name: string; keys: string }[] }) => (
  <dl>
    {rows.map(({ id, name, keys }) => (
      <div key={id}>
        <dt>
          <kbd>{keys}</kbd>
        </dt>
        <dd>{name}</dd>
      </div>
    ))}
  </dl>
);
