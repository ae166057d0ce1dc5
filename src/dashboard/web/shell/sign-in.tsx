// The token is handed to the service once and comes back as a cookie that no script can read.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, taken } from '../api/client';
import { ProblemBox } from '../pieces/problem-box';

export function SignIn() {
  const queries = useQueryClient();
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const enter = async (form: FormData) => {
    setState({ busy: true, error: null });
    try {
      await taken(api.POST('/v1/session' as never, { body: { token: String(form.get('token')).trim() } } as never));
      await queries.invalidateQueries();
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  return (
    <main className="sign-in">
      <form
        className="card card-body stack"
        onSubmit={(event) => {
          event.preventDefault();
          void enter(new FormData(event.currentTarget));
        }}
      >
        <div className="row">
          <img src="/favicon.svg" alt="" width="36" height="36" />
          <h1>Openward</h1>
        </div>
        <p className="muted">From a closed model to one of your own: measured, step by step, with a way back.</p>
        <div className="field">
          <label htmlFor="token">Token</label>
          <input
            id="token"
            name="token"
            type="password"
            className="input"
            autoComplete="current-password"
            placeholder="owd_…"
            required
          />
          <span className="hint">
            The first administrator’s token is printed when the service starts for the first time; others are made under
            Settings.
          </span>
        </div>
        {state.error !== null && <ProblemBox error={state.error} />}
        <button type="submit" className="button" data-kind="primary" disabled={state.busy}>
          Sign in
        </button>
      </form>
    </main>
  );
}
