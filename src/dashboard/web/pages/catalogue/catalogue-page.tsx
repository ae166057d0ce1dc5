// The models that Openward knows: prices, ends, licences; and how news of them are let in.
import { NavLink, Route, Routes } from 'react-router';
import { CopyAsCurl } from '../../pieces/copy-button';
import { Icon } from '../../pieces/icon';
import { PageHead } from '../../pieces/page-head';
import { ChangesView } from './changes/changes-view';
import { RefreshView } from './changes/refresh-view';
import { ModelView } from './models/model-view';
import { ModelsView } from './models/models-view';
import { LicencesView } from './rules/licences-view';
import { SourcesView } from './rules/sources-view';
import { useRefreshes } from './use-catalogue';
import './catalogue.css';

const parts = [
  ['', 'Models'],
  ['/changes', 'Changes'],
  ['/licences', 'Licences and terms'],
  ['/sources', 'Sources and overrides'],
] as const;

export function Page() {
  return (
    <>
      <PageHead
        title="Catalogue"
        lead="Prices, ends and licences of models, each with its source and day. Nothing changes here before it was looked at."
        aside={
          <>
            <CopyAsCurl path="/v1/catalog/models" />
            <a className="button" data-size="small" href="/v1/catalog/bundle" download="openward-catalog.json">
              <Icon name="download" />
              Bundle
            </a>
          </>
        }
      />
      <Parts />
      <Routes>
        <Route index element={<ModelsView />} />
        <Route path="models/:modelId" element={<ModelView />} />
        <Route path="changes" element={<ChangesView />} />
        <Route path="changes/:refreshId" element={<RefreshView />} />
        <Route path="licences" element={<LicencesView />} />
        <Route path="sources" element={<SourcesView />} />
      </Routes>
    </>
  );
}

function Parts() {
  const refreshes = useRefreshes();
  const waiting = refreshes.data?.filter(({ state }) => state === 'pending').length ?? 0;
  return (
    <nav className="tabs" aria-label="Catalogue">
      {parts.map(([path, label]) => (
        <NavLink key={path} to={`/catalogue${path}`} end={path === ''}>
          {label}
          {path === '/changes' && waiting > 0 && (
            <span className="catalogue-count">
              {waiting}
              <span className="visually-hidden"> waiting</span>
            </span>
          )}
        </NavLink>
      ))}
    </nav>
  );
}
