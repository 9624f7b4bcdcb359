import { useWords } from '../../use-link.ts';
import { PickButton } from './pick-button.tsx';

/** For a field that lists façade elements: they are pointed at on the picture. */
type Props = {
  /** The field's own, among all of the page. */
  id: string;
  name: string;
  value: unknown;
  isReadOnly: boolean;
  onChange: (words: string[]) => void;
};

export const ElementsPick = ({ id, name, value, isReadOnly, onChange }: Props) => {
  const t = useWords();
  const words = Array.isArray(value) ? value.filter((each) => typeof each === 'string' && each !== '') : [];
  return (
    <PickButton
      target={{ key: id, kind: 'elements', name, words: words.map(String), put: onChange }}
      text={t('pickOn')}
      isReadOnly={isReadOnly}
    />
  );
};
