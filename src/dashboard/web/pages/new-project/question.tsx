export interface QuestionProps {
  readonly number: number;
  readonly title: string;
  readonly children: React.ReactNode;
}

export function Question({ number, title, children }: QuestionProps) {
  const id = `question-${number}`;
  return (
    <section className="card question" aria-labelledby={id}>
      <h2 id={id}>
        <span className="question-number" aria-hidden="true">
          {number}
        </span>
        {title}
      </h2>
      {children}
    </section>
  );
}
