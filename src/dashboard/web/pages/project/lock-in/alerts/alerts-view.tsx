// What is about to tie the project tighter or to break: open first, then what somebody has taken notice of, then what is over.
import { useState } from 'react';
import { useMe } from '../../../../api/queries';
import { Badge, type Tone } from '../../../../pieces/badge';
import { Card } from '../../../../pieces/card';
import { Empty } from '../../../../pieces/empty';
import { Loading } from '../../../../pieces/loading';
import { ProblemBox } from '../../../../pieces/problem-box';
import { TimeAgo } from '../../../../pieces/time-ago';
import { EvidenceList } from '../indicators/fact-trail';
import { roleWord } from '../lock-in-words';
import { type Alert, useAlerts } from '../use-lock-in';
import { AcknowledgeForm } from './acknowledge-form';

const severities: Readonly<Record<string, readonly [Tone, string]>> = {
  critical: ['bad', 'Critical'],
  warning: ['warn', 'Warning'],
  notice: ['accent', 'Notice'],
  info: ['accent', 'Notice'],
};

const mayAcknowledge = ['lead', 'risk-owner'] as const;

export function AlertsView({ projectId }: { readonly projectId: string }) {
  const alerts = useAlerts(projectId);
  if (alerts.isError) {
    return <ProblemBox error={alerts.error} retry={() => void alerts.refetch()} />;
  }
  if (alerts.data === undefined) {
    return <Loading what="alerts" />;
  }
  const { alerts: standing, closed } = alerts.data;
  return (
    <div className="stack">
      {standing.length === 0 ? (
        <div className="card">
          <Empty title="No alert stands">
            Shutdown dates, prices, terms, new ties and missed notices are looked at with every measurement; what needs
            somebody appears here.
          </Empty>
        </div>
      ) : (
        <ul className="stack">
          {standing.map((alert) => (
            <AlertCard key={alert.key} projectId={projectId} alert={alert} />
          ))}
        </ul>
      )}
      {closed.length > 0 && (
        <Card title="Over" note="Their condition is gone.">
          <ul className="stack-s">
            {closed.map((one) => (
              <li key={`${one.key} ${one.openedAt}`} className="row">
                <code className="breakable">{one.key}</code>
                <span className="faint">
                  stood from {one.openedAt.slice(0, 10)} to {one.closedAt.slice(0, 10)}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

function AlertCard({ projectId, alert }: { readonly projectId: string; readonly alert: Alert }) {
  const me = useMe();
  const [isAsking, setIsAsking] = useState(false);
  const [tone, word] = severities[alert.severity] ?? ['unknown', alert.severity];
  const isMine = me.data !== undefined && mayAcknowledge.some((role) => role === me.data.role);
  return (
    <li className="card alert-card" data-severity={alert.severity}>
      <div className="row">
        <Badge tone={tone}>{word}</Badge>
        {alert.state === 'acknowledged' && <Badge tone="unknown">Acknowledged</Badge>}
        {alert.isBack && <Badge tone="warn">Back after its acknowledgement ended</Badge>}
        <span className="faint alert-when">
          {alert.openedAt === null ? 'seen just now' : <TimeAgo at={alert.openedAt} />}
          {alert.expiresAt !== null && `, ends ${alert.expiresAt.slice(0, 10)}`}
        </span>
      </div>
      <h3>{alert.text}</h3>
      <p>
        <strong>{roleWord(alert.owner)}</strong> has to act: {alert.remedy}
      </p>
      {alert.evidence.length > 0 && <EvidenceList evidence={alert.evidence} />}
      {alert.acknowledgement !== null && (
        <p className="muted">
          {alert.acknowledgement.by} took notice <TimeAgo at={alert.acknowledgement.at} />, until{' '}
          {alert.acknowledgement.until.slice(0, 10)}: “{alert.acknowledgement.reason}”
        </p>
      )}
      {alert.state === 'open' && (
        <div className="row">
          <button
            type="button"
            className="button"
            data-size="small"
            disabled={!isMine}
            onClick={() => setIsAsking(true)}
          >
            Acknowledge
          </button>
          {!isMine && <span className="faint">For {mayAcknowledge.map(roleWord).join(' or ').toLowerCase()}.</span>}
        </div>
      )}
      {isAsking && <AcknowledgeForm projectId={projectId} alert={alert} close={() => setIsAsking(false)} />}
    </li>
  );
}
