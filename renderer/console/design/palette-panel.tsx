import { useState } from 'react';
import { LAYER_GROUPS, searched, type PaletteLayer } from '../../../core/show/timeline-edit/palette.ts';
import { useLanguage, useWords } from '../use-link.ts';
import { offer } from './drop.ts';

/** All layer types by what they are for; a press puts one at the playhead, a drag where the hand lets go. */
type Props = { mayEdit: boolean; onAdd: (type: string) => void };

export const PalettePanel = ({ mayEdit, onAdd }: Props) => {
  const t = useWords();
  const [text, setText] = useState('');
  const found = searched(text);
  return (
    <section className="layer-palette" aria-label={t('designPalette')}>
      <input
        type="search"
        value={text}
        placeholder={t('designPaletteSearch')}
        aria-label={t('designPaletteSearch')}
        onChange={(event) => setText(event.target.value)}
      />
      {found.length === 0 && <p className="hint">{t('designPaletteNone', { text })}</p>}
      {LAYER_GROUPS.map((group) => {
        const layers = found.filter((layer) => layer.group === group);
        if (layers.length === 0) return null;
        return (
          <fieldset key={group} aria-label={t(`designGroup_${group}`)}>
            <h3>{t(`designGroup_${group}`)}</h3>
            {layers.map((layer) => (
              <LayerButton key={layer.type} {...{ layer, mayEdit, onAdd }} />
            ))}
          </fieldset>
        );
      })}
    </section>
  );
};

const LayerButton = ({ layer, mayEdit, onAdd }: Props & { layer: PaletteLayer }) => {
  const language = useLanguage();
  return (
    <button
      type="button"
      className="palette-layer"
      data-layer={layer.type}
      disabled={!mayEdit}
      draggable={mayEdit}
      onDragStart={(event) => offer(event.dataTransfer, { kind: 'layer', id: layer.type })}
      onClick={() => onAdd(layer.type)}
    >
      <b>{layer.name[language]}</b>
      <span>{layer.about[language]}</span>
    </button>
  );
};
