const kinds = [
  ['closed-set classification', 'It names a class', 'One label out of a known set, such as an intent or a category.'],
  ['generation', 'It writes', 'Free text, such as an answer, a summary or code.'],
] as const;

export interface TaskQuestionProps {
  readonly kind: string;
  readonly onKind: (kind: string) => void;
}

export function TaskQuestion({ kind, onKind }: TaskQuestionProps) {
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor="new-name">Name of the project</label>
        <input id="new-name" name="name" className="input" required maxLength={200} placeholder="Ticket routing" />
      </div>
      <fieldset className="choices choices-across">
        <legend className="visually-hidden">Kind of task</legend>
        {kinds.map(([value, title, what]) => (
          <label key={value} className="choice">
            <input type="radio" name="kind" value={value} checked={kind === value} onChange={() => onKind(value)} />
            <span>
              <strong>{title}</strong>. <span className="muted">{what}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="new-description">What it does, in a sentence or two</label>
        <textarea
          id="new-description"
          name="description"
          className="input"
          required
          maxLength={4000}
          placeholder="Names which of 40 teams a support ticket goes to."
        />
      </div>
      <div className="field">
        <label htmlFor="new-instructions">What the model is told before each text (if anything)</label>
        <textarea id="new-instructions" name="instructions" className="input" maxLength={20000} />
        <span className="hint">
          The same words are put before each held-out example, so that both models are asked alike.
        </span>
      </div>
    </div>
  );
}

const criticalities = [
  ['low', 'An error costs a shrug.'],
  ['medium', 'An error annoys and can be put right.'],
  ['high', 'An error costs money or trust.'],
  ['critical', 'An error harms somebody, or breaks the law.'],
] as const;

export function OwnerQuestion({ person }: { readonly person: string }) {
  return (
    <div className="stack">
      <div className="field owner-field">
        <label htmlFor="new-owner">Owner</label>
        <input id="new-owner" name="owner" className="input" required maxLength={200} defaultValue={person} />
        <span className="hint">The person who is asked when something is to be decided.</span>
      </div>
      <fieldset className="choices choices-across">
        <legend className="label">Criticality</legend>
        {criticalities.map(([value, what]) => (
          <label key={value} className="choice">
            <input type="radio" name="criticality" value={value} defaultChecked={value === 'medium'} />
            <span>
              <strong>{value}</strong>. <span className="muted">{what}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
