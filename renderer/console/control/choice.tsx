type Props<T extends string | number> = {
  label: string;
  value: T | null;
  options: readonly (readonly [T, string])[];
  disabled?: boolean;
  onChange: (value: T) => void;
};

/** One of a few, all of them seen. */
export const Choice = <T extends string | number>({
  label,
  value,
  options,
  disabled = false,
  onChange,
}: Props<T>) => (
  <fieldset className="choice" disabled={disabled}>
    <legend>{label}</legend>
    <div className="choices">
      {options.map(([option, name]) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === value}
          onClick={() => option !== value && onChange(option)}
        >
          {name}
        </button>
      ))}
    </div>
  </fieldset>
);
