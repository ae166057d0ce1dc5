import { useRef, useState } from 'react';
import { Icon } from '../../../../pieces/icon';

export interface DropBoxProps {
  readonly file: File | null;
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

/** A place to drop a file on; the button inside does the same without a mouse. */
export function DropBox({ file, isBusy, onFile }: DropBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    const first = files?.[0];
    if (first !== undefined && !isBusy) {
      onFile(first);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      className="drop-box"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <Icon name="download" />
      <p>
        <strong>{file === null ? 'Drop a file here' : file.name}</strong>
        <span className="faint block">
          JSON lines, JSON, CSV, TSV, Parquet or tar; plain, gzip or zstd. Every bad line is named, good ones are kept.
        </span>
      </p>
      <button type="button" className="button" disabled={isBusy} onClick={() => input.current?.click()}>
        {file === null ? 'Choose a file' : 'Choose another'}
      </button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="File to import"
        onChange={(event) => take(event.target.files)}
      />
    </div>
  );
}
