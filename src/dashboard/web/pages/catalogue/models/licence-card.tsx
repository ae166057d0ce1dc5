// What the licence asks for the use that is meant: the answers stand in the address, so that a ruling can be sent on.
import type { Schemas } from '../../../api/client';
import { Badge, type Tone } from '../../../pieces/badge';
import { Card } from '../../../pieces/card';
import { ProblemBox } from '../../../pieces/problem-box';
import { useAddress } from '../../../pieces/use-address';
import { type ModelDetail, useLicenceGates, useLicences } from '../use-catalogue';
import { Source } from './prices-card';

const states: Readonly<Record<string, readonly [Tone, string]>> = {
  none: ['good', 'Nothing to do'],
  managed: ['accent', 'To keep to'],
  unclear: ['unknown', 'Not clear'],
  breached: ['bad', 'Not allowed'],
};

const gateWords: Readonly<Record<string, string>> = {
  users: 'Number of users',
  commerce: 'Commercial use',
  'european-union': 'European Union',
  'training-others': 'Training other models',
  naming: 'Naming',
  notice: 'Notice',
  scope: 'Scope',
};

const questions = [
  ['commercial', 'Is the use commercial?'],
  ['europeanUnion', 'Is the licensee in the European Union?'],
  ['distributed', 'Do weights leave the house?'],
  ['trainsOthers', 'Are outputs to train other models?'],
] as const;

export function LicenceCard({ model }: { readonly model: ModelDetail }) {
  const [search, change] = useAddress();
  const names = ['monthlyUsers', ...questions.map(([name]) => name)];
  const use = Object.fromEntries(
    names.flatMap((name) => {
      const said = search.get(name);
      return said === null || said === '' ? [] : [[name, said]];
    }),
  );
  const gates = useLicenceGates(model.id, use);
  const [tone, word] = states[gates.data?.state ?? ''] ?? ['unknown', 'Not judged'];
  return (
    <Card
      title="Licence"
      aside={gates.data !== undefined && <Badge tone={tone}>{word}</Badge>}
      note={`${model.licence ?? 'No licence is on file'}. A reading in our own words, not legal advice.`}
    >
      <div className="licence-parts">
        <Questions search={search} set={(name, value) => change({ [name]: value })} />
        <div className="stack">
          {gates.isError && <ProblemBox error={gates.error} retry={() => void gates.refetch()} />}
          {gates.data !== undefined && <Gates gates={gates.data.gates} />}
          <Duties family={model.licenceFamily} />
        </div>
      </div>
    </Card>
  );
}

function Gates({ gates }: { readonly gates: readonly Schemas['LicenceGateResponse'][] }) {
  return (
    <ul className="licence-gates">
      {gates.map((gate) => {
        const [gateTone, gateWord] = states[gate.state] ?? ['unknown', gate.state];
        return (
          <li key={gate.name}>
            <Badge tone={gateTone}>{gateWord}</Badge>
            <span>
              <strong>{gateWords[gate.name] ?? gate.name}.</strong> {gate.because}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

interface QuestionsProps {
  readonly search: URLSearchParams;
  readonly set: (name: string, value: string) => void;
}

function Questions({ search, set }: QuestionsProps) {
  return (
    <div className="stack-s">
      <label className="field">
        Users in a month
        <input
          className="input"
          type="number"
          min={0}
          placeholder="not known"
          value={search.get('monthlyUsers') ?? ''}
          onChange={(event) => set('monthlyUsers', event.target.value)}
        />
      </label>
      {questions.map(([name, question]) => (
        <label key={name} className="field">
          {question}
          <select className="input" value={search.get(name) ?? ''} onChange={(event) => set(name, event.target.value)}>
            <option value="">not known</option>
            <option value="yes">yes</option>
            <option value="no">no</option>
          </select>
        </label>
      ))}
    </div>
  );
}

function Duties({ family }: { readonly family: string | null }) {
  const licences = useLicences();
  const licence = licences.data?.find((one) => one.family === family);
  if (licence === undefined) {
    return null;
  }
  return (
    <div className="stack-s">
      <h3>
        Duties under the <Source name={licence.licence} url={licence.url} />
      </h3>
      <ul className="duties">
        {licence.duties.map((duty) => (
          <li key={duty}>{duty}</li>
        ))}
      </ul>
      <p className="faint">Read last on {licence.lastReviewed}.</p>
    </div>
  );
}
