import { seconds } from './numbers';

export interface ProgressProps {
  readonly label: string;
  /** 0 to 1; null where it cannot be told. */
  readonly share: number | null;
  readonly etaSeconds: number | null;
}

export function Progress({ label, share, etaSeconds }: ProgressProps) {
  return (
    <div className="stack-s">
      <progress className="progress" max={1} aria-label={label} {...(share === null ? {} : { value: share })} />
      <p className="faint">
        {share === null ? 'How far it is cannot be told.' : `${Math.round(share * 100)} % done`}
        {etaSeconds !== null && `, about ${seconds(etaSeconds)} to go`}
      </p>
    </div>
  );
}
