import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useEscape } from '../escape.ts';
import { useFocusInside } from '../focus-inside.ts';
import { useOutsidePress } from '../outside-press.ts';
import { goTo, type Page } from '../pages.ts';
import { useLanguage, useLink, useWords } from '../use-link.ts';
import { presentCommands } from './commands.ts';
import { paletteItems, searchItems, type PaletteItem } from './items.ts';
import { placesOfShow } from './places.ts';
import './palette.css';

/**
 * Everything that has a name, by typing a piece of it. Esc and a press beside close it and do nothing else; the focus
 * stays in its field, so that no key reaches the show beneath.
 */
type Props = { page: Page; onClose: () => void };

export const Palette = ({ page, onClose }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const link = useLink();
  const field = useFocusInside<HTMLInputElement>();
  const card = useRef<HTMLDialogElement>(null);
  const list = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  // As things are when it opens: what moves under the hand is chosen wrongly.
  const items = useMemo(() => {
    const document = (link.get('draftShow') ?? link.get('show'))?.document;
    const places = document ? placesOfShow(document) : [];
    return paletteItems({ t, language, page, commands: presentCommands(), places, go: goTo });
  }, [link, t, language, page]);
  const found = useMemo(() => searchItems(items, query), [items, query]);
  const chosen = found[Math.min(at, found.length - 1)];
  const done = useCallback(
    (item: PaletteItem) => {
      onClose();
      item.run();
    },
    [onClose],
  );
  useEscape(true, onClose);
  useOutsidePress(true, card, onClose);
  const press = (event: KeyboardEvent): void => {
    // The page beneath hears none of it: Esc would be panic there.
    event.stopPropagation();
    const step = STEPS[event.key];
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Tab') event.preventDefault();
    else if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen && !event.repeat) done(chosen);
    } else if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    }
  };
  return (
    <dialog open ref={card} className="palette" aria-label={t('palette')}>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={t('palette')}
        aria-expanded
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen && `${list}-${found.indexOf(chosen)}`}
        placeholder={t('palettePlaceholder')}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
        onBlur={({ relatedTarget }) => {
          if (!(relatedTarget instanceof Node) || !card.current?.contains(relatedTarget)) onClose();
        }}
      />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select keeps the focus, which is the field's */}
      <div id={list} role="listbox" aria-label={t('palette')} className="palette-list">
        {found.map((item, index) => (
          <Option
            key={item.id}
            id={`${list}-${index}`}
            item={item}
            isChosen={item === chosen}
            onDone={done}
          />
        ))}
      </div>
      {found.length === 0 && <output className="hint">{t('paletteNothing')}</output>}
      <p className="palette-foot">{t('paletteFoot')}</p>
    </dialog>
  );
};
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

type OptionProps = { id: string; item: PaletteItem; isChosen: boolean; onDone: (item: PaletteItem) => void };
const Option = ({ id, item, isChosen, onDone }: OptionProps) => {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) here.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <div
      ref={here}
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- chosen with the keys of the field (combobox pattern)
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={`palette-item ${item.sort}`}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onDone(item)}
      onKeyDown={() => undefined}
    >
      <b>{item.name}</b>
      <span>{item.detail}</span>
      {item.keys && <kbd>{item.keys}</kbd>}
    </div>
  );
};
