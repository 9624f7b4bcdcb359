type Props = { label: string; isOn: boolean; disabled?: boolean; onChange: (isOn: boolean) => void };

export const Toggle = ({ label, isOn, disabled = false, onChange }: Props) => (
  <button
    type="button"
    className="toggle"
    aria-pressed={isOn}
    disabled={disabled}
    onClick={() => onChange(!isOn)}
  >
    <span aria-hidden="true">{isOn ? '☑' : '☐'}</span> {label}
  </button>
);
