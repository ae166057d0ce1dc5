// Who may do what, which vendors are asked, and by which numbers projects are judged.
import { Navigate, NavLink, Route, Routes } from 'react-router';
import { CopyAsCurl } from '../../pieces/copy-button';
import { PageHead } from '../../pieces/page-head';
import { PoliciesView } from './policies-view';
import { TokensView } from './tokens-view';
import { VendorsView } from './vendors-view';
import './settings.css';

const tabs = [
  { path: 'tokens', label: 'Tokens', View: TokensView, api: '/v1/tokens' },
  { path: 'vendors', label: 'Vendors and keys', View: VendorsView, api: '/v1/vendors' },
  { path: 'policies', label: 'Policies', View: PoliciesView, api: '/v1/policies' },
] as const;

export function Page() {
  return (
    <>
      <PageHead
        title="Settings"
        lead="Secrets go in and never come out: a token is shown once, a vendor’s key is kept by reference alone."
      />
      <nav className="tabs" aria-label="Settings">
        {tabs.map(({ path, label }) => (
          <NavLink key={path} to={`/settings/${path}`}>
            {label}
          </NavLink>
        ))}
      </nav>
      <Routes>
        <Route index element={<Navigate to="tokens" replace />} />
        {tabs.map(({ path, View, api }) => (
          <Route
            key={path}
            path={path}
            element={
              <div className="stack">
                <View />
                <div>
                  <CopyAsCurl path={api} />
                </div>
              </div>
            }
          />
        ))}
      </Routes>
    </>
  );
}
