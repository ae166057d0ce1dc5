// The numbers of a policy, each with its reason: nobody should agree to a threshold without knowing where it is from.
import type { Schemas } from '../api/client';
import { policyLines } from './policy-lines';
import { TableWrap } from './table-wrap';

type Policy = Schemas['PolicyResponse'];

export function PolicyNumbers({ policy }: { readonly policy: Policy }) {
  const lines = policyLines(policy);
  const groups = [...new Set(lines.map((line) => line.group))];
  return (
    <div className="stack">
      {groups.map((group) => (
        <TableWrap key={group} label={`Numbers: ${group}`}>
          <table className="table policy-table stacked-table">
            <caption>{group}</caption>
            <thead>
              <tr>
                <th scope="col">Number</th>
                <th scope="col">Value</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {lines
                .filter((line) => line.group === group)
                .map((line) => (
                  <tr key={line.path}>
                    <th scope="row">{line.label}</th>
                    <td data-label="Value">{line.value}</td>
                    <td data-label="Why" className="muted">
                      {line.reason}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </TableWrap>
      ))}
    </div>
  );
}
