import { pairingWord } from './pairing.words.ts';

/** Above the page, so that whoever expects the owner's rights knows why they are missing. */
export const OwnerRefused = ({ onClose }: { onClose: () => void }) => {
  const language = navigator.language.startsWith('fr') ? 'fr' : 'en';
  return (
    <p className="page-problem" role="alert">
      {pairingWord(language, 'ownerRefused')}{' '}
      <button type="button" className="quiet" onClick={onClose}>
        {pairingWord(language, 'close')}
      </button>
    </p>
  );
};
