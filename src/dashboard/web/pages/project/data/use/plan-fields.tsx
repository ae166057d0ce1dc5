import { SelectField, TextField } from '../field';
import { legalBases, yesOrNo } from '../imports/rights-answers';
import type { PlanForm } from './plan-form-state';
import { useRecipes } from './use-recipes';

const distributions = [
  ['unknown', 'Not said'],
  ['internal', 'Only ourselves: it stays in the house'],
  ['distributed', 'Others too: it is handed out or sold'],
] as const;

/** Contract routes for which a reading of the terms is shipped. */
const routes = [
  ['', 'Found out from the address'],
  ['openai/api', 'OpenAI, API'],
  ['openai/chatgpt-export', 'OpenAI, export of ChatGPT'],
  ['azure-openai/api', 'Azure OpenAI'],
  ['google/api', 'Gemini, paid'],
  ['google/free-tier', 'Gemini, free of charge'],
  ['anthropic/api', 'Anthropic, API'],
  ['meta/llama-2', 'Llama 2'],
  ['meta/llama-3', 'Llama 3'],
  ['meta/llama-3.1', 'Llama 3.1 and later'],
  ['google/gemma', 'Gemma'],
  ['open/permissive', 'Open weights under a permissive licence'],
  ['openward/own', 'A model of our own'],
] as const;

export interface PlanFieldsProps {
  readonly form: PlanForm;
  readonly isFixed: boolean;
  readonly onChange: (form: PlanForm) => void;
}

export function PlanFields({ form, isFixed, onChange }: PlanFieldsProps) {
  const set = (name: keyof PlanForm) => (value: string) => onChange({ ...form, [name]: value });
  return (
    <fieldset className="plan-fields" disabled={isFixed}>
      <legend className="visually-hidden">What the data is for</legend>
      <Model form={form} set={set} />
      <Traffic form={form} set={set} />
      <People form={form} set={set} />
    </fieldset>
  );
}

interface GroupProps {
  readonly form: PlanForm;
  readonly set: (name: keyof PlanForm) => (value: string) => void;
}

function Model({ form, set }: GroupProps) {
  const recipes = useRecipes();
  return (
    <section className="stack-s" aria-label="The model">
      <h3>The model</h3>
      <div className="form-grid">
        <SelectField
          label="Who will get it?"
          hint="Terms of vendors are stricter for what is handed out."
          value={form.distribution}
          options={distributions}
          onChange={set('distribution')}
        />
        <SelectField
          label="Will it earn money?"
          value={form.commercial}
          options={yesOrNo}
          onChange={set('commercial')}
        />
        <SelectField label="Which recipe trains it?" value={form.recipe} options={recipes} onChange={set('recipe')} />
        <TextField
          label="Longest row it is set to, in tokens"
          type="number"
          hint="Left open: the recipe’s own number."
          value={form.sequenceTokens}
          onChange={set('sequenceTokens')}
        />
      </div>
    </section>
  );
}

function Traffic({ form, set }: GroupProps) {
  return (
    <section className="stack-s" aria-label="Captured answers">
      <h3>Captured answers</h3>
      <div className="form-grid">
        <SelectField
          label={`By which contract does ${form.vendor} answer?`}
          hint="The terms of that contract say whether its answers may teach another model."
          value={form.route}
          options={routes.some(([one]) => one === form.route) ? routes : [...routes, [form.route, form.route] as const]}
          onChange={set('route')}
        />
        <SelectField
          label="On what are people’s calls kept?"
          value={form.legalBasis}
          options={legalBases}
          onChange={set('legalBasis')}
        />
        <SelectField
          label="Were people told of training?"
          value={form.training}
          options={yesOrNo}
          onChange={set('training')}
        />
        <TextField
          label="May be kept until"
          type="date"
          hint="Left open: without limit."
          value={form.retentionUntil}
          onChange={set('retentionUntil')}
        />
        <TextField
          label="People who objected and are still in it"
          type="number"
          value={form.optOuts}
          onChange={set('optOuts')}
        />
      </div>
    </section>
  );
}

function People({ form, set }: GroupProps) {
  const two = yesOrNo.slice(1);
  return (
    <section className="stack-s" aria-label="The people who use it">
      <h3>The people who use it</h3>
      <div className="form-grid">
        <SelectField
          label="Are some in the EEA, Switzerland or the United Kingdom?"
          value={form.region}
          options={yesOrNo}
          onChange={set('region')}
        />
        {form.region !== '' && (
          <>
            <SelectField label="Are there minors?" value={form.hasMinors} options={two} onChange={set('hasMinors')} />
            <SelectField
              label="Is it used for health?"
              value={form.isMedical}
              options={two}
              onChange={set('isMedical')}
            />
          </>
        )}
      </div>
    </section>
  );
}
