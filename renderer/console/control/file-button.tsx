import { useRef } from 'react';

/** `accept`: endings, as a file input takes them. The same file may be chosen twice. */
type Props = { label: string; accept: string; disabled: boolean; onFile: (file: File) => void };

export const FileButton = ({ label, accept, disabled, onFile }: Props) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
};
