import { isControlFault, readCallControls } from './call-controls.js';

const faultOf = (headers: Record<string, string | string[]>) => {
  const read = readCallControls(headers);
  return isControlFault(read) ? read.header : null;
};

describe('the controls of a call', () => {
  it('default to no unit, kept bodies and no tags', () => {
    expect(readCallControls({ accept: '*/*' })).toEqual({ unit: null, keepBodies: true, tags: {} });
  });

  it('are read from their three headers', () => {
    const headers = {
      'x-openward-unit': 'conversation 7',
      'x-openward-log': 'off',
      'x-openward-tags': 'team=billing, env=prod',
    };
    expect(readCallControls(headers)).toEqual({
      unit: 'conversation 7',
      keepBodies: false,
      tags: { team: 'billing', env: 'prod' },
    });
  });

  it.each([
    ['x-openward-log', 'OFF'],
    ['x-openward-log', 'false'],
    ['x-openward-unit', ''],
    ['x-openward-unit', ' padded '],
    ['x-openward-unit', 'u'.repeat(257)],
    ['x-openward-tags', 'team'],
    ['x-openward-tags', 'Team=a'],
    ['x-openward-tags', 'a=1,a=2'],
    ['x-openward-tags', 'a=b=c'],
    ['x-openward-tags', 'a=1,'],
    ['x-openward-tags', `a=${'v'.repeat(129)}`],
    ['x-openward-tags', Array.from({ length: 17 }, (_, index) => `k${index}=v`).join(',')],
    ['x-openward-lgo', 'off'],
  ])('refuse %s: %s by naming the header', (header, value) => {
    expect(faultOf({ [header]: value })).toBe(header);
  });
});
