import { useRef } from 'react';

/** `accept`: endings, as a file input takes them; `onFiles` gets at least one. The same file may be chosen twice. */
type Props = {
  label: string;
  accept: string;
  disabled: boolean;
  multiple?: boolean;
  onFiles: (files: [File, ...File[]]) => void;
};

export const FileButton = ({ label, accept, disabled, multiple = false, onFiles }: Props) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="file-button"
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const [first, ...rest] = event.target.files ?? [];
          event.target.value = '';
          if (first) onFiles([first, ...rest]);
        }}
      />
    </>
  );
};
