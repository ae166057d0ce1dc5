// By which right rows are used, as answered in a form: what is left open is not sent, and stays unknown.

export interface RightsForm {
  readonly licence: string;
  readonly licenceRevision: string;
  readonly source: string;
  readonly legalBasis: string;
  /** '', 'yes' or 'no'. */
  readonly training: string;
  readonly retentionUntil: string;
  readonly optOuts: string;
}

export type RightsAnswers = Readonly<Record<string, string | number | boolean>>;

export const noRights: RightsForm = {
  licence: '',
  licenceRevision: '',
  source: '',
  legalBasis: '',
  training: '',
  retentionUntil: '',
  optOuts: '',
};

export const legalBases = [
  ['', 'Not said'],
  ['consent', 'Consent'],
  ['contract', 'Contract with the person'],
  ['legitimate-interest', 'Legitimate interest'],
  ['legal-obligation', 'Legal obligation'],
  ['no-personal-data', 'No personal data in it'],
] as const;

export const yesOrNo = [
  ['', 'Not said'],
  ['yes', 'Yes'],
  ['no', 'No'],
] as const;

export function rightsOf(form: RightsForm): RightsAnswers {
  const { training, optOuts, retentionUntil, ...texts } = form;
  const said = Object.entries(texts)
    .map(([name, text]) => [name, text.trim()] as const)
    .filter(([, text]) => text !== '');
  return {
    ...Object.fromEntries(said),
    ...(training === '' ? {} : { purposeIncludesTraining: training === 'yes' }),
    ...(retentionUntil === '' ? {} : { retentionUntil: `${retentionUntil}T00:00:00.000Z` }),
    ...(optOuts === '' ? {} : { optOuts: Number(optOuts) }),
  };
}
