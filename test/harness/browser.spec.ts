import { findBrowser, howToGetOne } from './browser.js';

describe('the browser of the specs', () => {
  it('is the one that is named, and no other where that one is not there', () => {
    expect(findBrowser(process.execPath)).toEqual({ path: process.execPath, lookedFor: [process.execPath] });
    expect(findBrowser('/nowhere/chromium')).toEqual({ path: null, lookedFor: ['/nowhere/chromium'] });
  });

  it('is looked for in the usual places where none is named', () => {
    expect(findBrowser('').lookedFor).toContain('/usr/bin/chromium');
  });

  it('says where it was looked for and how to get one', () => {
    const said = howToGetOne(['/nowhere/chromium']);
    expect(said).toContain('looked for /nowhere/chromium');
    expect(said).toContain('apt-get install');
    expect(said).toContain('OPENWARD_TEST_BROWSER');
  });
});
