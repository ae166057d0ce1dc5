import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { keys } from '../../../../api/queries';
import { ProblemBox } from '../../../../pieces/problem-box';
import { bytesWords, counted } from '../data-words';
import { SelectField } from '../field';
import { DropBox } from './drop-box';
import { noRights, rightsOf } from './rights-answers';
import { RightsFields } from './rights-fields';
import { type FinishedUpload, sendUpload, type UploadOrder } from './send-upload';

const sides = [
  ['auto', 'Let the service deal them: one part held out'],
  ['train', 'All for training'],
  ['holdout', 'All held out'],
] as const;

const formats = [
  ['auto', 'Found out from the rows'],
  ['openai-chat', 'Chats, OpenAI and alike'],
  ['openai-exchange', 'Captured calls, OpenAI'],
  ['gemini-capture', 'Captured calls, Gemini'],
  ['anthropic-capture', 'Captured calls, Anthropic'],
  ['classification', 'Text and label'],
  ['prompt-completion', 'Prompt and completion'],
  ['alpaca', 'Instruction, input, output (Alpaca)'],
  ['sharegpt', 'ShareGPT'],
  ['openai-preference', 'Preference pairs, OpenAI'],
  ['trl-preference', 'Preference pairs, TRL'],
  ['image-caption', 'Pictures with captions'],
  ['text', 'Plain text'],
] as const;

export interface UploadFormProps {
  readonly projectId: string;
  readonly onSending: (isSending: boolean) => void;
}

type State =
  | { readonly kind: 'idle' | 'sending' }
  | { readonly kind: 'done'; readonly upload: FinishedUpload }
  | { readonly kind: 'refused'; readonly error: unknown };

export function UploadForm({ projectId, onSending }: UploadFormProps) {
  const [file, setFile] = useState<File | null>(null);
  const [split, setSplit] = useState('auto');
  const [format, setFormat] = useState('auto');
  const [rights, setRights] = useState(noRights);
  const { state, send } = useSending({ projectId, onSending, onTaken: () => setFile(null) });
  const isBusy = state.kind === 'sending';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file !== null) {
      void send({ file, split, format, rights: rightsOf(rights) });
    }
  };
  return (
    <form className="stack" onSubmit={submit}>
      <DropBox file={file} isBusy={isBusy} onFile={setFile} />
      <div className="form-grid">
        <SelectField label="These rows are" value={split} options={sides} disabled={isBusy} onChange={setSplit} />
        <SelectField label="Format" value={format} options={formats} disabled={isBusy} onChange={setFormat} />
      </div>
      <details>
        <summary>By which right are they used? Asked before training, may be answered later</summary>
        <div className="details-body">
          <RightsFields form={rights} onChange={setRights} />
        </div>
      </details>
      {state.kind === 'refused' && <ProblemBox error={state.error} />}
      {state.kind === 'done' && <Done upload={state.upload} />}
      <div className="row">
        <button type="submit" className="button" data-kind="primary" disabled={file === null || isBusy}>
          {isBusy ? 'Sending…' : file === null ? 'Choose a file first' : `Import ${file.name}`}
        </button>
        {file !== null && <span className="faint">{bytesWords(file.size)}</span>}
        {isBusy && <span className="faint">Its progress is below. Stay here until it was sent.</span>}
      </div>
    </form>
  );
}

interface SendingProps extends UploadFormProps {
  readonly onTaken: () => void;
}

/** @returns what became of the last upload, and what sends one */
function useSending({ projectId, onSending, onTaken }: SendingProps) {
  const queries = useQueryClient();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const send = async (asked: Omit<UploadOrder, 'projectId'>) => {
    setState({ kind: 'sending' });
    onSending(true);
    try {
      const upload = await sendUpload({ projectId, ...asked });
      setState({ kind: 'done', upload });
      onTaken();
    } catch (error) {
      setState({ kind: 'refused', error });
    }
    onSending(false);
    await queries.invalidateQueries({ queryKey: keys.project(projectId) });
  };
  return { state, send };
}

function Done({ upload }: { readonly upload: FinishedUpload }) {
  return (
    <p className="told" role="status">
      <strong>{upload.fileName}</strong>: {counted(upload.accepted, 'new row')}, {counted(upload.duplicates, 'row')}{' '}
      that {upload.duplicates === 1 ? 'was' : 'were'} there already, {counted(upload.rejected, 'bad line')}. Measure
      again to see what they change.
    </p>
  );
}
