import type { Upload } from '../data-queries';
import { bytesWords, number } from '../data-words';

/** How far an upload is, as the service tells it. */
export function UploadProgress({ upload }: { readonly upload: Upload }) {
  const { bytes, bytesTotal, total, rowsPerSecond, secondsLeft } = upload;
  const share = bytesTotal === null || bytesTotal === 0 ? null : Math.min(1, bytes / bytesTotal);
  return (
    <div className="stack-s">
      <progress
        className="progress"
        aria-label={`Progress of ${upload.fileName}`}
        {...(share === null ? {} : { value: share, max: 1 })}
      />
      <p className="faint">
        {bytesWords(bytes)}
        {bytesTotal === null ? '' : ` of ${bytesWords(bytesTotal)}`} · {number(total)} rows
        {rowsPerSecond === null ? '' : ` · ${number(Math.round(rowsPerSecond))} rows a second`}
        {secondsLeft === null ? '' : ` · about ${number(Math.ceil(secondsLeft))} s left`}
      </p>
    </div>
  );
}
