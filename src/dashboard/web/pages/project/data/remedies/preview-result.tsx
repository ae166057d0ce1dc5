import { Badge, type Tone } from '../../../../pieces/badge';
import { counted, number, sideWord } from '../data-words';
import type { OriginNames } from '../origin-names';
import type { Preview } from './use-curation';

/** What a step would do, in a sentence. */
export function previewWords({ rows, dropped, replaced, moved, tokensDropped }: Preview): string {
  const says = [
    dropped.train > 0 ? `${counted(dropped.train, 'training row')} would go` : '',
    dropped.holdout > 0 ? `${counted(dropped.holdout, 'held-out row')} would go` : '',
    replaced > 0 ? `${counted(replaced, 'row')} would be rewritten` : '',
    moved > 0 ? `${counted(moved, 'row')} would change sides` : '',
  ].filter((one) => one !== '');
  const tokens = tokensDropped === null || tokensDropped === 0 ? '' : `, with ${number(tokensDropped)} tokens to learn`;
  return says.length === 0
    ? `Nothing would change in ${counted(rows, 'row')}.`
    : `Of ${counted(rows, 'row')} ${says.join(', ')}${tokens}.`;
}

const changes: Readonly<Record<string, readonly [Tone, string]>> = {
  drop: ['bad', 'goes'],
  replace: ['accent', 'rewritten'],
  move: ['warn', 'moves'],
};

export interface PreviewResultProps {
  readonly preview: Preview;
  readonly names: OriginNames;
}

export function PreviewResult({ preview, names }: PreviewResultProps) {
  const { dropped, replaced, moved, tokensDropped, sample } = preview;
  const tiles = [
    ['Training rows go', dropped.train],
    ['Held-out rows go', dropped.holdout],
    ['Rewritten', replaced],
    ['Change sides', moved],
    ['Tokens go', tokensDropped],
  ] as const;
  return (
    <div className="stack-s preview" role="status">
      <p>
        <strong>{previewWords(preview)}</strong>
      </p>
      <dl className="upload-counts">
        {tiles.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === null ? 'not known' : number(value)}</dd>
          </div>
        ))}
      </dl>
      {sample.length > 0 && (
        <>
          <h3>Some of them</h3>
          <ul className="change-list">
            {sample.map((row) => (
              <ChangedRow key={row.rowKey} row={row} names={names} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface ChangedRowProps {
  readonly row: Preview['sample'][number];
  readonly names: OriginNames;
}

function ChangedRow({ row, names }: ChangedRowProps) {
  const { change, origin, originId, line, before, after } = row;
  const [tone, word] = changes[change] ?? (['unknown', change] as const);
  return (
    <li>
      <div className="row">
        <Badge tone={tone} plain>
          {word}
        </Badge>
        <span className="faint">{names.of(origin, originId, line)}</span>
      </div>
      <p className="captured change-before" data-change={change}>
        {before}
      </p>
      {after !== null && <p className="captured change-after">{change === 'move' ? sideWord(after) : after}</p>}
    </li>
  );
}
