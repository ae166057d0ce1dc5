import { Link } from 'react-router';
import { Badge } from '../../../pieces/badge';
import { endWords, opennessWord, price, tokens } from '../catalogue-words';
import type { Model } from '../use-catalogue';

export function ModelTable({ models }: { readonly models: readonly Model[] }) {
  return (
    <table className="table stacked-table model-table">
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col">Kind</th>
          <th scope="col" className="number">
            Context
          </th>
          <th scope="col" className="number">
            Input
          </th>
          <th scope="col" className="number">
            Output
          </th>
          <th scope="col">Licence</th>
          <th scope="col">Shutdown</th>
        </tr>
      </thead>
      <tbody>
        {models.map((model) => (
          <tr key={model.id}>
            <td>
              <Link to={`/catalogue/models/${encodeURIComponent(model.id)}`} className="model-name">
                {model.id}
              </Link>
              <br />
              <span className="faint">{model.developer}</span>
            </td>
            <td data-label="Kind">{opennessWord(model.openness)}</td>
            <td data-label="Context" className="number">
              {tokens(model.contextTokens)}
            </td>
            <Prices model={model} />
            <td data-label="Licence">{model.openness === 'closed' ? '' : (model.licence ?? 'not known')}</td>
            <td data-label="Shutdown">
              <End model={model} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Prices({ model }: { readonly model: Model }) {
  if (model.prices === null) {
    return (
      <td data-label="Price" colSpan={2} className="number faint">
        depends on the host
      </td>
    );
  }
  return (
    <>
      <td data-label="Input" className="number">
        {price(model.prices.usdPerMillionInputTokens)}
      </td>
      <td data-label="Output" className="number">
        {price(model.prices.usdPerMillionOutputTokens)}
      </td>
    </>
  );
}

function End({ model }: { readonly model: Model }) {
  if (model.shutdownOn === null) {
    return <span className="faint">{model.openness === 'closed' ? 'no day announced' : 'yours to keep'}</span>;
  }
  const [tone, words] = endWords(model.shutdownOn);
  return (
    <span className="model-end">
      {model.shutdownOn} <Badge tone={tone}>{words}</Badge>
    </span>
  );
}
