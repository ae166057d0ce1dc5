export function Loading({ what }: { readonly what: string }) {
  return (
    <div className="stack" role="status" aria-busy="true">
      <span className="visually-hidden">Loading {what}…</span>
      <div className="skeleton" style={{ width: '38%', height: '1.6rem' }} />
      <div className="skeleton" style={{ height: '7rem' }} />
      <div className="skeleton" style={{ height: '4rem' }} />
    </div>
  );
}
