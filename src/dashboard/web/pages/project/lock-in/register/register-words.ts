// The codes of the register, in words. The service keeps the codes: supervisors ask for them.

export const serviceTypes = [
  ['S05', 'S05 Data analysis'],
  ['S06', 'S06 Data centre'],
  ['S08', 'S08 Development of software'],
  ['S13', 'S13 Software licence'],
  ['S17', 'S17 Cloud: infrastructure'],
  ['S18', 'S18 Cloud: platform'],
  ['S19', 'S19 Cloud: software'],
] as const;

export const criticalities = [
  ['none', 'not critical'],
  ['supporting', 'supporting'],
  ['important', 'important'],
  ['critical', 'critical'],
] as const;

export const reliances = [
  ['not_significant', 'not significant'],
  ['low', 'low'],
  ['material', 'material'],
  ['full', 'full'],
] as const;

export const sensitivities = [
  ['low', 'low'],
  ['medium', 'medium'],
  ['high', 'high'],
] as const;

export const changes = [
  ['consent', 'only with our consent'],
  ['d90', 'with 90 days of notice'],
  ['d30', 'with 30 days of notice'],
  ['any_time', 'at any time'],
] as const;

export const places = [
  ['inside', 'inside what the policy allows'],
  ['partly', 'partly outside'],
  ['outside', 'outside'],
] as const;

export const charges = [
  ['none', 'nothing'],
  ['at_cost', 'its cost'],
  ['above_cost', 'more than its cost'],
] as const;

export const idTypes = [
  ['LEI', 'LEI'],
  ['EUID', 'EUID'],
  ['CRN', 'company register number'],
  ['VAT', 'VAT number'],
  ['PNR', 'passport number'],
  ['NIN', 'national number'],
] as const;

export const yesNo = [
  ['yes', 'yes'],
  ['no', 'no'],
] as const;

export const substitutabilities = [
  ['not_substitutable', 'not substitutable'],
  ['highly_complex', 'highly complex'],
  ['medium_complexity', 'medium complexity'],
  ['easily', 'easily'],
] as const;

/** Null: nobody told it. */
export function wordOf(words: readonly (readonly [string, string])[], code: string | null | undefined): string {
  return code === null || code === undefined ? 'not told' : (words.find(([key]) => key === code)?.[1] ?? code);
}
