// The frame of every page: where one can go, who one is, and how fresh what one sees is.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { ApiError } from '../api/client';
import { listen } from '../api/live';
import { useMe } from '../api/queries';
import { Icon, type IconName } from '../pieces/icon';
import { Loading } from '../pieces/loading';
import { ProblemBox } from '../pieces/problem-box';
import { useKiosk } from '../pieces/use-kiosk';
import { CommandPalette } from './command-palette';
import { Freshness, StaleBanner } from './freshness';
import { NeedsYouCount } from './needs-you-count';
import { SignIn } from './sign-in';
import { ThemeToggle } from './theme-toggle';
import { WhoAmI } from './who-am-i';

const places: readonly { to: string; label: string; icon: IconName; end?: boolean }[] = [
  { to: '/', label: 'Needs you', icon: 'bell', end: true },
  { to: '/board', label: 'Board', icon: 'board' },
  { to: '/projects/new', label: 'New project', icon: 'plus' },
  { to: '/catalogue', label: 'Catalogue', icon: 'book' },
  { to: '/settings', label: 'Settings', icon: 'gear' },
];

export function Shell() {
  const me = useMe();
  if (me.isPending) {
    return (
      <main className="main">
        <Loading what="your session" />
      </main>
    );
  }
  if (me.isError) {
    const isSignedOut = me.error instanceof ApiError && me.error.problem.status === 401;
    return isSignedOut ? (
      <SignIn />
    ) : (
      <main className="main">
        <ProblemBox error={me.error} retry={() => void me.refetch()} />
      </main>
    );
  }
  return <Frame />;
}

/** The folded menu closes by itself where it led somewhere, and by Escape, which gives the keyboard back to its button. */
function useMenu() {
  const [isOpen, setIsOpen] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => setIsOpen(false), [pathname]);
  useEffect(() => {
    if (!isOpen) {
      return undefined;
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        setIsOpen(false);
        document.getElementById('menu')?.focus();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOpen]);
  return [isOpen, setIsOpen] as const;
}

function Frame() {
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = useMenu();
  const isKiosk = useKiosk();
  useEffect(() => listen(queries), [queries]);
  const close = () => setIsOpen(false);
  return (
    <div className={isKiosk ? 'kiosk' : undefined}>
      <a className="skip-link" href="#content">
        To the content
      </a>
      <TopBar isOpen={isOpen} onOpen={setIsOpen} />
      <div className="shell">
        <Side isOpen={isOpen} close={close} />
        {isOpen && <button type="button" className="scrim" aria-label="Close the menu" onClick={close} />}
        <main className="main" id="content" tabIndex={-1}>
          <div className="main-inner">
            <StaleBanner />
            <Outlet />
          </div>
        </main>
      </div>
      {!isKiosk && <CommandPalette />}
    </div>
  );
}

interface TopBarProps {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** Seen on small screens only, where the side is folded away. */
function TopBar({ isOpen, onOpen }: TopBarProps) {
  return (
    <section className="topbar" aria-label="Top bar">
      <button
        type="button"
        id="menu"
        className="button"
        data-kind="quiet"
        aria-expanded={isOpen}
        aria-controls="places"
        onClick={() => onOpen(!isOpen)}
      >
        <Icon name="menu" />
        <span className="visually-hidden">Menu</span>
      </button>
      <strong>Openward</strong>
    </section>
  );
}

interface SideProps {
  readonly isOpen: boolean;
  readonly close: () => void;
}

function Side({ isOpen, close }: SideProps) {
  return (
    <header className="side" id="places" data-open={isOpen}>
      <NavLink to="/" className="brand">
        <img src="/favicon.svg" alt="" />
        Openward
      </NavLink>
      <nav aria-label="Main">
        {places.map(({ to, label, icon, end }) => (
          <NavLink key={to} to={to} end={end ?? false} onClick={close}>
            <Icon name={icon} />
            {label}
            {to === '/' && <NeedsYouCount />}
          </NavLink>
        ))}
      </nav>
      <div className="side-foot">
        <Freshness />
        <WhoAmI />
        <ThemeToggle />
      </div>
    </header>
  );
}
