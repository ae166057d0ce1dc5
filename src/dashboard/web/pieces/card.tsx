export interface CardProps {
  readonly title: string;
  readonly aside?: React.ReactNode;
  readonly note?: React.ReactNode;
  readonly children: React.ReactNode;
  readonly id?: string;
}

export function Card({ title, aside, note, children, id }: CardProps) {
  const heading = `card-${(id ?? title).replace(/\W+/g, '-').toLowerCase()}`;
  return (
    <section className="card" aria-labelledby={heading}>
      <div className="card-head">
        <h2 id={heading}>{title}</h2>
        {aside}
      </div>
      {note !== undefined && (
        <p className="card-note card-body" style={{ paddingBottom: 0 }}>
          {note}
        </p>
      )}
      <div className="card-body">{children}</div>
    </section>
  );
}
