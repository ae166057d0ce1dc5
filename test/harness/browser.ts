// The page in a real browser: which one is found, and how somebody in it works. Without a browser these specs are skipped
// and say why; everything else is tested all the same.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

interface Found {
  /** Null: none is there. */
  readonly path: string | null;
  readonly lookedFor: readonly string[];
}

/** The browser that the environment names, and that one alone; without a name the first that is there. */
export function findBrowser(named = process.env.OPENWARD_TEST_BROWSER): Found {
  const lookedFor = named === undefined || named === '' ? places : [named];
  return { path: lookedFor.find((place) => existsSync(place)) ?? null, lookedFor };
}

/** Why specs are skipped, and what to do so that they are not. */
export function howToGetOne(lookedFor: readonly string[]): string {
  return `No browser was found: looked for ${lookedFor.join(', ')}. On Debian: apt-get install --no-install-recommends chromium; elsewhere name one of the Chromium family in OPENWARD_TEST_BROWSER.`;
}

/** A group of specs that need a browser; skipped where there is none, with what was looked for in its name. */
export function inBrowser(name: string, specs: (path: string) => void): void {
  const { path, lookedFor } = findBrowser();
  if (path === null) {
    const how = howToGetOne(lookedFor);
    process.stderr.write(`${name}: skipped. ${how}\n`);
    describe.skip(`${name} (${how})`, () => specs(''));
    return;
  }
  describe(name, () => specs(path));
}

export function openBrowser(path: string): Promise<Browser> {
  // A test runs as whoever starts it, root in a container included, and asks nothing of the internet.
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu', ...quiet] });
}

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

/** Colours follow the scheme a frame later. */
const drawn = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60))))';

interface AxeFinding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

export interface Given {
  readonly reason?: string;
  readonly ticket?: string;
  /** What has to be typed before a grave command is let through. */
  readonly typed?: string;
}

/** One person in a browser of their own. */
export class Visitor {
  /** What the page complained of by itself. */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy|Uncaught/.test(message.text())) {
        this.complaints.push(message.text());
      }
    });
  }

  static async signIn(browser: Browser, url: string, token: string): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      colorScheme: 'light',
    });
    const visitor = new Visitor(await context.newPage(), url);
    await visitor.page.goto(url);
    await visitor.page.getByLabel('Token').fill(token);
    await visitor.page.getByRole('button', { name: 'Sign in' }).click();
    await visitor.page.locator('.shell').waitFor();
    return visitor;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
    await this.settled();
  }

  /** Until nothing says that it is loading. */
  async settled(): Promise<void> {
    await this.page.locator('#content').waitFor();
    // The page's own policy bars scripts out of text, so no function is waited for here.
    await this.page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  }

  /** Gives a command by its button, with what its dialog asks for, and waits until the service has taken it. */
  async order(label: string, given: Given = {}): Promise<void> {
    await this.ask(label, given);
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  /** The same, and what the service said to it where it refused. */
  async refused(label: string, given: Given = {}): Promise<string> {
    await this.ask(label, given);
    const said = await this.page.getByRole('dialog').getByRole('alert').innerText();
    await this.page.getByRole('button', { name: 'Leave it' }).click();
    return said;
  }

  private async ask(label: string, { reason, ticket, typed }: Given): Promise<void> {
    await this.page.getByRole('button', { name: label, exact: true }).first().click();
    const dialog = this.page.getByRole('dialog');
    if (reason !== undefined) {
      await dialog.getByLabel(/^Reason/).fill(reason);
    }
    if (ticket !== undefined) {
      await dialog.getByLabel('Ticket').fill(ticket);
    }
    if (typed !== undefined) {
      await dialog.getByLabel(/^Type/).fill(typed);
    }
    await dialog.locator('.actions button').last().click();
  }

  /** What axe finds in both schemes, with where; empty: nothing. */
  async accessibilityFaults(): Promise<string[]> {
    const faults: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.page.emulateMedia({ colorScheme });
      await this.page.evaluate(drawn);
      await this.page.evaluate(axe);
      // The least size of what is pressed, 24 by 24, is of WCAG 2.2 and not asked by itself.
      const asked = "axe.run(document, { rules: { 'target-size': { enabled: true } } })";
      const { violations } = (await this.page.evaluate(asked)) as {
        violations: readonly AxeFinding[];
      };
      for (const { id, help, nodes } of violations) {
        const where = nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`);
        faults.push(`${colorScheme} ${id}: ${help}\n  ${where.join('\n  ')}`);
      }
    }
    await this.page.emulateMedia({ colorScheme: 'light' });
    return faults;
  }
}
