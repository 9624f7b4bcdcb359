import { useMemo } from 'react';
import { renderSVG } from 'uqr';

/** An address as a QR code: black on white with its quiet zone, also in the red light, or no camera reads it. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const picture = useMemo(
    () => `data:image/svg+xml,${encodeURIComponent(renderSVG(text, { ecc: 'M', border: 4 }))}`,
    [text],
  );
  return <img className="qr" src={picture} alt={label} />;
};
