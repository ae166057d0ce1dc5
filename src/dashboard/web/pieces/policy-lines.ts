// The numbers of a policy as lines: what each is called, what it is, and why.
import type { Schemas } from '../api/client';
import { policyLabel } from './policy-labels';

type Policy = Schemas['PolicyResponse'];

interface NumberLine {
  readonly path: string;
  readonly group: string;
  readonly label: string;
  readonly value: string;
  readonly reason: string;
}

const groupWords: Readonly<Record<string, string>> = {
  approvals: 'Approvals',
  readiness: 'Data',
  evaluation: 'Comparison',
  shadow: 'Shadow',
  rollout: 'Rollout',
  guardrails: 'Guardrails',
  lockIn: 'Lock-in',
};

const shareKeys = /(Share|Rate)|^(agreementMin|nonInferiorityMargin|alpha|power)$|OfEvenMin$/;

function spaced(name: string): string {
  const words = name
    .replaceAll('-', ' ')
    .replaceAll(/([a-z0-9])([A-Z])/g, (_, left, right) => `${left} ${right.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function valueWords(key: string, value: unknown): string {
  if (Array.isArray(value)) {
    return `${value.join(' → ')} %`;
  }
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  if (typeof value !== 'number') {
    return String(value);
  }
  return shareKeys.test(key)
    ? `${(value * 100).toLocaleString('en', { maximumFractionDigits: 2 })} %`
    : value.toLocaleString('en');
}

/** Every number by its dotted path, in the order in which the policy writes them. */
export function policyLines({ policy, reasons }: Policy): readonly NumberLine[] {
  const lines: NumberLine[] = [];
  const walk = (value: unknown, path: readonly string[]) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [key, one] of Object.entries(value)) {
        walk(one, [...path, key]);
      }
      return;
    }
    const key = path.at(-1) ?? '';
    if (path.length === 1 && (key === 'name' || key === 'description')) {
      return;
    }
    const dotted = path.join('.');
    const group = groupWords[path[0] ?? ''] ?? 'Gates';
    lines.push({
      path: dotted,
      group,
      label: policyLabel(dotted) ?? spaced(key),
      value: valueWords(key, value),
      reason: reasons[dotted] ?? '',
    });
  };
  walk(policy, []);
  return lines;
}
