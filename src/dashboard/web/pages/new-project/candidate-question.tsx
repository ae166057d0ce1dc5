// The candidate: made and served here from the project's own data, or an open model that somebody serves already.
import { useRecipes } from '../../api/queries';
import { ModelQuestion, type ModelQuestionProps } from './model-question';
import { ownVendor } from './project-form';

type Props = Pick<ModelQuestionProps, 'vendors' | 'catalog' | 'value' | 'onChange'> & { readonly taskKind: string };

export function CandidateQuestion({ taskKind, value, onChange, vendors, catalog }: Props) {
  const recipes = useRecipes();
  const fitting = (recipes.data ?? []).filter((one) => one.task === taskKind);
  const isServedElsewhere = value.vendor !== ownVendor;
  return (
    <div className="stack">
      <fieldset className="choices">
        <legend className="visually-hidden">Where the candidate comes from</legend>
        {fitting.map((recipe) => (
          <label key={recipe.id} className="choice">
            <input
              type="radio"
              name="source"
              checked={!isServedElsewhere && value.model === recipe.id}
              onChange={() => onChange({ vendor: ownVendor, model: recipe.id })}
            />
            <span>
              <strong>{recipe.title}</strong>, trained and served here. {recipe.makes}{' '}
              <span className="muted">{recipe.why}</span>
            </span>
          </label>
        ))}
        <label className="choice">
          <input
            type="radio"
            name="source"
            checked={isServedElsewhere}
            onChange={() => onChange({ vendor: '', model: '' })}
          />
          <span>
            <strong>An open model that is served already</strong>, on your own machines or by a host that speaks the
            OpenAI dialect. <span className="muted">It is compared and rolled out in the same way.</span>
          </span>
        </label>
      </fieldset>
      {isServedElsewhere && (
        <ModelQuestion
          legend="Which open model?"
          vendors={vendors}
          catalog={catalog}
          proposes={(model) => model.openness !== 'closed' && model.kind === 'chat'}
          value={value}
          onChange={onChange}
        />
      )}
    </div>
  );
}
