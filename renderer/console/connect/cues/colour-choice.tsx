import { useWords } from '../../use-link.ts';

/** Colours that can be told apart in the dark, in the order of a wheel; any other is typed. */
const COLOURS = [
  '#ff5c5c',
  '#ff9f43',
  '#ffd84d',
  '#7bd66b',
  '#4dd0c8',
  '#5aa9ff',
  '#b58cff',
  '#ff8ccf',
] as const;
type Props = { value: unknown; isReadOnly: boolean; onChange: (colour: string | null) => void };

export const ColourChoice = ({ value, isReadOnly, onChange }: Props) => {
  const t = useWords();
  return (
    <fieldset className="choices swatches" disabled={isReadOnly} aria-label={t('cueColours')}>
      {COLOURS.map((colour) => (
        <button
          key={colour}
          type="button"
          aria-label={colour}
          aria-pressed={value === colour}
          onClick={() => onChange(colour)}
        >
          <i className="dot" style={{ background: colour }} />
        </button>
      ))}
      <button type="button" aria-pressed={value === null} onClick={() => onChange(null)}>
        {t('cueNoColour')}
      </button>
    </fieldset>
  );
};
