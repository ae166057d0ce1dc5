import { useEffect } from 'react';

export interface PageHeadProps {
  readonly title: string;
  readonly lead?: React.ReactNode;
  readonly aside?: React.ReactNode;
  readonly above?: React.ReactNode;
}

/** The heading of a page; the window's title follows it. */
export function PageHead({ title, lead, aside, above }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · Openward`;
  }, [title]);
  return (
    <header className="page-head">
      <div>
        {above}
        <h1>{title}</h1>
        {lead !== undefined && <p className="lead">{lead}</p>}
      </div>
      {aside !== undefined && <div className="row">{aside}</div>}
    </header>
  );
}
