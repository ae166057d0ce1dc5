import { FakeClock } from '../../../test/fakes/clock.fake.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import { sha256Hex } from '../../kernel/digest.js';
import { writeToken } from './api-token.js';
import { Authenticator } from './authenticator.service.js';
import type { StoredToken } from './token-store.js';
import { SqlTokenStore } from './token-store.sql.js';

const secret = 'cd'.repeat(32);

function storedToken(parts: Partial<StoredToken> = {}): StoredToken {
  return {
    id: 'tok_01kc0000000000000000000001',
    name: 'ada’s laptop',
    person: 'ada',
    role: 'lead',
    projects: ['prj_1'],
    secretHash: sha256Hex(secret),
    lastSix: '123456',
    createdAt: 1000,
    createdBy: 'admin',
    expiresAt: 10_000_000,
    revokedAt: null,
    lastUsedAt: null,
    ...parts,
  };
}

describeOnEachDatabase('who is behind a token', (stores) => {
  async function given(token: StoredToken) {
    const clock = new FakeClock(2000);
    const store = new SqlTokenStore(await stores.open());
    await store.add(token);
    return {
      clock,
      store,
      authenticator: new Authenticator(store, clock),
      header: `Bearer ${writeToken(token.id, secret)}`,
    };
  }

  it('is the person it was made for, with role and projects', async () => {
    const { authenticator, header } = await given(storedToken());
    expect(await authenticator.authenticate(header)).toEqual({
      tokenId: 'tok_01kc0000000000000000000001',
      person: 'ada',
      role: 'lead',
      projects: ['prj_1'],
    });
  });

  it('is nobody when the secret is another, although the id is right', async () => {
    const { authenticator } = await given(storedToken());
    const forged = writeToken('tok_01kc0000000000000000000001', 'ef'.repeat(32));
    expect(await authenticator.authenticate(`Bearer ${forged}`)).toBeNull();
  });

  it('is nobody from the moment it expires, even if it was just used', async () => {
    const { authenticator, header, clock } = await given(storedToken({ expiresAt: 2500 }));
    expect(await authenticator.authenticate(header)).not.toBeNull();
    clock.advance(500);
    expect(await authenticator.authenticate(header)).toBeNull();
  });

  it('is nobody within a second of a revocation in another process', async () => {
    const { authenticator, header, clock, store } = await given(storedToken());
    expect(await authenticator.authenticate(header)).not.toBeNull();
    expect(await store.revoke('tok_01kc0000000000000000000001', 2100)).toBe(true);
    clock.advance(1000);
    expect(await authenticator.authenticate(header)).toBeNull();
  });

  it('is remembered for a second for doors that cannot wait', async () => {
    const { authenticator, header, clock } = await given(storedToken());
    expect(authenticator.recall(header)).toBeNull();
    await authenticator.authenticate(header);
    expect(authenticator.recall(header)?.person).toBe('ada');
    clock.advance(1000);
    expect(authenticator.recall(header)).toBeNull();
  });

  it('is nobody without a header', async () => {
    const { authenticator } = await given(storedToken());
    expect(await authenticator.authenticate(undefined)).toBeNull();
  });
});
