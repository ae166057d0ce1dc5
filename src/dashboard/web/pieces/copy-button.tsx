import { useState } from 'react';
import { Icon } from './icon';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly className?: string;
}

/** Copies a text and says that it did. */
export function CopyButton({ text, label, className = '' }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <button
      type="button"
      className={`button ${className}`}
      data-size="small"
      data-kind="quiet"
      onClick={() => void copy()}
    >
      <Icon name={copied ? 'check' : 'copy'} />
      <span aria-live="polite">{copied ? 'Copied' : label}</span>
    </button>
  );
}

/** The same question from a terminal, which a telephone has not. */
export function CopyAsCurl({ path }: { readonly path: string }) {
  const text = `curl -sS -H "Authorization: Bearer $OPENWARD_TOKEN" '${window.location.origin}${path}'`;
  return <CopyButton text={text} label="Copy as curl" className="for-terminals" />;
}
