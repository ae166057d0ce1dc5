// Ctrl or Cmd and K: to any place or project by typing.
import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useBoard } from '../api/queries';
import { stageWord } from '../pages/board/board-filter';
import { DialogFrame } from '../pieces/dialog-frame';

const places = [
  ['/', 'Needs you'],
  ['/board', 'Board'],
  ['/projects/new', 'New project'],
  ['/catalogue', 'Catalogue'],
  ['/settings', 'Settings'],
  ['/docs', 'API reference'],
] as const;
const projectsShown = 200;

/** Ctrl or Cmd and K opens it and closes it again. */
function useOpenByKeys() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)) {
        event.preventDefault();
        setOpen((was) => !was);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return [open, setOpen] as const;
}

export function CommandPalette() {
  const [open, setOpen] = useOpenByKeys();
  const navigate = useNavigate();
  const board = useBoard();
  const go = (to: string) => {
    setOpen(false);
    if (to === '/docs') {
      window.location.assign(to);
    } else {
      void navigate(to);
    }
  };
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <DialogFrame className="dialog palette">
        <Dialog.Title className="visually-hidden">Go to</Dialog.Title>
        <Dialog.Description className="visually-hidden">Type a part of a name; Enter goes there.</Dialog.Description>
        <Command label="Go to">
          <Command.Input className="input" placeholder="A page or a project…" />
          <Command.List className="palette-list">
            <Command.Empty className="faint">Nothing of that name.</Command.Empty>
            <Command.Group heading="Pages">
              {places.map(([to, label]) => (
                <Command.Item key={to} onSelect={() => go(to)}>
                  {label}
                </Command.Item>
              ))}
            </Command.Group>
            <Command.Group heading="Projects">
              {(board.data ?? []).slice(0, projectsShown).map((one) => (
                <Command.Item key={one.id} value={`${one.name} ${one.id}`} onSelect={() => go(`/projects/${one.id}`)}>
                  {one.name} <span className="faint">{stageWord(one.stage)}</span>
                </Command.Item>
              ))}
            </Command.Group>
          </Command.List>
        </Command>
      </DialogFrame>
    </Dialog.Root>
  );
}
