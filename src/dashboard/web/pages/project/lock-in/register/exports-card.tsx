import { Card } from '../../../../pieces/card';
import { Icon } from '../../../../pieces/icon';

const mappings = [
  ['dora', 'DORA', 'Register of information, Regulation (EU) 2024/2956'],
  ['eba', 'EBA', 'Outsourcing register, EBA/GL/2019/02'],
  ['pra', 'PRA', 'Outsourcing and third parties, SS2/21'],
  ['finos', 'FINOS', 'AI governance framework'],
  ['nist', 'NIST', 'AI risk management framework'],
] as const;

/** The register by the words of each text of rules; a field that nobody filled in is named as missing. */
export function ExportsCard({ projectId }: { readonly projectId: string }) {
  const base = `/v1/projects/${projectId}/lock-in/register`;
  return (
    <Card
      title="Exports"
      note="Each field with its code, the fact under it, its source, age and confidence. What is not known is named, not left blank."
    >
      <ul className="exports">
        {mappings.map(([id, name, what]) => (
          <li key={id}>
            <span>
              <strong>{name}</strong> <span className="faint">{what}</span>
            </span>
            <span className="row">
              {(['csv', 'json'] as const).map((format) => (
                <a
                  key={format}
                  className="button"
                  data-size="small"
                  href={`${base}?mapping=${id}&format=${format}`}
                  download={`register-${id}-${projectId}.${format}`}
                >
                  <Icon name="download" />
                  {format.toUpperCase()}
                  <span className="visually-hidden"> for {name}</span>
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
