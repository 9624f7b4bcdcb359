import { useWords } from '../../use-link.ts';
import { NumberField } from '../../control/number-field.tsx';

type Triple = [number, number, number];
type Props = {
  values: Triple;
  step: number;
  min: number;
  max: number;
  disabled: boolean;
  onChange: (values: Triple) => void;
};
const CHANNELS = ['red', 'green', 'blue'] as const;

export const Channels = ({ values, step, min, max, disabled, onChange }: Props) => {
  const t = useWords();
  return (
    <div className="channels">
      {CHANNELS.map((channel, index) => (
        <NumberField
          key={channel}
          label={t(channel)}
          value={values[index] ?? 0}
          digits={3}
          step={step}
          min={min}
          max={max}
          disabled={disabled}
          onChange={(value) => {
            const [red, green, blue] = values;
            const next: Triple = [red, green, blue];
            next[index] = value;
            onChange(next);
          }}
        />
      ))}
    </div>
  );
};
