// Keys that providers hand out with a beginning of their own, so that they can be recognised. Forms as the providers and
// public scanners of secrets describe them; a find is a key until its owner says otherwise.
import { byPattern, type Detector } from './detector.js';

const begin = '(?<![A-Za-z0-9_-])';

interface KeyForm {
  readonly kind: string;
  /** Lower case: what the text must hold. */
  readonly words: readonly string[];
  readonly form: string;
}

const forms: readonly KeyForm[] = [
  { kind: 'anthropic-key', words: ['sk-ant-'], form: 'sk-ant-[A-Za-z0-9_-]{20,200}' },
  { kind: 'openai-key', words: ['sk-'], form: 'sk-(?!ant-)(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,200}' },
  {
    kind: 'aws-key',
    words: ['akia', 'asia', 'abia', 'acca'],
    form: '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])',
  },
  {
    kind: 'github-token',
    words: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    form: '(?:gh[oprsu]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{22,255})',
  },
  {
    kind: 'gitlab-token',
    words: ['glpat-', 'glptt-', 'gldt-', 'glrt-', 'glcbt-'],
    form: 'gl(?:pat|ptt|dt|rt|cbt)-[A-Za-z0-9_-]{20,64}',
  },
  {
    kind: 'slack-token',
    words: ['xoxa-', 'xoxb-', 'xoxe-', 'xoxo-', 'xoxp-', 'xoxr-', 'xoxs-', 'xapp-', 'hooks.slack.com'],
    form: '(?:xox[abeoprs]-[A-Za-z0-9-]{10,250}|xapp-\\d-[A-Za-z0-9-]{10,250})|hooks\\.slack\\.com/services/[A-Za-z0-9/]{20,120}',
  },
  {
    kind: 'stripe-key',
    words: ['sk_live_', 'sk_test_', 'rk_live_', 'rk_test_', 'whsec_'],
    form: '(?:[rs]k_(?:live|test)_[A-Za-z0-9]{10,250}|whsec_[A-Za-z0-9+/=]{20,100})',
  },
  {
    kind: 'google-key',
    words: ['aiza', 'gocspx-', 'ya29.'],
    form: '(?:AIza[A-Za-z0-9_-]{35}|GOCSPX-[A-Za-z0-9_-]{20,60}|ya29\\.[A-Za-z0-9_-]{20,400})',
  },
  { kind: 'npm-token', words: ['npm_'], form: 'npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])' },
  { kind: 'hugging-face-token', words: ['hf_'], form: 'hf_[A-Za-z0-9]{30,60}' },
  { kind: 'sendgrid-key', words: ['sg.'], form: 'SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{32,64}' },
  { kind: 'pypi-token', words: ['pypi-ag'], form: 'pypi-Ag[A-Za-z0-9_-]{40,300}' },
  { kind: 'databricks-token', words: ['dapi'], form: 'dapi[0-9a-f]{32}(?:-\\d)?' },
  { kind: 'digitalocean-token', words: ['dop_v1_', 'doo_v1_', 'dor_v1_'], form: 'do[opr]_v1_[0-9a-f]{64}' },
];

export const providerKeys: readonly Detector[] = forms.map(({ kind, words, form }) =>
  byPattern({ kind, group: 'secret', words, pattern: new RegExp(`${begin}${form}`, 'g'), confidence: 0.97 }),
);
