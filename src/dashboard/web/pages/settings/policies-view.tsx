// The policies with their reasons, how they differ, and which projects hold numbers that have changed since.
import { useState } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { type ProjectStatus, useBoard, usePolicies } from '../../api/queries';
import { Card } from '../../pieces/card';
import { Loading } from '../../pieces/loading';
import { policyLines } from '../../pieces/policy-lines';
import { PolicyNumbers } from '../../pieces/policy-numbers';
import { ProblemBox } from '../../pieces/problem-box';
import { TableWrap } from '../../pieces/table-wrap';

type Policy = Schemas['PolicyResponse'];

export function PoliciesView() {
  const policies = usePolicies();
  const board = useBoard();
  if (policies.isError) {
    return <ProblemBox error={policies.error} retry={() => void policies.refetch()} />;
  }
  if (policies.data === undefined) {
    return <Loading what="the policies" />;
  }
  const known = new Set(policies.data.map((one) => one.digest));
  const outdated = (board.data ?? []).filter((one) => one.policyDigest !== null && !known.has(one.policyDigest));
  return (
    <div className="stack">
      {outdated.length > 0 && <Outdated projects={outdated} />}
      {policies.data.length > 1 && <Differences policies={policies.data} />}
      {policies.data.map((policy) => (
        <Card
          key={policy.name}
          title={`Policy “${policy.name}”`}
          note={policy.description}
          aside={
            <span className="faint">
              <Frozen projects={board.data ?? []} digest={policy.digest} />{' '}
              <code title={policy.digest}>{policy.digest.slice(7, 19)}</code>
            </span>
          }
        >
          <details>
            <summary>Every number, and why it is what it is</summary>
            <div className="details-body">
              <PolicyNumbers policy={policy} />
            </div>
          </details>
        </Card>
      ))}
      <p className="faint">
        Policies are files of the service (<code>config/policies</code>), changed by whoever runs it and under review
        like code. A project keeps the numbers that held when it was decided to migrate.
      </p>
    </div>
  );
}

function Frozen({ projects, digest }: { readonly projects: readonly ProjectStatus[]; readonly digest: string }) {
  const frozen = projects.filter((one) => one.policyDigest === digest).length;
  return (
    <>
      {frozen === 0 ? 'No' : frozen} {frozen === 1 ? 'project' : 'projects'} under exactly these numbers,
    </>
  );
}

function Outdated({ projects }: { readonly projects: readonly ProjectStatus[] }) {
  return (
    <Card
      title="Changed since they were frozen"
      note="These projects are judged by numbers that no policy has any more. Nothing about them changes by itself."
    >
      <ul className="stack-s">
        {projects.map((one) => (
          <li key={one.id}>
            <Link to={`/projects/${one.id}`}>{one.name}</Link>{' '}
            <code className="faint">{one.policyDigest?.slice(7, 19)}</code>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Two policies side by side: only what differs. */
function Differences({ policies }: { readonly policies: readonly Policy[] }) {
  const [names, setNames] = useState<readonly string[]>([policies[0]?.name ?? '', policies[1]?.name ?? '']);
  const chosen = names.map((name) => policies.find((one) => one.name === name) ?? policies[0]);
  const [left, right] = chosen.map((one) => (one === undefined ? [] : policyLines(one)));
  const other = new Map((right ?? []).map((line) => [line.path, line]));
  const differing = (left ?? []).filter((line) => other.get(line.path)?.value !== line.value);
  return (
    <Card title="What differs" aside={<Pickers policies={policies} names={names} onNames={setNames} />}>
      {differing.length === 0 ? (
        <p className="muted">Nothing differs between them.</p>
      ) : (
        <TableWrap label="What differs between two policies">
          <table className="table policy-table stacked-table">
            <thead>
              <tr>
                <th scope="col">Number</th>
                <th scope="col">Of</th>
                <th scope="col">{names[0]}</th>
                <th scope="col">{names[1]}</th>
              </tr>
            </thead>
            <tbody>
              {differing.map((line) => (
                <tr key={line.path}>
                  <th scope="row">{line.label}</th>
                  <td data-label="Of" className="faint">
                    {line.group}
                  </td>
                  <td data-label={names[0]} title={line.reason}>
                    {line.value}
                  </td>
                  <td data-label={names[1]} title={other.get(line.path)?.reason}>
                    {other.get(line.path)?.value ?? 'none'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableWrap>
      )}
    </Card>
  );
}

interface PickersProps {
  readonly policies: readonly Policy[];
  readonly names: readonly string[];
  readonly onNames: (names: readonly string[]) => void;
}

function Pickers({ policies, names, onNames }: PickersProps) {
  return (
    <>
      {(['First policy', 'Second policy'] as const).map((label, at) => (
        <select
          key={label}
          className="input input-auto"
          aria-label={label}
          value={names[at]}
          onChange={(event) => onNames(names.map((name, index) => (index === at ? event.target.value : name)))}
        >
          {policies.map((one) => (
            <option key={one.name}>{one.name}</option>
          ))}
        </select>
      ))}
    </>
  );
}
