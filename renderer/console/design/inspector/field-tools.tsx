import type { z } from 'zod';
import { stableText } from '../../../../core/show/serialise.ts';
import { useWords } from '../../use-link.ts';

/** Behind a setting: its default again, its partner in step, its dice. Each stands there only where it does something. */
type Props = {
  label: string;
  isReadOnly: boolean;
  /** undefined: the setting has no default. */
  fallback: unknown;
  value: unknown;
  onReset: () => void;
  /** null: it is no seed. */
  onDice: (() => void) | null;
  /** null: it is half of no pair. */
  link: { name: string; isOn: boolean; onLink: (isOn: boolean) => void } | null;
};

export const differs = (value: unknown, fallback: unknown): boolean =>
  fallback !== undefined && value !== undefined && stableText(value) !== stableText(fallback);
/** What a schema says of one of its fields that nobody has set; undefined: nothing. */
export const fallbackOf = (schema: z.ZodObject, key: string): unknown => {
  const shape: Record<string, z.ZodType> = schema.shape;
  const read = shape[key]?.safeParse(undefined);
  return read?.success ? read.data : undefined;
};

type Tool = { word: string; name: keyof typeof SIGNS; isOn?: boolean; press: () => void };
/** Drawn, since few fonts have a chain and a die. */
const SIGNS = {
  link: (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M7 9a3 3 0 0 1 0-4l2-2a3 3 0 0 1 4 4l-1 1M9 7a3 3 0 0 1 0 4l-2 2a3 3 0 0 1-4-4l1-1" />
    </svg>
  ),
  dice: (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M3 3h10v10H3zM6 6h.01M10 6h.01M8 8h.01M6 10h.01M10 10h.01" />
    </svg>
  ),
  reset: '↺',
} as const;

export const FieldTools = ({ label, isReadOnly, fallback, value, onReset, onDice, link }: Props) => {
  const t = useWords();
  const tools: readonly (Tool | null | false)[] = [
    link && {
      word: t('fieldLink', { name: label, other: link.name }),
      name: 'link',
      isOn: link.isOn,
      press: () => link.onLink(!link.isOn),
    },
    onDice && { word: t('fieldDice', { name: label }), name: 'dice', press: onDice },
    differs(value, fallback) && {
      word: t('fieldReset', { name: label, value: shortText(fallback, t('formNothing')) }),
      name: 'reset',
      press: onReset,
    },
  ];
  const here = tools.filter((each) => each !== null && each !== false);
  if (here.length === 0) return null;
  return (
    <span className="field-tools">
      {here.map(({ word, name, press, isOn }) => (
        <button
          key={name}
          type="button"
          aria-label={word}
          title={word}
          aria-pressed={isOn}
          disabled={isReadOnly}
          onClick={press}
        >
          {SIGNS[name]}
        </button>
      ))}
    </span>
  );
};
const shortText = (value: unknown, nothing: string): string => {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return nothing;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
};

/** A whole number from 0 to `max` that nobody has chosen. */
export const diced = (max: number): number => {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return value % (max + 1);
};
