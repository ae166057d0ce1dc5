import type { Schemas } from '../../../api/client';
import { Card } from '../../../pieces/card';

/** How the candidate is made, and why each number is what it is. */
export function RecipeCard({ recipe }: { readonly recipe: Schemas['RecipeResponse'] }) {
  return (
    <Card title={`Recipe: ${recipe.title}`}>
      <div className="stack-s">
        <p>{recipe.question}</p>
        <p className="muted">
          {recipe.makes} {recipe.why}
        </p>
        <p className="faint">
          {recipe.gpu === 'none' ? 'No accelerator needed.' : 'An accelerator is needed.'}{' '}
          {recipe.downloads === 'none' ? 'Nothing is downloaded.' : 'A base model is downloaded.'} {recipe.source}
        </p>
        <details>
          <summary>Every number, and why</summary>
          <dl className="reasons">
            {recipe.hyperparameters.map((one) => (
              <div key={one.name}>
                <dt>
                  <code>{one.name}</code> {one.value.toLocaleString('en')}
                </dt>
                <dd className="muted">{one.reason}</dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
    </Card>
  );
}
