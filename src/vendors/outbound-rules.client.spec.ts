import { ConfiguredOutboundRules, isPublicAddress } from './outbound-rules.client.js';

function rulesWith(...allowedPrivateTargets: string[]): ConfiguredOutboundRules {
  return new ConfiguredOutboundRules({ outbound: { allowedPrivateTargets } });
}

const hostileUrls = [
  'https://127.0.0.1/v1',
  'https://127.1/v1',
  'https://2130706433/v1',
  'https://0177.0.0.1/v1',
  'https://017700000001/v1',
  'https://0x7f.1/v1',
  'https://0x7f000001/v1',
  'https://0/v1',
  'https://127.0.0.1./v1',
  'https://①②⑦.⓪.⓪.①/v1',
  'https://127。0。0。1/v1',
  'https:\\\\127.0.0.1\\@api.acme.test/v1',
  'https://[::1]/v1',
  'https://[::]/v1',
  'https://[::ffff:127.0.0.1]/v1',
  'https://[::127.0.0.1]/v1',
  'https://[::ffff:0:127.0.0.1]/v1',
  'https://[64:ff9b::7f00:1]/v1',
  'https://[64:ff9b:1::7f00:1]/v1',
  'https://[2002:7f00:1::]/v1',
  'https://[2001::7f00:1]/v1',
  'https://[fe80::1]/v1',
  'https://[fe80::1%25eth0]/v1',
  'https://[fec0::1]/v1',
  'https://[fd00:ec2::254]/v1',
  'https://[ff02::1]/v1',
  'https://[2001:db8::1]/v1',
  'https://10.0.0.1/v1',
  'https://172.16.0.1/v1',
  'https://192.168.0.1/v1',
  'https://169.254.169.254/latest/meta-data',
  'https://100.64.0.1/v1',
  'https://100.100.100.200/v1',
  'https://192.0.2.1/v1',
  'https://198.18.0.1/v1',
  'https://198.51.100.1/v1',
  'https://203.0.113.1/v1',
  'https://224.0.0.1/v1',
  'https://240.0.0.1/v1',
  'https://255.255.255.255/v1',
  'https://192.88.99.1/v1',
  'https://localhost/v1',
  'https://LOCALHOST./v1',
  'https://metadata.localhost/v1',
  'http://api.acme.test/v1',
  'http://8.8.8.8/v1',
  'https://ada@api.acme.test/v1',
  'https://ada:secret@api.acme.test/v1',
  'https://127.0.0.1:443@api.acme.test/v1',
  'https://api.acme.test:22/v1',
  'https://api.acme.test:25/v1',
  'https://api.acme.test:0/v1',
  'https://api.acme.test:70000/v1',
  'https://api.acme.test/v1?to=http://10.0.0.1',
  'https://api.acme.test/v1?',
  'https://api.acme.test/v1#part',
  'https://127.0.0.1%2f.acme.test/v1',
  'https://./v1',
  'ftp://api.acme.test/v1',
  'file:///etc/passwd',
  'gopher://127.0.0.1:6379/_FLUSHALL',
  'data:text/plain,hello',
  '//api.acme.test/v1',
  'api.acme.test/v1',
  '',
  `https://api.acme.test/${'a'.repeat(500)}`,
];

const privateAddresses = [
  '0.0.0.0',
  '10.255.255.255',
  '100.127.255.255',
  '127.255.255.254',
  '169.254.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.168.255.255',
  '198.19.255.255',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '::a00:1',
  'fc00::1',
  'fe80::1%lo',
  '4000::1',
  '2130706433',
  '127.1',
  'api.acme.test',
  '',
];

describe('the outbound rules', () => {
  it.each(hostileUrls)('refuse %s', (url) => {
    expect(rulesWith().checkBaseUrl(url)).toMatchObject({ pointer: '/baseUrl', reason: expect.any(String) });
  });

  it.each([
    ['https://api.openai.com/v1', 'https://api.openai.com/v1'],
    ['https://API.OpenAI.com:443/v1/', 'https://api.openai.com/v1'],
    ['https://api.acme.test', 'https://api.acme.test'],
    ['https://api.acme.test:8443/a/../v1//', 'https://api.acme.test:8443/v1'],
    ['https://8.8.8.8/v1', 'https://8.8.8.8/v1'],
    ['https://[2606:4700::1111]/v1', 'https://[2606:4700::1111]/v1'],
    ['https://bücher.example/v1', 'https://xn--bcher-kva.example/v1'],
  ])('take %s in its one normal form', (url, normal) => {
    expect(rulesWith().checkBaseUrl(url)).toBe(normal);
  });

  it.each(privateAddresses)('let no socket open to %s', (address) => {
    expect(rulesWith().mayConnect(address, { host: 'api.acme.test', port: 443 })).toBe(false);
  });

  it.each(['8.8.8.8', '2606:4700::1111'])('let a socket open to %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
    expect(rulesWith().mayConnect(address, { host: 'api.acme.test', port: 443 })).toBe(true);
  });
});

describe('a target that the operator has listed', () => {
  it('may be plain, private and on any port that the list names', () => {
    const rules = rulesWith('127.0.0.1:11434', 'vllm.internal:*', '[::1]:8000');
    expect(rules.checkBaseUrl('http://127.0.0.1:11434/v1')).toBe('http://127.0.0.1:11434/v1');
    expect(rules.checkBaseUrl('http://vllm.internal:80/v1')).toBe('http://vllm.internal/v1');
    expect(rules.checkBaseUrl('http://VLLM.internal.:9/v1')).toBe('http://vllm.internal.:9/v1');
    expect(rules.checkBaseUrl('http://[::1]:8000')).toBe('http://[::1]:8000');
  });

  it('opens its own port and no other', () => {
    const rules = rulesWith('127.0.0.1:11434');
    expect(rules.checkBaseUrl('http://127.0.0.1:11435/v1')).toMatchObject({ pointer: '/baseUrl' });
    expect(rules.mayConnect('127.0.0.1', { host: '127.0.0.1', port: 11435 })).toBe(false);
  });

  it('lets a listed name lead to a private address, and an unlisted name to a listed address only', () => {
    const rules = rulesWith('vllm.internal:8000', '10.0.0.5:443');
    expect(rules.mayConnect('10.0.0.9', { host: 'vllm.internal', port: 8000 })).toBe(true);
    expect(rules.mayConnect('10.0.0.5', { host: 'models.acme.test', port: 443 })).toBe(true);
    expect(rules.mayConnect('10.0.0.6', { host: 'models.acme.test', port: 443 })).toBe(false);
  });

  it('must be written as host and port', () => {
    expect(() => rulesWith('vllm.internal')).toThrow('vllm.internal');
  });
});
