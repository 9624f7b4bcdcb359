import { useWords } from '../use-link.ts';

/** Colours that tell tracks and clips apart on the board; green, amber and red mean something and are left out. */
const COLOURS = ['#6fa8ff', '#b28dff', '#ff8fc7', '#4fd0d6', '#c9a27c', '#8fa3bf'] as const;
type Props = { value: string | undefined; label: string; onChoose: (colour: string | null) => void };

export const Colours = ({ value, label, onChoose }: Props) => {
  const t = useWords();
  return (
    <fieldset className="board-colours" aria-label={label}>
      <button type="button" aria-pressed={value === undefined} onClick={() => onChoose(null)}>
        {t('designNoColour')}
      </button>
      {COLOURS.map((colour) => (
        <button
          key={colour}
          type="button"
          className="swatch"
          aria-label={`${label} ${colour}`}
          aria-pressed={value === colour}
          style={{ ['--swatch' as string]: colour }}
          onClick={() => onChoose(colour)}
        />
      ))}
    </fieldset>
  );
};
