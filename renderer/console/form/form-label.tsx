import type { ReactNode } from 'react';
import type { Shape } from '../../../core/station/form.ts';
import type { Path } from '../../../core/station/form-value.ts';
import { useWords } from '../use-link.ts';
import { useScrub } from './use-scrub.ts';

type Props = { shape: Shape; path: Path; value: unknown; id: string; children: ReactNode };
const NONE = { kind: 'number', isWhole: false, min: null, max: null, unit: null } as const;

/** A field's name; a number is dragged by it, where a form has a hand for that. */
export const FormLabel = ({ shape, path, value, id, children }: Props) => {
  const t = useWords();
  const number = shape.kind === 'number' ? shape : null;
  const scrub = useScrub(number ?? NONE, path, value, number !== null);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its field has the arrow keys for it
    <label
      htmlFor={id}
      className={scrub.canScrub ? `scrub ${scrub.isScrubbing ? 'scrubbing' : ''}` : undefined}
      title={scrub.canScrub ? t('formScrub') : undefined}
      {...scrub.handlers}
    >
      {children}
    </label>
  );
};
